import { createActivityId, sendUpdatableMessage } from './activity';
import { getwxacodeunlimit } from './code';
import { checksession, jscode2session, resetusersessionkey } from './login';
import { mediaCheckAsync } from './media';
import { msgSecCheck } from './security';
import type { Call, State } from './state';
import { subscribeSend } from './subscribe';
import { stableToken } from './token';

export interface Endpoint {
  method: 'GET' | 'POST';
  /** Whether it wants an access token. */
  token: boolean;
  /** A JSON answer (errcode 0 is added) or a picture. `track` gets work that outlives the answer. */
  answer: (state: State, call: Call, track: (work: Promise<void>) => void) => object | Buffer;
}

export const ENDPOINTS: Record<string, Endpoint> = {
  '/sns/jscode2session': { method: 'GET', token: false, answer: jscode2session },
  '/cgi-bin/stable_token': { method: 'POST', token: false, answer: stableToken },
  '/wxa/checksession': { method: 'GET', token: true, answer: checksession },
  '/wxa/resetusersessionkey': { method: 'GET', token: true, answer: resetusersessionkey },
  '/wxa/getwxacodeunlimit': { method: 'POST', token: true, answer: getwxacodeunlimit },
  '/cgi-bin/message/wxopen/activityid/create': { method: 'GET', token: true, answer: createActivityId },
  '/cgi-bin/message/wxopen/updatablemsg/send': { method: 'POST', token: true, answer: sendUpdatableMessage },
  '/wxa/msg_sec_check': { method: 'POST', token: true, answer: msgSecCheck },
  '/wxa/media_check_async': { method: 'POST', token: true, answer: mediaCheckAsync },
  '/cgi-bin/message/subscribe/send': { method: 'POST', token: true, answer: subscribeSend },
};
