import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { AuditReply, DecideBody, DecideReply, ReviewReply, ReviewsQuery, ReviewsReply, ConsoleDoor, ConsoleLoginBody, ConsoleLoginReply, Overview } from '@shared/wire/console';
import { config } from '../config';
import { AppError } from '../errors';
import { route, type Route } from '../http/route';
import { HOUR, now, nowMs } from '../infra/clock';
import { sameText } from '../infra/secret';
import { overview } from './overview';
import { decide, listAudit, readReview, readReviews } from './reviews';

const secret = (): Uint8Array => new TextEncoder().encode(`console:${config().AUTH_KEYS[0]?.secret ?? ''}`);

/** Checks an operator's token. Throws `console/key-wrong`. */
export async function authenticateOperator(token: string): Promise<void> {
  if (!config().CONSOLE_KEY) throw new AppError('console/key-wrong');
  await jwtVerify(token, secret(), { audience: 'console', currentDate: now() }).catch((cause: unknown) => {
    throw new AppError('console/key-wrong', { cause });
  });
}

async function signIn(key: string): Promise<string> {
  const right = config().CONSOLE_KEY;
  if (!right || !sameText(key, right)) throw new AppError('console/key-wrong', { field: 'key' });
  const until = Math.floor((nowMs() + 8 * HOUR) / 1000);
  return new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setAudience('console').setExpirationTime(until).sign(secret());
}

const OfReview = z.object({ reviewId: Id });

export const consoleRoutes: Route[] = [
  route({ method: 'get', path: '/console', summary: 'Whether the console is open', right: 'anyone', reply: ConsoleDoor }, async () => ({ open: config().CONSOLE_KEY !== undefined })),
  route({ method: 'post', path: '/console/login', summary: 'Sign an operator in', right: 'anyone', bucket: 'console', body: ConsoleLoginBody, reply: ConsoleLoginReply }, async (input) => ({
    token: await signIn(input.body.key),
  })),
  route({ method: 'get', path: '/console/overview', summary: 'How the service is doing', right: 'operator', reply: Overview }, () => overview()),
  route({ method: 'get', path: '/console/reviews', summary: 'Messages people have to look at, the longest waiting first', right: 'operator', query: ReviewsQuery, reply: ReviewsReply }, (input) =>
    readReviews(input.query.state === 'open', input.query.limit),
  ),
  route({ method: 'get', path: '/console/reviews/:reviewId', summary: 'One of them with what stands around it', right: 'operator', params: OfReview, reply: ReviewReply }, (input) => readReview(input.params.reviewId)),
  route({ method: 'post', path: '/console/reviews/:reviewId', summary: 'Show it to everybody, or take it away', right: 'operator', params: OfReview, body: DecideBody, reply: DecideReply }, (input) =>
    decide(input.params.reviewId, input.body.action, input.body.note),
  ),
  route({ method: 'get', path: '/console/audit', summary: 'What operators did, latest first', right: 'operator', reply: AuditReply }, async () => ({ entries: await listAudit() })),
];
