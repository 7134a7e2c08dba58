import path from 'node:path';
import type { Pai } from '@shared/wire/pai';
import { useAids } from './demo/aids';
import { ask } from './demo/ask';
import { punchIn } from './demo/challenge';
import { Guest } from './demo/guest';
import { deviceOf, readKept, writeKept, type Kept } from './demo/keep';
import { play, type Cast, type Stage } from './demo/play';
import { draw } from './demo/scene';
import { planTrip } from './demo/trip';
import { DETAILS } from './demo/story/details';
import { AFTERWARDS, ANNOUNCEMENT, LOOSE, QUESTION } from './demo/story/loose';
import { PLANNING } from './demo/story/planning';
import { APPLICANT, CAST, type Who } from './demo/story/script';

const NAME = '元旦带外婆去青溪';
const HOURS = 24 * 30;

type Say = (line: string) => void;
interface Invited {
  token: string;
  url: string;
}

async function signIn(url: string, secret: string): Promise<Cast> {
  const people = await Promise.all(Object.entries(CAST).map(async ([who, { name }]) => [who, await Guest.signIn(url, name, deviceOf(secret, who))] as const));
  return Object.fromEntries(people) as Cast;
}

const invite = (owner: Guest, paiId: string): Promise<Invited> => owner.call<Invited>('POST', `/pais/${paiId}/invites`, { hours: HOURS });

/** The pai of an earlier start, if these stores still have it. */
async function earlier(owner: Guest, kept: Kept): Promise<Pai | undefined> {
  const { pais } = await owner.call<{ pais: Pai[] }>('GET', '/pais');
  return pais.find(({ id }) => id === kept.paiId);
}

async function isOpen(url: string, inviteUrl: string): Promise<boolean> {
  const response = await fetch(`${url}/api/invites/${inviteUrl.split('/').at(-1)}`);
  await response.body?.cancel();
  return response.ok;
}

async function open(cast: Cast): Promise<{ paiId: string; inviteUrl: string }> {
  const { lan, ...others } = cast;
  const cover = await lan.upload('cover.jpg', await draw('street'), 'image');
  const { pai } = await lan.call<{ pai: Pai }>('POST', '/pais', { name: NAME, emoji: '🏮', kind: 'trip', coverFileId: cover.id });
  await lan.call('PATCH', `/pais/${pai.id}`, { intro: '八个人，两晚，一位寿星', history: 'all' });
  const { token, url } = await invite(lan, pai.id);
  for (const who of Object.keys(others) as (keyof typeof others)[]) await others[who].call('POST', `/invites/${token}/accept`, {});
  await lan.call('PATCH', `/pais/${pai.id}/members/${cast.mu.id}`, { role: 'admin' });
  for (const [who, { shown }] of Object.entries(CAST)) if (shown) await cast[who as Who].call('PATCH', '/me', { showOnInvites: true });
  return { paiId: pai.id, inviteUrl: url };
}

/** Somebody knocks while the door is on approval; after that the link lets people in again. */
async function knock(url: string, secret: string, stage: Stage): Promise<void> {
  const { lan } = stage.cast;
  const aunt = await Guest.signIn(url, APPLICANT, deviceOf(secret, 'aunt'));
  await lan.call('PATCH', `/pais/${stage.paiId}`, { joinRule: 'approval', announcement: ANNOUNCEMENT });
  const { token } = await invite(lan, stage.paiId);
  await aunt.call('POST', `/invites/${token}/accept`, {});
  await lan.call('PATCH', `/pais/${stage.paiId}`, { joinRule: 'link' });
}

async function fill(url: string, kept: Kept, stage: Stage, say: Say): Promise<void> {
  const { cast, paiId } = stage;
  const story = [...PLANNING, ...DETAILS, ...LOOSE];
  say(`${Object.keys(cast).length} people plan a trip (${story.length} steps)`);
  for (const step of story) await play(stage, step);
  await knock(url, kept.secret, stage);
  say('asking the AI member for a recap');
  const answer = await ask(stage, 'lan', QUESTION, 'demo-question');
  if (answer) await cast.fang.call('PUT', `/pais/${paiId}/messages/${answer.seq}/reactions/${encodeURIComponent('👍')}`);
  else say('the AI member has not answered yet; its answer will come by itself');
  for (const step of AFTERWARDS) await play(stage, step);
  say('a poll, a reminder, a second AI role, something to keep in mind');
  await useAids(stage);
  say('a challenge some have checked in to today');
  await punchIn(stage);
  say('a second pai whose wishes become a plan');
  await planTrip(cast);
  const { pai } = await cast.lan.call<{ pai: Pai }>('GET', `/pais/${paiId}`);
  for (const who of ['lan', 'yu', 'xia', 'fang'] as const) await cast[who].call('POST', `/pais/${paiId}/read`, { seq: pai.headSeq });
}

/**
 * Makes a pai with life in it, through the public interface alone: a family of eight plans a trip. A second time it says
 * that it is there; cut off half-way, the next call goes on.
 */
export async function seedDemo(url: string, say: Say): Promise<{ inviteUrl: string; paiId: string }> {
  const kept = readKept();
  const cast = await signIn(url, kept.secret);
  const known = await earlier(cast.lan, kept);
  const { paiId, inviteUrl } =
    known && kept.inviteUrl !== undefined ? { paiId: known.id, inviteUrl: (await isOpen(url, kept.inviteUrl)) ? kept.inviteUrl : (await invite(cast.lan, known.id)).url } : await open(cast);
  const isWhole = known !== undefined && kept.isWhole === true;
  writeKept({ secret: kept.secret, paiId, inviteUrl, isWhole });
  if (isWhole) {
    say(`${NAME} is there already`);
    return { inviteUrl, paiId };
  }
  await fill(url, kept, { paiId, cast, seqs: new Map(), isResumed: known !== undefined }, say);
  writeKept({ secret: kept.secret, paiId, inviteUrl, isWhole: true });
  say(`${NAME} is ready`);
  return { inviteUrl, paiId };
}

if (process.argv[1]?.endsWith(path.join('scripts', 'demo.ts'))) {
  const url = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT || 8787}`;
  seedDemo(url, console.log).then(
    ({ inviteUrl }) => console.log(`Join it as anybody: ${inviteUrl}`),
    (error: Error) => {
      console.error(`The demo could not be made: ${error.message}\n  cure: is the service at ${url} running? npm start`);
      process.exitCode = 1;
    },
  );
}
