import type { Proof } from '@shared/wire/challenge';
import { AppError } from '../errors';
import { dateAt, nowMs } from '../infra/clock';
import { memberOf, type PaiDoc } from '../pai';
import { mayDo } from '@shared/domain/role';
import { requireHarmless } from '../safety';
import { accessJoined, accessManaged, partakerOf, type ChallengeAccess } from './access';
import { acceptZone } from './accept';
import type { ChallengeDoc } from './model';
import { moveTo } from './join';
import { tellChallenge } from './news';
import { acceptProof, measureOf, watchProof } from './proof';
import { write, type Draft, type Written } from './write';
import { openBook } from './book';
import { dayNow } from './today';
import { findEntryOnce } from './store';

export interface Told extends Written {
  access: ChallengeAccess;
}

async function tell(access: ChallengeAccess, draft: Draft): Promise<Told> {
  const written = await write(access.doc, draft);
  if (!written.repeat) tellChallenge(access.doc);
  return { ...written, access };
}

const own = (userId: string, clientMsgId: string): Pick<Draft, 'userId' | 'by' | 'clientMsgId'> => ({ userId, by: userId, clientMsgId });

/** The rules that hold on the day a check-in made at an instant is about. */
async function rulesOn(doc: ChallengeDoc, userId: string, made: number): Promise<ChallengeDoc['rules']> {
  const book = await openBook(doc);
  const sheet = book.sheet(userId);
  if (!sheet) throw new AppError('challenge/not-member');
  return book.ledger.plan.on(dayNow(book, book.wall(sheet, made))).rules as ChallengeDoc['rules'];
}

async function writeProved(access: ChallengeAccess, draft: Draft, rule: ChallengeDoc['rules']['proof'], proof: Proof | undefined): Promise<Told> {
  const known = await findEntryOnce(access.doc._id, draft.by, draft.clientMsgId);
  if (known) return { entry: known, book: await openBook(access.doc), repeat: true, access };
  const accepted = await acceptProof(access, rule, proof, draft.clientMsgId);
  const measure = measureOf(accepted.proof);
  try {
    const told = await tell(access, { ...draft, ...accepted.proof, ...(measure === undefined ? {} : { measure }) });
    await watchProof(access.doc, draft.userId, draft.clientMsgId, accepted.proof);
    return told;
  } catch (error) {
    // where the store was away it may be in the ledger all the same
    if (error instanceof AppError && error.code !== 'service/unavailable') await accepted.release();
    throw error;
  }
}

export interface Checkin {
  clientMsgId: string;
  zone: string;
  doneAt?: string | undefined;
  proof?: Proof | undefined;
}

/** Checks in, once however often it is sent. Throws `challenge/…` by the ledger's codes, `challenge/proof-…`. */
export async function checkIn(userId: string, paiId: string, id: string, { clientMsgId, zone, doneAt, proof }: Checkin): Promise<Told> {
  const access = await accessJoined(userId, paiId, id);
  await moveTo(access, userId, acceptZone(zone));
  const made = doneAt === undefined ? nowMs() : Date.parse(doneAt);
  const { proof: rule } = await rulesOn(access.doc, userId, made);
  return writeProved(access, { kind: 'checkin', ...own(userId, clientMsgId), ...(doneAt === undefined ? {} : { doneAt: dateAt(made) }) }, rule, proof);
}

/** [C8] Makes a missed day up with a card. */
export async function makeUp(userId: string, paiId: string, id: string, { clientMsgId, day, proof }: { clientMsgId: string; day: string; proof?: Proof | undefined }): Promise<Told> {
  const access = await accessJoined(userId, paiId, id);
  const { proof: rule } = await rulesOn(access.doc, userId, nowMs());
  return writeProved(access, { kind: 'makeup', ...own(userId, clientMsgId), day }, rule, proof);
}

/** [C7] */
export async function pause(userId: string, paiId: string, id: string, { clientMsgId, until }: { clientMsgId: string; until?: string | undefined }): Promise<Told> {
  return tell(await accessJoined(userId, paiId, id), { kind: 'pause', ...own(userId, clientMsgId), ...(until === undefined ? {} : { until }) });
}

/** [C7] */
export async function resume(userId: string, paiId: string, id: string, clientMsgId: string): Promise<Told> {
  return tell(await accessJoined(userId, paiId, id), { kind: 'resume', ...own(userId, clientMsgId) });
}

export interface Verdict {
  clientMsgId: string;
  memberId: string;
  day: string;
  ok: boolean;
  reason?: string | undefined;
}

const isManager = (pai: PaiDoc, doc: ChallengeDoc, userId: string): boolean => {
  const member = memberOf(pai, userId);
  return member !== undefined && (doc.byId === userId || mayDo(member.role, 'recall-others'));
};

/** [C11] Judges somebody's check-in; one's own only where nobody else may. Throws `challenge/own-verdict`, `challenge/nothing-to-judge`. */
export async function giveVerdict(userId: string, paiId: string, id: string, { clientMsgId, memberId, day, ok, reason }: Verdict): Promise<Told> {
  const access = await accessManaged(userId, paiId, id);
  const { pai, doc } = access;
  if (!partakerOf(doc, memberId)) throw new AppError('challenge/not-member', { field: 'memberId' });
  if (memberId === userId && pai.members.some((member) => member.userId !== userId && isManager(pai, doc, member.userId))) throw new AppError('challenge/own-verdict');
  if (reason) await requireHarmless(reason, 'reason');
  return tell(access, { kind: 'verdict', userId: memberId, by: userId, clientMsgId, day, ok, ...(reason ? { reason } : {}) });
}
