import * as api from '@/transport/api';
import { onFrame, sendFrame } from '@/transport/socket';
import { onSignOut } from '../account/session';
import { findPai, showRead } from '../pai/store';

/** The cloud writes a read cursor at most this often. */
const EVERY_MS = 2_000;

const seen = new Map<string, number>();
const told = new Map<string, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Everything up to `seq` has been on the screen. Never goes back. */
export function sawUpTo(paiId: string, seq: number): void {
  if (seq <= Math.max(seen.get(paiId) ?? 0, findPai(paiId)?.mine.readSeq ?? 0)) return;
  seen.set(paiId, seq);
  showRead(paiId, seq);
  if (timer === undefined) tell();
}

function tell(): void {
  timer = undefined;
  let any = false;
  seen.forEach((seq, paiId) => {
    if ((told.get(paiId) ?? 0) >= seq) return;
    any = true;
    told.set(paiId, seq);
    if (sendFrame({ type: 'read', paiId, seq })) return;
    api.postRead(paiId, seq).catch(() => told.delete(paiId));
  });
  if (any) timer = setTimeout(tell, EVERY_MS);
}

/* What could not be said while the line was down is said when it is back. */
onFrame((frame) => {
  if (frame.type === 'welcome' && timer === undefined) tell();
});
onSignOut(() => {
  seen.clear();
  told.clear();
});
