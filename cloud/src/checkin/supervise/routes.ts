import { z } from 'zod';
import { Id } from '@shared/wire/base';
import * as wire from '@shared/wire/challenge';
import { route, userOf, type Route } from '../../http/route';
import { accessChallenge } from '../access';
import { presentAccess } from '../rules';
import { addCredits } from './credits';
import { reportWeek } from './report';
import { setReminder } from './settings';

const One = z.object({ paiId: Id, challengeId: Id });
const ONE = '/pais/:paiId/challenges/:challengeId';

export const superviseRoutes: Route[] = [
  route({ method: 'put', path: `${ONE}/reminder`, summary: 'When one is reminded of a challenge, by one’s own clock; null: not at all', right: 'member', params: One, body: wire.ReminderBody, reply: wire.ChallengeReply }, async (input) => ({
    challenge: await presentAccess(await setReminder(userOf(input), input.params.paiId, input.params.challengeId, input.body)),
  })),
  route({ method: 'post', path: `${ONE}/credits`, summary: 'What WeChat was allowed to send by one tap, each accept good for one message; which templates to ask for, and how many messages there are', right: 'member', params: One, body: wire.CreditsBody, reply: wire.CreditsReply }, async (input) => {
    await accessChallenge(userOf(input), input.params.paiId, input.params.challengeId);
    return addCredits(userOf(input), input.body.clientMsgId, input.body.accepted);
  }),
  route({ method: 'get', path: `${ONE}/report`, summary: 'The week of a challenge up to today, each line with the entries it rests on; null: nobody has checked in', right: 'member', params: One, reply: wire.ReportReply }, async (input) => ({
    report: await reportWeek(userOf(input), input.params.paiId, input.params.challengeId, input.locale),
  })),
];
