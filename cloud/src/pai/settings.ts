import { LIMITS } from '@shared/domain/limits';
import { cleanLine, cleanText, graphemeCount } from '@shared/domain/text';
import type { PaiSettingsBody } from '@shared/wire/pai';
import { findUser } from '../account';
import { config } from '../config';
import { AppError } from '../errors';
import { removeFile } from '../file';
import { now } from '../infra/clock';
import { requireHarmless } from '../safety';
import { accessPai } from './access';
import { claimCover } from './cover';
import { acceptEmoji, acceptPaiName } from './create';
import { paiLog } from './log';
import type { PaiDoc } from './model';
import { tellChanged } from './news';
import { updatePai } from './store';

type Locale = 'zh' | 'en';

function tooLong(field: string, max: number, locale: Locale): AppError {
  return new AppError('request/invalid', { field, params: { field, why: locale === 'zh' ? `最多 ${max} 个字` : `can have at most ${max} characters` } });
}

function acceptCap(cap: number, pai: PaiDoc, locale: Locale): number {
  const max = config().PAI_CAP_MAX;
  if (cap >= pai.memberCount && cap <= max) return cap;
  const why = locale === 'zh' ? `要在 ${pai.memberCount} 和 ${max} 之间` : `must be between ${pai.memberCount} and ${max}`;
  throw new AppError('request/invalid', { field: 'cap', params: { field: 'cap', why } });
}

function announcementOf(text: string, by: string, locale: Locale): PaiDoc['announcement'] {
  const clean = cleanText(text).trim();
  if (graphemeCount(clean) > LIMITS.announcementGraphemes) throw tooLong('announcement', LIMITS.announcementGraphemes, locale);
  return clean === '' ? null : { text: clean, by, at: now() };
}

async function changesOf(pai: PaiDoc, userId: string, body: PaiSettingsBody, locale: Locale): Promise<Partial<PaiDoc>> {
  const set: Partial<PaiDoc> = {};
  if (body.name !== undefined) set.name = acceptPaiName(body.name, locale);
  if (body.emoji !== undefined) set.emoji = acceptEmoji(body.emoji, locale);
  if (body.intro !== undefined) {
    set.intro = cleanLine(body.intro);
    if (graphemeCount(set.intro) > LIMITS.introGraphemes) throw tooLong('intro', LIMITS.introGraphemes, locale);
  }
  if (body.joinRule !== undefined) set.joinRule = body.joinRule;
  if (body.history !== undefined) set.history = body.history;
  if (body.cap !== undefined) set.cap = acceptCap(body.cap, pai, locale);
  if (body.muteAll !== undefined) set.muteAll = body.muteAll;
  if (body.announcement !== undefined) set.announcement = announcementOf(body.announcement, userId, locale);
  if (body.coverFileId) set.coverFileId = await claimCover(body.coverFileId, userId, pai._id);
  if (body.coverFileId === null) set.coverFileId = null;
  return set;
}

async function noteChanges(before: PaiDoc, pai: PaiDoc, userId: string): Promise<void> {
  const name = (await findUser(userId))?.nickname ?? '';
  if (before.name !== pai.name) await paiLog().note(pai, { code: 'name.changed', names: [name, pai.name] });
  if (before.muteAll !== pai.muteAll) await paiLog().note(pai, { code: pai.muteAll ? 'mute.on' : 'mute.off', names: [name] });
  const text = pai.announcement?.text;
  if (text && text !== before.announcement?.text) await paiLog().note(pai, { code: 'announcement.changed', names: [name, text] });
}

/** What the group would read is checked before. Throws `text/unsafe`. */
async function requireHarmlessTexts({ name, intro, announcement }: Partial<PaiDoc>, userId: string): Promise<void> {
  const texts = Object.entries({ name, intro, announcement: announcement?.text });
  const openid = texts.some(([, text]) => text) ? (await findUser(userId))?.wechat?.openid : undefined;
  for (const [field, text] of texts) if (text) await requireHarmless(text, field, openid);
}

/** Changes a pai's settings; the owner and admins may. Throws `pai/…`, `request/invalid`, `file/not-found`. */
export async function updateSettings(userId: string, paiId: string, body: PaiSettingsBody, locale: Locale): Promise<PaiDoc> {
  const { pai: before } = await accessPai(userId, paiId, 'settings');
  const changes = await changesOf(before, userId, body, locale);
  await requireHarmlessTexts(changes, userId);
  const pai = await updatePai(paiId, changes);
  if (!pai) throw new AppError('pai/not-found');
  if (body.coverFileId !== undefined && before.coverFileId && before.coverFileId !== pai.coverFileId) await removeFile(before.coverFileId);
  tellChanged(pai);
  await noteChanges(before, pai, userId);
  return pai;
}
