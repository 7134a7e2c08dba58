import { clausesOf } from './clauses';
import { isAsk, isWish } from './ask';

/** A first look at a text alone, with nothing around it: whether it asks for anything. Cheap enough for every message sent. */
export function looksLikeAsk(text: string): boolean {
  const clauses = clausesOf(text);
  return isAsk(clauses) || isWish(clauses);
}
