/** What a pai is for. A kind presets the emoji, the intro and the AI member's manner; everything can be changed later. */
export const PAI_KINDS = ['friends', 'family', 'classmates', 'trip', 'reading', 'sports', 'work'] as const;
export type PaiKind = (typeof PAI_KINDS)[number];

export interface KindPreset {
  emoji: string;
  intro: { zh: string; en: string };
  /** How the AI member speaks here: tone only. */
  manner: { zh: string; en: string };
}

export const KIND_PRESETS: Record<PaiKind, KindPreset> = {
  friends: {
    emoji: '🍲',
    intro: { zh: '约饭、聊天、一起拿主意', en: 'Meals, talk and making up our minds together' },
    manner: { zh: '轻松，话短，不抢话', en: 'Easy-going and brief; never takes over' },
  },
  family: {
    emoji: '🏡',
    intro: { zh: '一家人的日常、提醒和相片', en: 'Everyday things, reminders and pictures of the family' },
    manner: { zh: '亲切，用词简单，字数少', en: 'Kind, plain words, few of them' },
  },
  classmates: {
    emoji: '🎓',
    intro: { zh: '同学们的通知、作业和聚会', en: 'Notices, homework and reunions' },
    manner: { zh: '清楚，先说要点', en: 'Clear; the point first' },
  },
  trip: {
    emoji: '🍁',
    intro: { zh: '一起出去玩：想去哪、怎么走、花多少', en: 'A trip together: where to, how, and for how much' },
    manner: { zh: '周到，时间和地点说准', en: 'Thorough; exact about times and places' },
  },
  reading: {
    emoji: '📚',
    intro: { zh: '一起读书，聊聊读到的', en: 'Read together and talk about it' },
    manner: { zh: '耐心，爱问一句为什么', en: 'Patient; likes to ask why' },
  },
  sports: {
    emoji: '🏃',
    intro: { zh: '一起动起来，互相盯着', en: 'Get moving and keep each other at it' },
    manner: { zh: '有劲，夸得具体', en: 'Lively; praises what was really done' },
  },
  work: {
    emoji: '💼',
    intro: { zh: '项目进展、决定和待办', en: 'Progress, decisions and things to do' },
    manner: { zh: '简洁，只说事', en: 'Concise and to the matter' },
  },
};
