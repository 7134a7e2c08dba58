import { done } from './answer';
import type { EnvVersion } from './code';
import { WechatError } from './error';
import type { Send } from './http';
import { fitTemplate } from './template';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page the message opens, with its query. */
  page?: string;
  envVersion: EnvVersion;
  /** By keyword, e.g. `{ thing1: 'Morning run', time2: '07:00' }`; made to fit by fitTemplate. */
  values: Record<string, string | number>;
}

/** `no-credit`: this user has no accept left for the template, or refused it (43101). `banned`: the template is blocked (43107). */
export type SubscribeOutcome = 'sent' | 'no-credit' | 'banned';

const STATES = { develop: 'developer', trial: 'trial', release: 'formal' } as const;
const OUTCOMES = new Map<number, SubscribeOutcome>([
  [43101, 'no-credit'],
  [43107, 'banned'],
]);

export const subscribeAbility = (send: Send) => ({
  /**
   * Sends one subscribe message; one accept of the user pays for one. Never repeated: a lost answer may mean it was sent.
   * Throws WechatError (40003, 40037, 43108, 45168, 47003, -1 …) and TemplateValueError.
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeOutcome> {
    const body = {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      miniprogram_state: STATES[message.envVersion],
      data: fitTemplate(message.values),
    };
    try {
      await send({ endpoint: '/cgi-bin/message/subscribe/send', body, idempotent: false }, done);
      return 'sent';
    } catch (error) {
      const outcome = error instanceof WechatError ? OUTCOMES.get(error.errcode) : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  },
});
