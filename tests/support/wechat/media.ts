import { setTimeout as pause } from 'node:timers/promises';
import { deliver } from './push';
import { field, must, text } from './refusal';
import { spend } from './quota';
import { checkAsker } from './security';
import { draw, judge, nowOf, type Call, type State } from './state';

const MEDIA_BYTES = 10 * 1024 * 1024;
const DOWNLOAD_MS = 5_000;
const DOWNLOAD_FAILED = -1008;

/** The medium's bytes, or null when WeChat would not get them. */
async function download(state: State, url: string): Promise<Buffer | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([state.stopped, AbortSignal.timeout(DOWNLOAD_MS)]) });
    const bytes = Buffer.from(await response.arrayBuffer());
    return response.ok && bytes.length > 0 && bytes.length <= MEDIA_BYTES ? bytes : null;
  } catch {
    return null;
  }
}

async function judgeMedium(state: State, traceId: string, url: string): Promise<void> {
  await pause(state.pushDelayMs, undefined, { signal: state.stopped });
  const bytes = await download(state, url);
  const common = { Event: 'wxa_media_check', appid: state.appId, trace_id: traceId, version: 2 };
  state.pending.delete(url);
  if (!bytes) return deliver(state, traceId, { ...common, errcode: DOWNLOAD_FAILED, errmsg: 'download media failed' });
  const verdict = judge(state, url, bytes.toString('latin1'));
  const detail = [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }];
  return deliver(state, traceId, { ...common, errcode: 0, errmsg: 'ok', result: verdict, detail });
}

/** Starts a check; its verdict is pushed later. `track` gets the work so that a test can wait for it. */
export function mediaCheckAsync(state: State, { body }: Call, track: (work: Promise<void>) => void): object {
  spend(state, '/wxa/media_check_async');
  const url = text(body, 'media_url');
  must(/^https?:\/\/\S+$/.test(url), 40097, 'invalid args');
  must([1, 2].includes(Number(field(body, 'media_type'))), 40097, 'invalid args');
  checkAsker(state, body);
  must(!state.pending.has(url), 87020, 'repeated media check');
  const traceId = `${draw(state, 'trace').toString('hex').slice(0, 24)}-${Math.floor(nowOf(state) / 1000)}`;
  state.pending.set(url, traceId);
  track(judgeMedium(state, traceId, url));
  return { trace_id: traceId };
}
