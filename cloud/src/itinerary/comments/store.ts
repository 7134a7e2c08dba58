import { duplicateIndex } from '../../infra/mongo';
import { CommentModel, type CommentDoc } from './model';

/** The oldest first. */
export const listComments = (itineraryId: string): Promise<CommentDoc[]> => CommentModel.find({ itineraryId }).sort({ at: 1, _id: 1 }).lean<CommentDoc[]>().exec();

export const countComments = (itineraryId: string): Promise<number> => CommentModel.countDocuments({ itineraryId }).exec();

export const findComment = (itineraryId: string, id: string): Promise<CommentDoc | null> => CommentModel.findOne({ _id: id, itineraryId }).lean<CommentDoc>().exec();

export const hasComment = async (itineraryId: string, byId: string, clientMsgId: string): Promise<boolean> => (await CommentModel.exists({ itineraryId, byId, clientMsgId })) !== null;

/** Stores a comment; the same clientMsgId again changes nothing. */
export async function insertComment(doc: CommentDoc): Promise<void> {
  await CommentModel.create(doc).catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
  });
}

export const removeComments = async (of: { _id: string } | { paiId: string } | { itineraryId: string } | { byId: string }): Promise<void> => {
  await CommentModel.deleteMany(of);
};
