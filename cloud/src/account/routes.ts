import { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import { BindBody, ClientInfo, LoginBody, MeBody, MeReply, Session, TokenBody } from '@shared/wire/account';
import { OK, Ok } from '@shared/wire/base';
import { PROTOCOL_VERSION } from '@shared/wire/version';
import { config } from '../config';
import { route, userOf, type Route } from '../http/route';
import { modelLabel } from '../infra/modelLabel';
import { cancelDeletion, planDeletion } from './deletion';
import { bindWechat, login } from './login';
import { presentUser } from './present';
import { accessMe, updateMe } from './profile';
import { closeSession, refreshSession } from './session';

const signIn: Route[] = [
  route({ method: 'get', path: '/client', summary: 'What this server offers, for clients to set themselves up', right: 'anyone', reply: ClientInfo }, async () => {
    const { AUTH_GUEST, WECHAT_APP_ID, MODEL_BASE_URL, PAI_CAP_MAX, MAP_TILES, MAP_TILES_ATTRIBUTION, MAP_TILES_DATUM } = config();
    const { pageMessages, messageGraphemes, fileBytes, voiceSeconds, recallMinutes, editMinutes } = LIMITS;
    return {
      protocol: PROTOCOL_VERSION,
      guest: AUTH_GUEST,
      wechat: WECHAT_APP_ID !== undefined,
      model: { offline: MODEL_BASE_URL === undefined, name: modelLabel() },
      limits: { pageMessages, messageGraphemes, fileBytes, voiceSeconds, recallMinutes, editMinutes, paiCap: PAI_CAP_MAX },
      ...(MAP_TILES === undefined ? {} : { map: { url: MAP_TILES, attribution: MAP_TILES_ATTRIBUTION, datum: MAP_TILES_DATUM } }),
    };
  }),
  route({ method: 'post', path: '/login', summary: 'Sign in as a guest or with WeChat', right: 'anyone', bucket: 'login', body: LoginBody, reply: Session }, (input) => login(input.body, input.locale)),
  route({ method: 'post', path: '/token', summary: 'Exchange a refresh token; each is good once', right: 'anyone', bucket: 'login', body: TokenBody, reply: Session }, (input) =>
    refreshSession(input.body.refreshToken),
  ),
  route({ method: 'post', path: '/logout', summary: 'End this sign-in; its sockets close', right: 'user', reply: Ok }, async (input) => {
    await closeSession(userOf(input), input.caller?.sessionId ?? '');
    return OK;
  }),
];

const me: Route[] = [
  route({ method: 'get', path: '/me', summary: 'My account', right: 'user', reply: MeReply }, async (input) => ({ user: presentUser(await accessMe(userOf(input))) })),
  route({ method: 'patch', path: '/me', summary: 'Change name, face, language', right: 'user', body: MeBody, reply: MeReply }, async (input) => ({
    user: presentUser(await updateMe(userOf(input), input.body, input.locale)),
  })),
  route({ method: 'post', path: '/me/wechat', summary: 'Bind a guest to WeChat', right: 'user', bucket: 'login', body: BindBody, reply: MeReply }, async (input) => ({
    user: presentUser(await bindWechat(userOf(input), input.body.code)),
  })),
  route({ method: 'delete', path: '/me', summary: 'Delete the account in 24 hours', right: 'user', reply: MeReply }, async (input) => ({ user: presentUser(await planDeletion(userOf(input))) })),
  route({ method: 'post', path: '/me/restore', summary: 'Keep the account after all', right: 'user', body: z.object({}), reply: MeReply }, async (input) => ({
    user: presentUser(await cancelDeletion(userOf(input))),
  })),
];

export const accountRoutes: Route[] = [...signIn, ...me];
