/** Who is in the demo pai, by a short key. */
export const CAST = {
  lan: { name: '林岚', shown: true },
  lin: { name: '老林', shown: false },
  fang: { name: '慧芳', shown: false },
  po: { name: '桂珍外婆', shown: false },
  yu: { name: '林屿', shown: true },
  xia: { name: '知夏', shown: true },
  mu: { name: '陈牧', shown: false },
  dou: { name: '豆豆', shown: false },
} as const;

export type Who = keyof typeof CAST;

/** Asks to join and is not let in yet. */
export const APPLICANT = '小姨慧敏';

/** One thing somebody does in the demo pai. `key` names a message so that later steps can point at it. */
export type Step =
  | { act: 'say'; who: Who; text: string; key?: string; re?: string; to?: readonly Who[]; everybody?: boolean }
  | { act: 'picture'; who: Who; scene: 'street' | 'room'; key: string }
  | { act: 'file'; who: Who; name: string; content: string; key: string }
  | { act: 'react'; who: readonly Who[]; on: string; emoji: string }
  | { act: 'pin'; who: Who; on: string }
  | { act: 'edit'; who: Who; on: string; text: string }
  | { act: 'recall'; who: Who; on: string };

type Extra = Omit<Extract<Step, { act: 'say' }>, 'act' | 'who' | 'text'>;

export const say = (who: Who, text: string, extra: Extra = {}): Step => ({ act: 'say', who, text, ...extra });
export const picture = (who: Who, scene: 'street' | 'room', key: string): Step => ({ act: 'picture', who, scene, key });
export const file = (who: Who, key: string, name: string, content: string): Step => ({ act: 'file', who, key, name, content });
export const react = (on: string, emoji: string, ...who: Who[]): Step => ({ act: 'react', who, on, emoji });
export const pin = (who: Who, on: string): Step => ({ act: 'pin', who, on });
export const edit = (who: Who, on: string, text: string): Step => ({ act: 'edit', who, on, text });
export const recall = (who: Who, on: string): Step => ({ act: 'recall', who, on });
