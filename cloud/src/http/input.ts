import { en, zhCN } from 'zod/locales';
import type { z } from 'zod';
import { AppError } from '../errors';
import type { Locale } from '@shared/wire/errors';

const sentences = { zh: zhCN().localeError, en: en().localeError };

/** The reader's language: the first of zh and en in Accept-Language, Chinese when neither is. */
export function localeOf(header: string | undefined): Locale {
  const first = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find((code) => code === 'zh' || code === 'en');
  return first === 'en' ? 'en' : 'zh';
}

/**
 * Validates one part of a request. Throws `request/invalid` naming the first field at fault and what is wrong with it,
 * in the reader's language.
 */
export function validate<T extends z.ZodType>(schema: T, value: unknown, locale: Locale): z.output<T> {
  const parsed = schema.safeParse(value, { error: sentences[locale] });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const field = [...(issue?.path ?? []), ...keys.slice(0, 1)].map(String).join('.') || 'body';
  throw new AppError('request/invalid', { field, params: { field, why: issue?.message ?? '' } });
}
