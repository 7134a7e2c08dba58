import { useEffect, useRef, useState } from 'react';
import type { AiRole, MeterReply, RoleBody, RolesReply } from '@shared/wire/aiRole';
import * as api from '@/transport/api';
import { usePai } from '../pai/store';
import { saying } from '../screen/saving';
import { changeRole } from './store';

/** The meter counts a second's talk at once; looking more often shows nothing new. */
const METER_MS = 5_000;

export interface Roles {
  roles: readonly AiRole[];
  /** Undefined until read. */
  reply: RolesReply | undefined;
  meter: MeterReply | undefined;
  failed: boolean;
  load(): void;
  /** Shows a change at once and puts it back when the cloud refuses; true when it was taken. */
  change(role: AiRole, change: RoleBody): Promise<boolean>;
}

function useMeter(paiId: string): MeterReply | undefined {
  const [meter, setMeter] = useState<MeterReply>();
  useEffect(() => {
    const look = (): void => void api.getMeter(paiId).then(setMeter, () => undefined);
    look();
    const timer = setInterval(look, METER_MS);
    return () => clearInterval(timer);
  }, [paiId]);
  return meter;
}

/** The AI roles of a pai and how much they say, kept up to date while somebody looks. */
export function useRoles(paiId: string): Roles {
  const assistants = usePai(paiId)?.assistants;
  const [reply, setReply] = useState<RolesReply>();
  const [failed, setFailed] = useState(false);
  const saving = useRef(0);
  const meter = useMeter(paiId);
  const put = (role: AiRole): void => setReply((now) => now && { ...now, roles: now.roles.map((one) => (one.id === role.id ? role : one)) });
  const load = (): void => {
    setFailed(false);
    // What is being saved is newer than what would come back.
    api.listRoles(paiId).then((read) => saving.current === 0 && setReply(read), () => setFailed(true));
  };
  useEffect(load, [paiId, assistants]);
  const change = async (role: AiRole, wanted: RoleBody): Promise<boolean> => {
    const defined = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    put({ ...role, ...defined });
    saving.current++;
    const taken = await saying(
      changeRole(paiId, role.id, wanted).then(put, (error: unknown) => {
        put(role);
        throw error;
      }),
    );
    saving.current--;
    return taken;
  };
  return { roles: reply?.roles ?? [], reply, meter, failed: failed && reply === undefined, load, change };
}
