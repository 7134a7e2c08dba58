import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { AiRole, RoleTemplate, RoleVersion, WithheldReply } from '@shared/wire/aiRole';
import { hasRoleKey, roleT, useRoleT, type RoleKey } from '@/features/role/words';
import { openRoom } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { momentName } from '@/i18n/time';
import * as api from '@/transport/api';
import { Button } from '@/ui/Button';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/States';

interface OfRole {
  paiId: string;
  role: AiRole;
  onClose: () => void;
}

/** Reads once what a sheet shows; closing it is all there is to do when that fails. */
function useRead<T>(read: () => Promise<T>, onFail: () => void): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    void saying(read().then(setValue)).then((done) => !done && onFail());
  }, []);
  return value;
}

const changedWord = (name: string): string => (hasRoleKey(`role.changed.${name}`) ? roleT(`role.changed.${name}` as RoleKey) : name);

function VersionRow({ version, isNow, mayEdit, onBack }: { version: RoleVersion; isNow: boolean; mayEdit: boolean; onBack: () => void }) {
  const t = useRoleT();
  const what = version.changed.length > 0 ? version.changed.map(changedWord).join(t.locale === 'zh' ? '、' : ', ') : t('role.first');
  const who = `${version.by.name} · ${momentName(new Date(version.at), new Date(), t.locale)}`;
  const back = (
    <Button kind="text" size={44} label={`${t('role.back')} ${t('role.versionNote', { n: version.version })}`} onTap={onBack}>
      {t('role.back')}
    </Button>
  );
  return <Cell title={what} note={`${t('role.versionNote', { n: version.version })} · ${who}`} {...(isNow ? { value: t('role.nowTag') } : mayEdit ? { control: back, wrap: true } : {})} />;
}

/** How it was set before, by whom; the owner can go back. */
export function VersionsSheet({ paiId, role, mayEdit, onBack, onClose }: OfRole & { mayEdit: boolean; onBack: (version: number) => void }) {
  const t = useRoleT();
  const word = useT();
  const read = useRead(() => api.listRoleVersions(paiId, role.id), onClose);
  return (
    <Sheet title={t('role.versions')} onClose={onClose}>
      {!read && <SkeletonRows rows={3} face={0} label={word('common.loading')} />}
      {read && (
        <List>
          {read.versions.map((version) => (
            <VersionRow key={version.version} version={version} isNow={version.version === role.version} mayEdit={mayEdit} onBack={() => onBack(version.version)} />
          ))}
        </List>
      )}
    </Sheet>
  );
}

const whyWord = (reason: string): string => (hasRoleKey(`role.why.${reason}`) ? roleT(`role.why.${reason}` as RoleKey) : reason);

function Turns({ paiId, turns }: { paiId: string; turns: WithheldReply['turns'] }) {
  const t = useRoleT();
  return (
    <List>
      {turns.map(({ runId, reason, at, seq }) => (
        <Cell key={runId} title={whyWord(reason)} note={momentName(new Date(at), new Date(), t.locale)} {...(seq === undefined ? {} : { onTap: () => void openRoom(paiId, seq) })} />
      ))}
    </List>
  );
}

/** When it kept silent and why, for the owner. */
export function WithheldSheet({ paiId, role, onClose }: OfRole) {
  const t = useRoleT();
  const word = useT();
  const read = useRead(() => api.listWithheld(paiId), onClose);
  const turns = (read?.turns ?? []).filter(({ roleId }) => roleId === role.id);
  return (
    <Sheet title={t('role.withheld')} onClose={onClose}>
      <View className="t14 soft">{t('role.withheldNote')}</View>
      {!read && <SkeletonRows rows={3} face={0} label={word('common.loading')} />}
      {read && turns.length === 0 && <View className="center soft">{t('role.withheldNone')}</View>}
      {turns.length > 0 && <Turns paiId={paiId} turns={turns} />}
    </Sheet>
  );
}

const TEMPLATES: readonly RoleTemplate[] = ['general', 'trip', 'habit', 'mood', 'study', 'office', 'elder'];

/** What another AI may be made from. */
export function AddSheet({ onPick, onClose }: { onPick: (template: RoleTemplate) => void; onClose: () => void }) {
  const t = useRoleT();
  return (
    <Sheet title={t('role.add')} onClose={onClose}>
      <List>
        {TEMPLATES.map((template) => (
          <Cell
            key={template}
            title={t(`role.template.${template}`)}
            note={t(`role.brings.${template}`)}
            onTap={() => {
              onClose();
              onPick(template);
            }}
          />
        ))}
      </List>
    </Sheet>
  );
}
