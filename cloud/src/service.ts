import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { accountGone, accountRoutes, authenticate, dropAvatar, faceChanged, listEndedSessions, sweepAccounts } from './account';
import { answerRun, askOfTrip, assistantRoutes, endRunsOfAsk, endRunsOfRole, followMessage, forgetAsker, forgetPaiFacts, forgetPaiRuns, forgetPersonFacts, heedCheckin, interpreter, notice, rememberFact, sweepDigests, sweepRecaps, sweepRuns, sweepSupervision, sweepTopics, tellPlanned, tellRecap, unrememberFact } from './assistant';
import { cardRoutes, dropCardsFrom, dropVotes, forgetVoter, makeCard, plugMemory, sweepCards, waitForWords } from './card';
import { challengeRoutes, dropProofFile, entryWritten, eraseChallenges, forgetPartaker, forgetReminders, hushChallenges, leaveChallengesOf, superviseChallenges, superviseRoutes, sweepReminders } from './checkin';
import { publicUrl, useConfig, type Config } from './config';
import { authenticateOperator, consoleRoutes } from './console';
import { fileRoutes, serveFile, sweepFiles } from './file';
import { createApp } from './http/app';
import { toAppError } from './http/onError';
import { clientPages, filePages, pushPage, type Preview } from './http/pages';
import { closeRateLimits } from './http/rateLimit';
import type { Route } from './http/route';
import { HOUR, MINUTE, SECOND } from './infra/clock';
import { newId } from './infra/ids';
import { log, openLogger } from './infra/logger';
import { openMetrics } from './infra/metrics';
import { closeMongo, currentEpoch, mongoIsUp, openMongo, readEpoch } from './infra/mongo';
import { closeRedis, openRedis, redis, redisIsUp } from './infra/redis';
import { openWechat, PushError, wechatPush } from './infra/wechat';
import { dropReadMessage, forgetHidden, forgetPaiItineraries, forgetTraveller, forgetWisher, fulfilOrder, heedTalk, itineraryRoutes, planned, plugMeanings, plugPolls, stopHeeding, sweepPlans, sweepTalk, wondered } from './itinerary';
import { closeQueue, every, openQueue, startWorker, stopSchedule, stopWorker } from './jobs';
import { attend, closeLog, flushReads, forgetName, heedPush, logForPais, logForSockets, messageRoutes, messageTouched, onCommit, publishCreated, settleReview, sweepRecalls, sweepUnattended, trimLogEnds } from './message';
import { dropCover, forgetMember, inviteRoutes, listOpenPaiIdsOf, memberLeft, paiRoutes, plugLog, readInvite, readingChanged, roleChanged, roleRoutes, settleRolePicture, sweepPais, tellFace } from './pai';
import { Gateway } from './realtime';
import { pictureJudged, removeReviewsOfPai, removeReviewsOfPerson, reviewDecided } from './safety';
import { forgetAuthor, forgetMessage, forgetPaiRecaps, forgetReader } from './recap';
import type { SpeakMode } from '@shared/wire/aiRole';
import { errorSentence } from '@shared/wire/errors';

export interface Service {
  url: string;
  port: number;
  stop: () => Promise<void>;
}

export interface ServiceOptions {
  /** Validates what handlers answer: for tests. */
  checkReplies?: boolean;
}

/** Every route of the API: what is mounted, described in openapi.json and tried by the access matrix. */
export const routes: readonly Route[] = [...accountRoutes, ...paiRoutes, ...roleRoutes, ...inviteRoutes, ...messageRoutes, ...cardRoutes, ...itineraryRoutes, ...challengeRoutes, ...superviseRoutes, ...fileRoutes, ...assistantRoutes, ...consoleRoutes];

const PREVIEW_SPEAKS: Record<SpeakMode, string> = { off: 'AI 成员不说话', called: 'AI 成员叫了才说话', helpful: 'AI 成员会帮一把', host: 'AI 成员会主持' };

async function previewInvite(token: string, ip: string): Promise<Preview | undefined> {
  const { card } = await readInvite(token, undefined, ip);
  const speaks = PREVIEW_SPEAKS[card.assistant.mode];
  return { title: `${card.emoji} ${card.name}`, description: `${card.owner.name}建的派 · ${card.memberCount} 人 · ${speaks}` };
}

async function answerPush(query: Record<string, unknown>, body: string | undefined): Promise<{ status: number; text: string }> {
  const push = wechatPush();
  if (!push) return { status: 404, text: '' };
  try {
    if (body === undefined) return { status: 200, text: push.verifyAddress(query) };
    const message = push.read(query, body);
    log().info({ event: message.event ?? message.msgType }, 'push received');
    // WeChat wants its answer at once. A verdict that is lost here leaves the message to the operators.
    heedPush(message).catch((error: unknown) => log().warn({ err: error }, 'a push could not be heeded'));
    return { status: 200, text: 'success' };
  } catch (error) {
    if (error instanceof PushError) return { status: 403, text: '' };
    throw error;
  }
}

/** Plugs the capabilities together: what those to the left need of those to the right. */
function compose(): void {
  plugLog({
    ...logForPais,
    erase: async (paiId) => {
      await logForPais.erase(paiId);
      await removeReviewsOfPai(paiId);
      await forgetPaiRuns(paiId);
      await forgetPaiRecaps(paiId);
      await forgetPaiFacts(paiId);
      await forgetPaiItineraries(paiId);
      await eraseChallenges(paiId);
    },
  });
  plugPolls(makeCard);
  plugMeanings(interpreter);
  plugMemory({ keep: rememberFact, forget: unrememberFact });
  for (const hook of [accountGone, faceChanged, memberLeft, roleChanged, messageTouched, readingChanged, reviewDecided, pictureJudged, planned, wondered]) hook.clear();
  planned.listen(tellPlanned);
  wondered.listen(askOfTrip);
  faceChanged.listen(async ({ userId }) => {
    forgetName(userId);
    await tellFace(userId);
  });
  accountGone.listen(({ userId }) => forgetMember(userId));
  accountGone.listen(({ userId }) => removeReviewsOfPerson(userId));
  accountGone.listen(({ userId }) => forgetAsker(userId));
  accountGone.listen(({ userId }) => forgetReader(userId));
  accountGone.listen(({ userId }) => forgetPersonFacts(userId));
  roleChanged.listen(async ({ pai, roleId, role }) => {
    if (role && role.mode !== 'off') return;
    await endRunsOfRole(pai, roleId);
    await waitForWords(pai._id);
  });
  messageTouched.listen(async ({ paiId, seq, recalled }) => {
    if (recalled) await endRunsOfAsk(paiId, seq);
  });
  messageTouched.listen(({ paiId, seq, recalled }) => forgetMessage(paiId, seq, recalled));
  messageTouched.listen(followMessage);
  messageTouched.listen(async ({ paiId, seq, recalled }) => {
    if (recalled) await dropCardsFrom(paiId, seq);
  });
  memberLeft.listen(({ paiId, userId }) => dropVotes(paiId, userId));
  memberLeft.listen(({ paiId, userId }) => leaveChallengesOf(paiId, userId));
  accountGone.listen(({ userId }) => forgetVoter(userId));
  accountGone.listen(({ userId }) => forgetPartaker(userId));
  superviseChallenges();
  entryWritten.listen(heedCheckin);
  accountGone.listen(({ userId }) => forgetReminders(userId));
  messageTouched.listen(({ paiId, seq, recalled }) => dropReadMessage(paiId, seq, recalled));
  memberLeft.listen(({ paiId, userId }) => forgetTraveller(paiId, userId));
  accountGone.listen(({ userId }) => forgetWisher(userId));
  readingChanged.listen(async ({ paiId, userId, mayRead }) => {
    if (!mayRead) await forgetAuthor(paiId, userId);
    if (!mayRead) await forgetHidden(paiId, userId);
  });
  reviewDecided.listen(settleReview);
  pictureJudged.listen(async ({ fileId, usedBy, refused }) => {
    const [use, id = '', inside = ''] = usedBy.split(':');
    if (use === 'role') await settleRolePicture(id, inside, fileId, refused);
    if (use === 'checkin' && refused) await dropProofFile(inside, fileId);
    if (use === 'avatar' && refused) await dropAvatar(id, fileId);
    if (use === 'cover' && refused) await dropCover(id, fileId);
  });
  onCommit((paiId, docs) => {
    publishCreated(paiId, docs);
    attend(docs);
    heedTalk(docs);
    const called = docs.filter((doc) => doc.heed);
    // If this fails, the sweep finds the message by its mark.
    if (called.length > 0) notice(called).catch((error: unknown) => log().warn({ err: error }, 'a call for the AI member waits for the sweep'));
  });
}

function createGateway(): Gateway {
  return new Gateway({
    authenticate,
    endedSessions: listEndedSessions,
    paisOf: listOpenPaiIdsOf,
    ...logForSockets,
    epoch: currentEpoch,
    sentence: (thrown, locale) => {
      const error = toAppError(thrown);
      if (error.code === 'service/internal') log().error({ err: error.cause }, 'a frame failed');
      return { code: error.code, message: errorSentence(error.code, locale, error.params) };
    },
  });
}

function createWeb(options: ServiceOptions): Server {
  const app = createApp({
    routes,
    authenticator: { user: async (token) => authenticate(token), operator: authenticateOperator },
    pages: [
      filePages(serveFile),
      pushPage(answerPush),
      clientPages({ h5Dir: path.resolve('miniapp/dist/h5'), consoleDir: path.resolve('cloud/console/dist'), publicUrl, previewInvite }),
    ],
    health: async () => ({ mongodb: await mongoIsUp(), redis: await redisIsUp() }),
    checkReplies: options.checkReplies ?? false,
  });
  const handle = app.callback();
  return createServer((request, response) => void handle(request, response));
}

function startWork(config: Config): void {
  startWorker(config.REDIS_URL, { 'run.answer': ({ runId }) => answerRun(runId), 'run.recap': ({ runId }) => tellRecap(runId), 'itinerary.plan': ({ itineraryId }) => fulfilOrder(itineraryId) });
  every(2 * SECOND, 'runs', sweepRuns);
  every(2 * SECOND, 'recaps', sweepRecaps);
  every(2 * SECOND, 'plans', sweepPlans);
  every(15 * SECOND, 'boards', sweepTalk);
  every(30 * SECOND, 'digests', sweepDigests);
  every(30 * SECOND, 'topics', sweepTopics);
  every(30 * SECOND, 'supervision', sweepSupervision);
  every(SECOND, 'recalls', sweepRecalls);
  every(15 * SECOND, 'safety', sweepUnattended);
  every(SECOND, 'cards', sweepCards);
  every(SECOND, 'reminders', sweepReminders);
  every(MINUTE, 'accounts', sweepAccounts);
  every(MINUTE, 'pais', sweepPais);
  every(HOUR, 'files', sweepFiles);
}

async function listen(server: Server, config: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** A restored store gives positions out again: nothing known of heads holds, and every client starts over [R2]. */
async function watchEpoch(gateway: Gateway | undefined): Promise<void> {
  const before = currentEpoch();
  if ((await readEpoch(newId())) === before) return;
  log().warn('the store has a new epoch: everything is read again');
  closeLog();
  gateway?.startOver();
}

/** Starts the roles the configuration names. Rejects when a store cannot be reached or the port is taken. */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  useConfig(config);
  openLogger(config.LOG_LEVEL);
  openMetrics();
  await Promise.all([openMongo(config.MONGODB_URI), openRedis(config.REDIS_URL)]);
  await readEpoch(newId());
  openWechat(config, redis());
  openQueue(config.REDIS_URL);
  compose();
  every(MINUTE, 'log ends', async () => trimLogEnds());
  const web = createWeb(options);
  const gateway = config.ROLES.includes('realtime') ? createGateway() : undefined;
  gateway?.attach(web);
  every(5 * SECOND, 'epoch', () => watchEpoch(gateway));
  if (config.ROLES.includes('worker')) startWork(config);
  const port = await listen(web, config);
  useConfig({ ...config, PORT: port });
  log().info({ port, roles: config.ROLES }, 'listening');
  return { port, url: `http://127.0.0.1:${port}`, stop: () => stop(web, gateway) };
}

/** Stops in order: no new requests, sockets told to come back, jobs under way ended, cursors written, stores closed. */
async function stop(server: Server, gateway: Gateway | undefined): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await gateway?.stop();
  stopSchedule();
  await stopWorker();
  await flushReads();
  stopHeeding();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3000).unref();
  await closed;
  await closeQueue();
  hushChallenges();
  closeLog();
  closeRateLimits();
  await closeRedis();
  await closeMongo();
}
