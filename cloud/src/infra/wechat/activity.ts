import { z } from 'zod';
import { dateAt, SECOND } from '../clock';
import { done, json } from './answer';
import type { EnvVersion } from './code';
import type { Send } from './http';

/** What a shared card says. WeChat fixes the words: "members are joining, m/n", then "started"; nothing goes back. */
export type CardState = { kind: 'joining'; memberCount: number; roomLimit: number } | { kind: 'started'; path: string; envVersion: EnvVersion };

const Activity = z.object({ activity_id: z.string().min(1), expiration_time: z.coerce.number().positive() });

function targetOf(state: CardState): { target_state: 0 | 1; parameters: Record<string, string> } {
  if (state.kind === 'joining') {
    return { target_state: 0, parameters: { member_count: String(state.memberCount), room_limit: String(state.roomLimit) } };
  }
  return { target_state: 1, parameters: { path: state.path, version_type: state.envVersion } };
}

export const activityAbility = (send: Send) => ({
  /** An id for a card whose text can change for 24 h. With `openid` only that user may share it. */
  async createActivityId(openid?: string): Promise<{ activityId: string; expiresAt: Date }> {
    const query: Record<string, string> = openid === undefined ? {} : { openid };
    const created = await send({ endpoint: '/cgi-bin/message/wxopen/activityid/create', query, idempotent: true }, json(Activity));
    return { activityId: created.activity_id, expiresAt: dateAt(created.expiration_time * SECOND) };
  },

  /** Changes every shared copy of the card. Throws WechatError: 47501 (id), 47502 (state), 47503 (parameters), 47504 (expired) … */
  async sendUpdatableMessage(activityId: string, state: CardState): Promise<void> {
    const { target_state, parameters } = targetOf(state);
    const parameter_list = Object.entries(parameters).map(([name, value]) => ({ name, value }));
    const body = { activity_id: activityId, target_state, template_info: { parameter_list } };
    await send({ endpoint: '/cgi-bin/message/wxopen/updatablemsg/send', body, idempotent: true }, done);
  },
});
