import { LIMITS } from '@shared/domain/limits';
import { roleNameFault, sameName } from '@shared/domain/name';
import { cleanLine, cleanText, graphemeCount } from '@shared/domain/text';
import type { Digest, RoleSettings } from '@shared/wire/aiRole';
import { Emoji } from '@shared/wire/message';
import { AppError } from '../../errors';
import { imitatesInManner, imitatesInName } from './imitation';

export type Locale = 'zh' | 'en';

/** Names that are taken in the pai: its people, and its other AI roles. */
export interface Taken {
  people: readonly string[];
  roles: readonly string[];
}

const FIELDS = {
  name: { zh: '名字', en: 'Name' },
  emoji: { zh: '图标', en: 'Icon' },
  manner: { zh: '说话方式', en: 'Manner' },
  quiet: { zh: '安静时段', en: 'Quiet hours' },
  digest: { zh: '定时回顾', en: 'Digest' },
  avatarFileId: { zh: '头像', en: 'Picture' },
} as const;
type Field = keyof typeof FIELDS;

const WHY = {
  empty: { zh: '不能为空，写 1 到 10 个字', en: 'must not be empty; write 1 to 10 characters' },
  'too-long': { zh: '最多 10 个字', en: 'can have at most 10 characters' },
  reserved: { zh: '会被当成官方、管理员或所有人，换一个说它做什么的名字', en: 'would pass for the operator, an admin or everyone; name it after what it does' },
  person: { zh: '和派里的人重名了，换一个，免得分不清谁在说话', en: 'is the name of somebody here; choose another, so that nobody is mistaken for it' },
  role: { zh: '已经有一个同名的 AI 了，换一个', en: 'is taken by another AI role here; choose another' },
  emoji: { zh: '要是一个表情，或者留空', en: 'must be one emoji, or nothing' },
  manner: { zh: '最多 1000 个字，删短一点', en: 'can have at most 1,000 characters; shorten it' },
  quiet: { zh: '开始和结束不能是同一时刻，想全天安静就选「叫了才说」', en: 'must not begin and end at the same time; for quiet all day choose “when called”' },
  digest: { zh: '每周的要选星期几', en: 'needs a weekday when it comes every week' },
  picture: { zh: '要是你自己刚传的一张图片，重新选一张', en: 'must be a picture you have just uploaded; choose it again' },
} as const;

function fault(field: Field, why: keyof typeof WHY, locale: Locale): AppError {
  return new AppError('request/invalid', { field, params: { field: FIELDS[field][locale], why: WHY[why][locale] } });
}

/** The picture wanted for a role is none of one's own. */
export const pictureFault = (locale: Locale): AppError => fault('avatarFileId', 'picture', locale);

function acceptName(name: string, taken: Taken, locale: Locale): string {
  const clean = cleanLine(name);
  const wrong = roleNameFault(clean);
  if (wrong) throw fault('name', wrong, locale);
  if (imitatesInName(clean)) throw new AppError('role/imitates', { field: 'name' });
  if (taken.people.some((other) => sameName(other, clean))) throw fault('name', 'person', locale);
  if (taken.roles.some((other) => sameName(other, clean))) throw fault('name', 'role', locale);
  return clean;
}

function acceptManner(manner: string, locale: Locale): string {
  const clean = cleanText(manner).trim();
  if (graphemeCount(clean) > LIMITS.mannerGraphemes) throw fault('manner', 'manner', locale);
  if (imitatesInManner(clean)) throw new AppError('role/imitates', { field: 'manner' });
  return clean;
}

function acceptDigest({ every, at, weekday }: Digest, locale: Locale): Digest {
  if (every === 'day') return { every, at };
  if (weekday === undefined) throw fault('digest', 'digest', locale);
  return { every, at, weekday };
}

/**
 * What an owner wants changed, as it may be kept. Shapes and ranges are the wire's; here is what needs the pai or a
 * sentence of its own. Throws `request/invalid` with the field and the cure, `role/imitates`.
 */
export function acceptSettings(body: Partial<RoleSettings>, taken: Taken, locale: Locale): Partial<RoleSettings> {
  const { name, emoji, manner, skills, quiet, digest, ...rest } = body;
  if (emoji && !Emoji.safeParse(emoji).success) throw fault('emoji', 'emoji', locale);
  if (quiet && quiet.from === quiet.to) throw fault('quiet', 'quiet', locale);
  const change: Partial<RoleSettings> = {
    ...rest,
    emoji,
    quiet,
    name: name === undefined ? undefined : acceptName(name, taken, locale),
    manner: manner === undefined ? undefined : acceptManner(manner, locale),
    skills: skills && [...new Set(skills)],
    digest: digest && acceptDigest(digest, locale),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
