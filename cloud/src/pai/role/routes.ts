import { z } from 'zod';
import { mayDo } from '@shared/domain/role';
import * as wire from '@shared/wire/aiRole';
import { Id, OK, Ok } from '@shared/wire/base';
import { config } from '../../config';
import { route, userOf, type Route } from '../../http/route';
import { modelLabel } from '../../infra/modelLabel';
import { accessPai } from '../access';
import { changeRole, createRole, removeRole, undoRole } from './change';
import { presentRole } from './present';
import { readVersions } from './versions';

const InPai = z.object({ paiId: Id });
const OfRole = z.object({ paiId: Id, roleId: Id });

export const roleRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/roles', summary: 'The AI roles and how they are set', right: 'member', params: InPai, reply: wire.RolesReply }, async (input) => {
    const { pai, me } = await accessPai(userOf(input), input.params.paiId);
    const mayEdit = mayDo(me.role, 'set-ai');
    return { roles: pai.assistants.map((role) => presentRole(role, mayEdit)), mayEdit, zone: config().TIME_ZONE, model: modelLabel() };
  }),
  route({ method: 'post', path: '/pais/:paiId/roles', summary: 'Add an AI role from a template', right: 'owner', params: InPai, body: wire.NewRoleBody, reply: wire.RoleReply, status: 201 }, async (input) => ({
    role: presentRole(await createRole(userOf(input), input.params.paiId, input.body.template, input.locale), true),
  })),
  route({ method: 'put', path: '/pais/:paiId/roles/:roleId', summary: 'Change an AI role; at once, and running turns too', right: 'owner', params: OfRole, body: wire.RoleBody, reply: wire.RoleReply }, async (input) => ({
    role: presentRole(await changeRole(userOf(input), input.params.paiId, input.params.roleId, input.body, input.locale), true),
  })),
  route({ method: 'delete', path: '/pais/:paiId/roles/:roleId', summary: 'Remove an AI role; running turns end', right: 'owner', params: OfRole, reply: Ok }, async (input) => {
    await removeRole(userOf(input), input.params.paiId, input.params.roleId);
    return OK;
  }),
  route({ method: 'get', path: '/pais/:paiId/roles/:roleId/versions', summary: 'How an AI role was set before, by whom', right: 'member', params: OfRole, reply: wire.RoleVersionsReply }, async (input) => ({
    versions: await readVersions(userOf(input), input.params.paiId, input.params.roleId),
  })),
  route({ method: 'post', path: '/pais/:paiId/roles/:roleId/undo', summary: 'Go back to earlier settings, as a new version', right: 'owner', params: OfRole, body: wire.UndoRoleBody, reply: wire.RoleReply }, async (input) => ({
    role: presentRole(await undoRole(userOf(input), input.params.paiId, input.params.roleId, input.body.version, input.locale), true),
  })),
];
