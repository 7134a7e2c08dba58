import type { RunReason } from '@shared/domain/runReason';
import type { SpeakMode, TryoutBody, TryoutReply } from '@shared/wire/aiRole';
import { answer, offlineModel, type Line, type Locale } from '../agents';
import { config } from '../config';
import { decide, type Decision, type Room, type SpeakMessage } from '../engine/speak';
import { moderate } from '../engine/moderate';
import { SECOND, now, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import { log } from '../infra/logger';
import { aliasesOf, draftRole, type AssistantDoc, type PaiDoc } from '../pai';
import { unaskedRefusal } from './allowance';
import { reserve } from './budget';
import { CALLS } from './choose';
import { configuredModel, usesModel } from './speaker';

/** Lines of a try-out stand this far apart. */
const APART = 20 * SECOND;
/** From the quietest on: which would be the first to speak. */
const MODES: readonly SpeakMode[] = ['called', 'helpful', 'host'];

/** A talk that is nowhere but here: what the owner wrote, last line last. */
interface Scratch {
  pai: PaiDoc;
  role: AssistantDoc;
  lines: Line[];
}

const idOf = (name: string, { pai }: Scratch): string => pai.assistants.find((other) => other.name === name)?.id ?? `somebody ${name}`;

function roomOf(scratch: Scratch, mode: SpeakMode): Room {
  const { pai, role, lines } = scratch;
  const others = pai.assistants.filter(({ id }) => id !== role.id).map(({ id, name }) => ({ id, name, isAi: true }));
  const people = [...new Set(lines.map(({ author }) => author))].filter((name) => name !== role.name).map((name) => ({ id: idOf(name, scratch), name }));
  return { self: { id: role.id, name: role.name, aliases: aliasesOf(role.name) }, mode, people: [...people, ...others] };
}

function decisionOn(scratch: Scratch, mode = scratch.role.mode, lines: readonly Line[] = scratch.lines): Decision {
  const spoken = lines.map(({ seq, author, at, text }): SpeakMessage => ({ id: String(seq), author: author === scratch.role.name ? scratch.role.id : idOf(author, scratch), at, text }));
  return decide(roomOf(scratch, mode), spoken.slice(0, -1), spoken.at(-1) as SpeakMessage);
}

/** What would make it speak: a freer mode, or the same words with its name. */
function insteadOf(scratch: Scratch, locale: Locale): Pick<TryoutReply, 'instead'> {
  const { role, lines } = scratch;
  const last = lines.at(-1) as Line;
  const mode = MODES.find((freer) => decisionOn(scratch, freer).speak);
  const text = `${role.name}${locale === 'zh' ? '，' : ', '}${last.text}`;
  const byName = role.mode !== 'off' && decisionOn(scratch, role.mode, [...lines.slice(0, -1), { ...last, text }]).speak;
  if (!mode && !byName) return {};
  return { instead: { ...(mode && mode !== role.mode ? { mode } : {}), ...(byName ? { text } : {}) } };
}

/** Answers on these lines alone: nothing of the pai is read, nothing is stored, nobody sees it. */
async function speakOn({ pai, role, lines }: Scratch, reason: RunReason, locale: Locale): Promise<TryoutReply> {
  const held = usesModel() ? await reserve(pai._id, role, `tryout-${newId()}`) : undefined;
  if (usesModel() && !held) return { speak: false, reason: 'budget' };
  const last = lines.at(-1) as Line;
  const before = lines.slice(0, -1);
  let spent = held?.tokens ?? 0;
  try {
    const said = await answer({
      model: configuredModel(),
      fallback: offlineModel(),
      signal: new AbortController().signal,
      now: now(),
      zone: config().TIME_ZONE,
      locale,
      self: { name: role.name, manner: role.manner, skills: role.skills, language: role.language === 'auto' ? undefined : role.language },
      askers: [{ id: last.author, name: last.author, seq: last.seq, text: last.text }],
      lines: before,
      tools: { messagesIn: async () => before, messagesAbout: async () => before },
      members: [...new Set(lines.map(({ author }) => author))],
      onFailure: (what, error) => log().warn({ what, reason: (error as Error).message, paiId: pai._id }, 'part of a try-out failed'),
    });
    spent = said.billed.input + said.billed.output;
    const text = said.parts.map((part) => part.text).join('');
    if (moderate({ text }).action === 'block') return { speak: false, reason: 'unsafe' };
    return { speak: true, reason, text, model: said.model, fallback: said.fallback, ...(said.proposal ? { proposes: said.proposal.act } : {}) };
  } finally {
    await held?.settle(spent);
  }
}

/**
 * What a role would do with the last of some lines, set as it is or as `role` says. It follows the rules of a real turn
 * [A1], quiet hours, cap and budget too; a model's tokens count against the day's. Throws as changing the role does.
 */
export async function tryOut(userId: string, paiId: string, roleId: string, body: TryoutBody, locale: Locale): Promise<TryoutReply> {
  const { pai, role } = await draftRole(userId, paiId, roleId, body.role ?? {}, locale);
  const start = nowMs() - APART * (body.lines.length - 1);
  const lines = body.lines.map(({ from, text }, i) => ({ seq: i + 1, author: from, text, at: Math.floor((start + i * APART) / SECOND) }));
  const scratch: Scratch = { pai, role, lines };
  const decision = decisionOn(scratch);
  if (!decision.speak) return { speak: false, reason: decision.reason, ...insteadOf(scratch, locale) };
  const refusal = CALLS.includes(decision.reason) ? undefined : await unaskedRefusal(pai, role);
  if (refusal) return { speak: false, reason: refusal, ...insteadOf(scratch, locale) };
  return speakOn(scratch, decision.reason, locale);
}
