import { config } from '../../config';
import { now } from '../../infra/clock';
import { insertCredits, sumCredits } from './store';

/** Notes what WeChat was allowed to send by one tap; the same clientMsgId counts once. Says how many messages there are then. */
export async function addCredits(userId: string, clientMsgId: string, accepted: readonly string[]): Promise<{ credits: number; templates: string[] }> {
  const template = config().WECHAT_REMINDER_TEMPLATE;
  if (!template) return { credits: 0, templates: [] };
  if (accepted.includes(template.id)) await insertCredits([{ _id: `${userId}:${clientMsgId}`, userId, change: 1, why: 'accepted', at: now() }]);
  return { credits: await creditsOf(userId), templates: [template.id] };
}

/** How many messages WeChat still takes for somebody; none where there is no template. */
export const creditsOf = async (userId: string): Promise<number> => (config().WECHAT_REMINDER_TEMPLATE ? ((await sumCredits([userId])).get(userId) ?? 0) : 0);
