import { z } from 'zod';
import { mayDo } from '@shared/domain/role';
import * as wire from '@shared/wire/aiRole';
import { Id } from '@shared/wire/base';
import { config } from '../../config';
import { route, userOf, type Route } from '../../http/route';
import { modelLabel } from '../../infra/modelLabel';
import { accessPai } from '../access';
import { changeRole } from './change';

const InPai = z.object({ paiId: Id });
const OfRole = z.object({ paiId: Id, roleId: Id });

export const roleRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/roles', summary: 'The AI roles and how they are set', right: 'member', params: InPai, reply: wire.RolesReply }, async (input) => {
    const { pai, me } = await accessPai(userOf(input), input.params.paiId);
    return { roles: pai.assistants, mayEdit: mayDo(me.role, 'set-ai'), zone: config().TIME_ZONE, model: modelLabel() };
  }),
  route({ method: 'put', path: '/pais/:paiId/roles/:roleId', summary: 'Change an AI role; at once, and running turns too', right: 'owner', params: OfRole, body: wire.RoleBody, reply: wire.RoleReply }, async (input) => ({
    role: await changeRole(userOf(input), input.params.paiId, input.params.roleId, input.body, input.locale),
  })),
];
