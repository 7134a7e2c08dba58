import { fold } from '../text/fold';

/* Words with a sign of negation in them that deny nothing, and questions that leave it open. */
const NEUTRAL =
  /不(?:过|错|如|仅|但(?!是不)|管|论|然|好意思|久|少|同|断|得不|客气|愧|禁|妨|止|只是|光是|知不觉)|差不多|要不(?!是)|对不起|了不起|(?:特|个|级|区|性|类|分|告|离|辨)别|别(?:的|人|处|墅|名)|没(?:准|事|关系)|无(?:论|锡|聊|所谓)|未来|(\p{Script=Han})(?:不|没)\1|是不是|有没有|能不能|可不可以|不知道/gu;
const BETWEEN = '(?:有|会|能|要|想|用|可以|太|怎么|是|再|必|得|打算|准备|敢|该|应该|需要|一定|愿意|允许|许|准|肯|至于|大|怎么样|够)*';
const DENIED = new RegExp(`(?:不|没|别|未|无|甭|勿|禁止|拒绝|取消)${BETWEEN}(\\p{Script=Han}{1,2})`, 'gu');
const FAILED = /(\p{Script=Han})不(?:了|成|到|完|起|动)/gu;
const PARTICLE = /[了吧啊呀的呢吗哦啦嘛着过，。]/;
const DENIED_EN = /\b(?:not|never|cannot|without|\w+n['’]t)\s+(?:(?:be|been|going|to|able|really|yet|want|have)\s+)*([a-z]{2,})/g;

/** What a folded text denies: for 不去了 去, for 别买红的 买红; English verbs without their endings. */
function deniedIn(text: string): Set<string> {
  const keys = [...text.matchAll(DENIED)].map((hit) => {
    const [first = '', second = ''] = [...(hit[1] as string)];
    return second === '' || PARTICLE.test(second) ? first : first + second;
  });
  const failed = [...text.matchAll(FAILED)].map((hit) => hit[1] as string);
  return new Set([...keys, ...failed, ...[...text.matchAll(DENIED_EN)].map((hit) => stem(hit[1] as string))].filter((key) => key !== ''));
}

const stem = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, '');

/** The text without what it denies. */
const affirmed = (text: string): string => text.replace(DENIED, ' ').replace(FAILED, ' ').replace(DENIED_EN, ' ');

const prepared = (text: string): string => fold(text).replace(NEUTRAL, ' ');

const holds = (text: string, key: string): boolean => (/^[a-z]/.test(key) ? new RegExp(`\\b${key}(?:ing|ed|es|s)?\\b`).test(text) : text.includes(key));

/** Whether two denials can be of one thing: 去 and 去香 (of 去香山). */
const alike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * What a sentence denies though its sources do not, or claims though its sources only deny it (去 from 不去了);
 * undefined when there is no such thing.
 */
export function contradiction(sentence: string, sources: string): string | undefined {
  const [said, held] = [prepared(sentence), prepared(sources)];
  const [deniedHere, deniedThere] = [deniedIn(said), deniedIn(held)];
  const invented = [...deniedHere].find((key) => ![...deniedThere].some((other) => alike(key, other) || key[0] === other[0]));
  if (invented !== undefined) return invented;
  const [claimedHere, claimedThere] = [affirmed(said), affirmed(held)];
  return [...deniedThere].find((key) => holds(claimedHere, key) && !holds(claimedThere, key) && ![...deniedHere].some((other) => alike(key, other)));
}
