import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { evalFile } from '../engine';

export type Act = [intent: string, domain: string, slot: string, value: string];
export interface Turn {
  content: string;
  role: 'usr' | 'sys';
  dialog_act: Act[];
}
export interface Dialogue {
  id: string;
  messages: Turn[];
}

const CENTRAL = Buffer.from('PK\u0001\u0002');

/** The one file of a zip archive. */
function unzipped(archive: Buffer): string {
  const entry = archive.indexOf(CENTRAL);
  const [size, header] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 42)];
  const data = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  return inflateRawSync(archive.subarray(data, data + size)).toString('utf8');
}

/** Dialogues in the order of their sorted ids. */
export function readDialogues(): Dialogue[] {
  const all = JSON.parse(unzipped(readFileSync(evalFile('crosswoz/val.json.zip')))) as Record<string, { messages: Turn[] }>;
  return Object.keys(all)
    .sort()
    .map((id) => ({ id, messages: all[id]?.messages ?? [] }));
}

const HOTEL_KINDS = ['经济型', '舒适型', '高档型', '豪华型'];
const DISTRACTORS = 20;
const FACILITY = '酒店设施-';

const actsOf = ({ messages }: Dialogue): Act[] => messages.flatMap(({ dialog_act }) => dialog_act);
const long = (values: Iterable<string>): string[] => [...new Set(values)].filter((value) => [...value].length > 1);
const dishesOf = (dialogue: Dialogue): string[] => long(actsOf(dialogue).flatMap(([, , slot, value]) => (slot === '推荐菜' ? [value] : [])));
const namesOf = (dialogue: Dialogue): string[] => long(actsOf(dialogue).flatMap(([, , slot, value]) => (slot === '名称' ? [value] : [])));
const facilitiesOf = (dialogue: Dialogue): string[] => actsOf(dialogue).flatMap(([, , slot]) => (slot.startsWith(FACILITY) ? [slot.slice(FACILITY.length)] : []));

/** The own values of a dialogue and twenty of others. */
function withOthers(own: readonly string[], all: readonly string[], place: number): string[] {
  const others = Array.from({ length: DISTRACTORS }, (_, j) => all[(37 * place + 61 * j) % all.length] ?? '');
  return [...new Set([...own, ...others])];
}

export interface WishLine {
  text: string;
  now: string;
  kinds: { attraction: string[]; restaurant: string[]; hotel: string[] };
  names: string[];
}

/** Every turn of a user as the line the engine is asked, with its gold acts. */
export function wishLines(dialogues: readonly Dialogue[]): { line: WishLine; acts: Act[]; half: number }[] {
  const dishes = long(dialogues.flatMap(dishesOf)).sort();
  const names = long(dialogues.flatMap(namesOf)).sort();
  const hotel = [...HOTEL_KINDS, ...new Set(dialogues.flatMap(facilitiesOf))].filter((kind) => kind.length > 1);
  return dialogues.flatMap((dialogue, place) => {
    const kinds = { attraction: [], restaurant: withOthers(dishesOf(dialogue), dishes, place), hotel };
    const own = withOthers(namesOf(dialogue), names, place);
    return dialogue.messages
      .filter(({ role }) => role === 'usr')
      .map(({ content, dialog_act }) => ({ line: { text: content, now: '2026-11-23T09:00:00+08:00', kinds, names: own }, acts: dialog_act, half: place % 2 }));
  });
}
