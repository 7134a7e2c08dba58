import type { RoleSettings, RoleTemplate } from '@shared/wire/aiRole';
import { newId } from '../../infra/ids';
import type { AssistantDoc } from '../model';

type Locale = 'zh' | 'en';

interface Template extends Pick<RoleSettings, 'emoji' | 'skills'> {
  name: Record<Locale, string>;
  manner: Record<Locale, string>;
}

const EVERY: RoleSettings['skills'] = ['recap', 'search', 'poll', 'reminder', 'memory', 'supervision', 'itinerary'];

/** What a new role starts from; its owner may change all of it. None imitates a person: no relatives, partners or companions. */
export const TEMPLATES: Record<RoleTemplate, Template> = {
  general: { name: { zh: '小派', en: '小派' }, emoji: '', skills: EVERY, manner: { zh: '话短，清楚，不抢话', en: 'Brief and clear; never takes over' } },
  trip: { name: { zh: '行程管家', en: 'Trip desk' }, emoji: '🧳', skills: EVERY, manner: { zh: '周到，时间和地点说准', en: 'Thorough; exact about times and places' } },
  habit: { name: { zh: '打卡监督员', en: 'Coach' }, emoji: '⏰', skills: ['recap', 'search', 'reminder', 'memory', 'supervision'], manner: { zh: '有劲，夸得具体，不点名批评', en: 'Lively; praises what was really done; blames nobody' } },
  mood: { name: { zh: '气氛组', en: 'Cheer crew' }, emoji: '🎉', skills: ['recap', 'search', 'poll'], manner: { zh: '轻松，爱接梗，见好就收', en: 'Easy-going; plays along and knows when to stop' } },
  study: { name: { zh: '学习委员', en: 'Study desk' }, emoji: '📚', skills: EVERY, manner: { zh: '耐心，先说要点，爱问一句为什么', en: 'Patient; the point first; likes to ask why' } },
  office: { name: { zh: '办公助理', en: 'Office aid' }, emoji: '💼', skills: EVERY, manner: { zh: '简洁，只说事，分清决定和待办', en: 'Concise and to the matter; keeps decisions and to-dos apart' } },
  elder: { name: { zh: '长辈之友', en: 'Elder aid' }, emoji: '🍵', skills: ['recap', 'search', 'reminder', 'memory', 'supervision'], manner: { zh: '一次只说一件事，用词简单，称呼您；只帮着办事', en: 'One thing at a time, plain words, polite; helps with tasks only' } },
};

const START = { mode: 'called', quiet: { from: '22:00', to: '08:00' }, capPercent: 10, dailyTokens: 200_000, language: 'auto', digest: null } as const satisfies Partial<RoleSettings>;

/** A role as a template makes it. */
export function newRole(template: RoleTemplate, locale: Locale, change: Partial<RoleSettings> = {}): AssistantDoc {
  const { name, emoji, skills, manner } = TEMPLATES[template];
  return { ...START, name: name[locale], emoji, manner: manner[locale], skills: [...skills], ...change, id: newId(), template, version: 1 };
}
