import { PROPOSED } from '@shared/domain/proposed';
import type { Act, CardRow } from '@shared/wire/card';
import type { Locale } from '@shared/wire/errors';

/** What the AI member would like to do. A member has to confirm it; until then nothing has happened [A4]. */
export interface Proposal {
  act: Act;
  /** What was understood, each with the message it was read from. */
  rows: CardRow[];
  /** Whose wish it is: they may confirm. */
  mayConfirm: string[];
  /** The asks (seq) it is drawn up for. */
  asks: number[];
}

/** What became of a tool call that would propose something. `time`, `options`, `fact`, `habit`, `window`, `city`, `days`, `stop`: that is missing from the ask; `repeat`: it repeats in a way reminders cannot. */
export type Outcome = 'proposed' | 'unasked' | 'enough' | 'no-room' | 'time' | 'past' | 'repeat' | 'options' | 'fact' | 'habit' | 'window' | 'stakes' | 'city' | 'days' | 'no-trip' | 'decided' | 'stop' | 'no-part' | 'paused' | 'later' | 'no-reminder';

/** Each has a message of its own, and a turn says no more than two [A2]. */
const MOST = 2;

/** What the tools of one turn collect. They do nothing else. */
export class Proposals {
  readonly made: Proposal[] = [];

  /** `room`: how many more cards the pai may have. */
  constructor(private readonly room: number) {}

  /** Whether an ask has its proposal: it gets no second one. */
  serves(seq: number): boolean {
    return this.made.some(({ asks }) => asks.includes(seq));
  }

  keep(proposal: Proposal): Outcome {
    if (this.made.length >= this.room) return 'no-room';
    if (this.made.length >= MOST) return 'enough';
    this.made.push(proposal);
    return 'proposed';
  }
}

/** What a card tool hands to the engine's own policy beside the text for a model. */
export interface CardMaterial {
  kind: 'card';
  outcome: Outcome;
  act: Act['act'];
}

/** What the engine says about an outcome: nothing in it claims that something was done. */
export const CARD_PHRASES = {
  proposed: PROPOSED,
  unasked: { zh: '没有人让我做这件事。', en: 'Nobody asked me to do that.' },
  enough: { zh: '一次最多拟两件，先看这两张，再叫我一次。', en: 'Two drafts at a time: please look at these first, then call me again.' },
  'no-room': { zh: '还开着的提醒和投票太多了，先关掉几个再来。', en: 'Too many reminders and polls are open. Close some first.' },
  time: { zh: '几点提醒？连时间一起再说一遍，比如「明早8点提醒大家集合」。', en: 'At what time? Say it with the time, like “remind us at 8 am tomorrow to meet”.' },
  past: { zh: '这个时间已经过了，换个时间再说一遍。', en: 'That time has passed. Please say another one.' },
  repeat: { zh: '这样重复我做不到。可以每天、每周几、每月几号、每年几月几号，加上几点。', en: 'I cannot repeat it like that. Daily, weekly, monthly and yearly on a date work, with a time.' },
  options: { zh: '有哪些选项？像这样说就行：「投个票：周六还是周日」。', en: 'Which options? Say it like “poll: Saturday or Sunday”.' },
  habit: { zh: '打什么卡？像这样说就行：「21天早起打卡，每天6点到8点」。', en: 'A challenge to do what? Say it like “a 21-day early rising challenge, daily from 6 to 8 am”.' },
  window: { zh: '几点到几点之间打卡？像这样说就行：「每天6点到8点」。', en: 'Between what times? Say it like “daily from 6 to 8 am”.' },
  stakes: { zh: '打卡只打卡，不押钱也不罚人。去掉这一条再说一遍，我就拟。', en: 'Challenges have no stakes: nothing can be won or lost. Say it again without them.' },
  fact: { zh: '要记哪一句？像这样说就行：「记住：外婆不吃辣」。', en: 'What should be kept? Say it like “remember: Grandma eats nothing spicy”.' },
  city: { zh: '去哪个城市？像这样说就行：「排一下周末两天杭州」。', en: 'Which city? Say it like “plan a 2-day trip to Hangzhou”.' },
  days: { zh: '玩几天？像这样说就行：「排一下周末两天杭州」。', en: 'How many days? Say it like “plan a 2-day trip to Hangzhou”.' },
  'no-trip': { zh: '现在没有排好的行程。像这样说就能排：「排一下周末两天杭州」。', en: 'There is no plan yet. Say “plan a 2-day trip to Hangzhou” to get one.' },
  decided: { zh: '这个行程大家定了。要改，先在行程里取消「定了」。', en: 'That plan is settled. To change it, open it again on its page first.' },
  'no-part': { zh: '你还没有参加这里进行中的打卡。', en: 'You take part in no running challenge here.' },
  'no-reminder': { zh: '你没有设打卡提醒。', en: 'You have no reminder to check in.' },
  paused: { zh: '你已经在请假了，想早点回来就去打卡。', en: 'You are on leave already. To come back early, just check in.' },
  later: { zh: '请假从当天算起，到那天再跟我说，比如「请假三天」。', en: 'Leave begins on the day it is confirmed. Tell me then, like “pause my check-ins for 3 days”.' },
  stop: { zh: '没看出来是哪一站、换成哪儿。像这样说就行：「把灵隐寺换成博物馆」。', en: 'Which stop, and what instead? Say it like “swap the temple with a museum”.' },
} as const satisfies Record<Outcome, Record<Locale, string>>;

/** The same for a model: what to do next. */
export const CARD_ADVICE: Record<Outcome, string> = {
  proposed: 'Proposed. Nothing has happened: a member has to confirm the card. Say in one short sentence that it waits to be confirmed.',
  unasked: 'Refused: no ask of this turn wants that, or it has its card already. Do not mention it.',
  enough: 'Refused: two proposals a turn at most. Ask to be called again for this one.',
  'no-room': 'Refused: too many open reminders and polls in this group. Say so.',
  time: 'Not proposed: the ask holds no exact time. Ask one short question: at what time?',
  past: 'Not proposed: that time has passed. Ask one short question: at what time instead?',
  repeat: 'Not proposed: it cannot repeat like that, only daily, weekly, monthly or yearly on a date, at a time. Say so.',
  options: 'Not proposed: fewer than two options. Ask one short question: which options?',
  habit: 'Not proposed: the ask does not say what to keep up. Ask one short question.',
  city: 'Not proposed: nobody has said which city. Ask one short question.',
  days: 'Not proposed: nobody has said how many days. Ask one short question.',
  'no-trip': 'Not proposed: there is no plan yet. Say so.',
  decided: 'Not proposed: the plan is settled; it has to be opened again on its page first. Say so.',
  stop: 'Not proposed: it is not clear which stop, or what instead. Ask one short question.',
  'no-part': 'Not proposed: the asker takes part in no running challenge. Say so.',
  'no-reminder': 'Not proposed: the asker has no such reminder. Say so.',
  paused: 'Not proposed: the asker is on leave already. Say so.',
  later: 'Not proposed: leave begins on the day it is confirmed, so it has to be asked for then. Say so.',
  stakes: 'Not proposed: challenges have no stakes, nothing can be won or lost. Say so.',
  window: 'Not proposed: the ask names one moment. Ask one short question: between what times?',
  fact: 'Not proposed: it is not clear what to keep. Ask one short question.',
};
