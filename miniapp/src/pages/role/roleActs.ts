import type { AiRole, RoleBody, RoleTemplate } from '@shared/wire/aiRole';
import { roleT } from '@/features/role/words';
import type { Roles } from '@/features/role/useRoles';
import { saying } from '@/features/screen/saving';
import * as api from '@/transport/api';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';

export interface RoleActs {
  change(change: RoleBody): Promise<boolean>;
  back(version: number): Promise<void>;
  add(template: RoleTemplate): Promise<void>;
  remove(): Promise<void>;
}

/** What the owner can do with the role on the page. `show` puts another one there. */
export function roleActs(paiId: string, role: AiRole, roles: Roles, show: (roleId: string | undefined) => void): RoleActs {
  return {
    change: (change) => roles.change(role, change),
    async back(version) {
      if (await saying(api.undoRole(paiId, role.id, version), roleT('role.backDone', { n: version }))) roles.load();
    },
    async add(template) {
      const added = api.createRole(paiId, template);
      if (!(await saying(added, roleT('role.added')))) return;
      show((await added).role.id);
      roles.load();
    },
    async remove() {
      const { name, id } = role;
      if (!(await ask({ title: roleT('role.removeTitle', { name }), text: roleT('role.removeText'), act: roleT('role.removeAct'), danger: true }))) return;
      if (!(await saying(api.deleteRole(paiId, id)))) return;
      show(undefined);
      toast(roleT('role.removed', { name }));
      roles.load();
    },
  };
}
