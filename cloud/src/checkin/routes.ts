import { z } from 'zod';
import { Id, QueryInt } from '@shared/wire/base';
import * as wire from '@shared/wire/challenge';
import { Binary, route, userOf, type Input, type Route } from '../http/route';
import { appeal, addProof, react, type Marked } from './beside';
import { openBook } from './book';
import { exportCsv } from './csv';
import { checkIn, giveVerdict, makeUp, pause, resume, type Told } from './entries';
import { presentEntries, readFeed } from './feed';
import { joinChallenge, leaveChallenge, moveChallenge } from './join';
import { listChallengesOfPai, makeChallenge, readChallenge } from './make';
import { presentChallenge } from './present';
import { listOpenToday } from './openToday';
import { changeChallengeRules, closeChallenge, presentAccess } from './rules';
import type { ChallengeAccess } from './access';

const InPai = z.object({ paiId: Id });
const One = InPai.extend({ challengeId: Id });
const At = One.extend({ entryId: Id });
const ALL = '/pais/:paiId/challenges';
const ONE = `${ALL}/:challengeId`;
const ENTRY = `${ONE}/entries/:entryId`;

type OneInput = Input<z.output<typeof One>, unknown, unknown>;

async function told({ access, book, entry }: Told): Promise<z.input<typeof wire.EntryReply>> {
  const [shown] = await presentEntries(book, access, [entry]);
  if (!shown) throw new Error('an entry its writer does not see');
  return { entry: shown, challenge: await presentChallenge(book, access) };
}

const marked = async ({ access, entry }: Marked): Promise<z.input<typeof wire.EntryReply>> => told({ access, entry, book: await openBook(access.doc), repeat: false });

const member = { right: 'member', params: One } as const;

/** A change of the challenge itself. */
const change = <B extends z.ZodType>(method: 'post' | 'patch' | 'put', path: string, summary: string, body: B | undefined, verb: (userId: string, paiId: string, id: string, body: z.output<B>) => Promise<ChallengeAccess>): Route =>
  route({ method, path: ONE + path, summary, ...member, ...(body ? { body } : {}), reply: wire.ChallengeReply }, async (input: OneInput) => ({
    challenge: await presentAccess(await verb(userOf(input), input.params.paiId, input.params.challengeId, input.body as z.output<B>)),
  }));

/** A new entry: 201, or 200 when this clientMsgId was written before. */
const entry = <B extends z.ZodType>(path: string, summary: string, body: B, verb: (userId: string, paiId: string, id: string, body: z.output<B>) => Promise<Told>): Route =>
  route({ method: 'post', path: ONE + path, summary: `${summary}: 201, or 200 when this clientMsgId was written before`, ...member, body, reply: wire.EntryReply, status: 201 }, async (input: OneInput) => {
    const written = await verb(userOf(input), input.params.paiId, input.params.challengeId, input.body as z.output<B>);
    if (written.repeat) input.status(200);
    return told(written);
  });

/** Something added beside an entry. */
const beside = <B extends z.ZodType>(method: 'post' | 'put', path: string, summary: string, body: B, verb: (userId: string, paiId: string, id: string, entryId: string, body: z.output<B>) => Promise<Marked>): Route =>
  route({ method, path: ENTRY + path, summary, right: 'member', params: At, body, reply: wire.EntryReply }, async (input: Input<z.output<typeof At>, unknown, unknown>) =>
    marked(await verb(userOf(input), input.params.paiId, input.params.challengeId, input.params.entryId, input.body as z.output<B>)),
  );

export const challengeRoutes: Route[] = [
  route({ method: 'get', path: '/challenges/today', summary: 'What one can still check in to today, in all one’s pais', right: 'user', reply: wire.OpenToday }, async (input) => ({ open: await listOpenToday(userOf(input)) })),
  route({ method: 'get', path: ALL, summary: 'The challenges of a pai, those that run first', right: 'member', params: InPai, reply: wire.ChallengeList }, async (input) => ({
    challenges: await listChallengesOfPai(userOf(input), input.params.paiId),
  })),
  route({ method: 'post', path: ALL, summary: 'Start a challenge by hand, in effect at once and told in the log: 201, or 200 when this clientMsgId was sent before', right: 'member', params: InPai, body: wire.NewChallengeBody, reply: wire.ChallengeReply, status: 201 }, async (input) => {
    const { access, repeat } = await makeChallenge(userOf(input), input.params.paiId, input.body);
    if (repeat) input.status(200);
    return { challenge: await presentAccess(access) };
  }),
  route({ method: 'get', path: ONE, summary: 'One challenge and where one stands in it', ...member, reply: wire.ChallengeReply }, async (input) => ({
    challenge: await presentAccess(await readChallenge(userOf(input), input.params.paiId, input.params.challengeId)),
  })),
  change('patch', '', 'Change rules from the next day on, or in 7 days where they get easier: whoever started it, the owner and admins', wire.ChallengeBody, (userId, paiId, id, { rules }) => changeChallengeRules(userId, paiId, id, rules)),
  change('post', '/close', 'End a challenge; everything stays to be read: whoever started it, the owner and admins', undefined, closeChallenge),
  change('post', '/join', 'Take part from now on', wire.JoinBody, (userId, paiId, id, { zone }) => joinChallenge(userId, paiId, id, zone)),
  change('post', '/leave', 'Take part no more; what was done stays', undefined, leaveChallenge),
  change('put', '/zone', 'One’s clock is another one from now on', wire.JoinBody, (userId, paiId, id, { zone }) => moveChallenge(userId, paiId, id, zone)),
  entry('/checkins', 'Check in now, or for when it was done offline', wire.CheckinBody, checkIn),
  entry('/makeups', 'Make a missed day up with a card', wire.MakeupBody, makeUp),
  entry('/pauses', 'Pause from today on', wire.PauseBody, pause),
  entry('/resume', 'End a pause', wire.ResumeBody, (userId, paiId, id, { clientMsgId }) => resume(userId, paiId, id, clientMsgId)),
  entry('/verdicts', 'Say whether a check-in counts: whoever started it, the owner and admins', wire.VerdictBody, giveVerdict),
  route({ method: 'get', path: `${ONE}/entries`, summary: 'The ledger, the newest first', ...member, query: z.object({ before: Id.optional(), limit: QueryInt(1, 100).default(30), member: Id.optional() }), reply: wire.Feed }, (input) =>
    readFeed(userOf(input), input.params.paiId, input.params.challengeId, input.query),
  ),
  beside('post', '/proof', 'Add what one’s check-in does not have yet', wire.AddProofBody, (userId, paiId, id, entryId, { proof }) => addProof(userId, paiId, id, entryId, proof)),
  beside('post', '/appeal', 'Ask people to look at one’s check-in again', wire.AppealBody, (userId, paiId, id, entryId, { text }) => appeal(userId, paiId, id, entryId, text)),
  beside('put', '/reactions', 'Answer an entry with an emoji, or take that back', wire.EntryReactionBody, (userId, paiId, id, entryId, { emoji, on }) => react(userId, paiId, id, entryId, emoji, on)),
  route({ method: 'get', path: `${ONE}/export.csv`, summary: 'The whole ledger as a table, make-ups, pauses and verdicts marked', ...member }, async (input) => {
    const { title, csv } = await exportCsv(userOf(input), input.params.paiId, input.params.challengeId, input.locale);
    return new Binary(csv, 'text/csv; charset=utf-8', { 'Content-Disposition': `attachment; filename="challenge.csv"; filename*=UTF-8''${encodeURIComponent(title)}.csv` });
  }),
];
