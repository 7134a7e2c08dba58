import { countWords } from '@shared/domain/checkin/words';
import { cleanLine, cleanText, graphemeCount } from '@shared/domain/text';
import { LIMITS } from '@shared/domain/limits';
import type { Proof } from '@shared/wire/challenge';
import type { ProofRule } from '@shared/wire/challengeRules';
import { findUser } from '../account';
import { AppError } from '../errors';
import { claimFile, unclaimFile, type FileDoc } from '../file';
import { requireVoice } from '../message';
import type { Access } from '../pai';
import { requireHarmless, watchPicture } from '../safety';
import type { AttachedFile, ChallengeDoc, ProofDoc } from './model';

/** What a file is claimed for. */
const useOf = ({ paiId, _id }: ChallengeDoc, clientMsgId: string): string => `checkin:${paiId}:${_id}:${clientMsgId}`;

export const usesOfPai = (paiId: string): string => `checkin:${paiId}:`;

const KINDS = { picture: 'image', voice: 'voice' } as const;

const attached = ({ ownerId: _o, createdAt: _c, usedBy: _u, ...kept }: FileDoc): AttachedFile => kept;

function requireText(text: string, min: number): void {
  const count = countWords(text);
  if (count < min) throw new AppError('challenge/proof-text', { field: 'proof.text', params: { min, count } });
}

function requireNumber(amount: number | undefined, { unit, min }: Extract<ProofRule, { kind: 'number' }>): void {
  if (amount === undefined) throw new AppError('challenge/proof-number', { field: 'proof.amount', params: { unit } });
  if (min !== undefined && amount < min) throw new AppError('challenge/proof-less', { field: 'proof.amount', params: { min, unit } });
}

/** Whether what the rules ask for is there. Throws `challenge/proof-…`, naming the field. */
function requireProof(rule: ProofRule, proof: Proof): void {
  if (rule.kind === 'text') requireText(proof.text ?? '', rule.minWords);
  if (rule.kind === 'number') requireNumber(proof.amount, rule);
  if (rule.kind === 'place' && !proof.place) throw new AppError('challenge/proof-place', { field: 'proof.place' });
  if ((rule.kind === 'picture' || rule.kind === 'voice') && proof.fileId === undefined) throw new AppError(`challenge/proof-${rule.kind}`, { field: 'proof.fileId' });
}

function cleaned(proof: Proof): ProofDoc {
  const text = cleanText(proof.text ?? '').trim();
  if (graphemeCount(text) > LIMITS.messageGraphemes) throw new AppError('message/too-long', { field: 'proof.text', params: { max: LIMITS.messageGraphemes, count: graphemeCount(text) } });
  const name = cleanLine(proof.place?.name ?? '');
  return { ...(text === '' ? {} : { text }), ...(proof.amount === undefined ? {} : { amount: proof.amount }), ...(proof.place ? { place: { ...proof.place, name } } : {}) };
}

/** A proof as it is kept, and how to give its file back when it is not. */
export interface Accepted {
  proof: ProofDoc;
  release: () => Promise<void>;
}

async function claim(doc: ChallengeDoc, userId: string, clientMsgId: string, fileId: string, kind: 'image' | 'voice' | undefined): Promise<Accepted> {
  const use = useOf(doc, clientMsgId);
  const file = await claimFile(fileId, userId, use, kind);
  if (file.kind === 'file') {
    await unclaimFile(fileId, userId, use);
    throw new AppError('challenge/proof-picture', { field: 'proof.fileId' });
  }
  return { proof: { file: attached(file) }, release: () => unclaimFile(fileId, userId, use) };
}

/** Has WeChat look at a picture or a voice once it stands in the ledger. */
export async function watchProof(doc: ChallengeDoc, userId: string, clientMsgId: string, { file }: ProofDoc): Promise<void> {
  if (file) await watchPicture({ ...file, usedBy: useOf(doc, clientMsgId) }, (await findUser(userId))?.wechat?.openid);
}

/**
 * Takes in what a check-in brings: judged as all that people will read is, its file claimed for this entry alone. `rule`
 * undefined: nothing is asked for. Throws `challenge/proof-…`, `text/unsafe`, `file/not-found`, `member/…`.
 */
export async function acceptProof(access: Access & { doc: ChallengeDoc }, rule: ProofRule | undefined, proof: Proof = {}, clientMsgId: string): Promise<Accepted> {
  if (rule) requireProof(rule, proof);
  const { doc, me } = access;
  const kept = cleaned(proof);
  const words = [kept.text, kept.place?.name].filter(Boolean).join('\n');
  if (words !== '' || proof.fileId !== undefined) requireVoice(access);
  if (words !== '') await requireHarmless(words, kept.text ? 'proof.text' : 'proof.place', (await findUser(me.userId))?.wechat?.openid);
  if (proof.fileId === undefined) return { proof: kept, release: () => Promise.resolve() };
  const kind = rule?.kind === 'picture' || rule?.kind === 'voice' ? KINDS[rule.kind] : undefined;
  const claimed = await claim(doc, me.userId, clientMsgId, proof.fileId, kind);
  return { ...claimed, proof: { ...kept, ...claimed.proof } };
}

/** How much a check-in is: its figure, else the length of its text. */
export const measureOf = ({ amount, text }: ProofDoc): number | undefined => amount ?? (text ? countWords(text) : undefined);
