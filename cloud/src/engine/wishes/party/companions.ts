import { countOf } from '../amounts';
import { termAt, type Term } from './terms';
import { MEASURE, NUMBER } from './words';

export interface Party {
  people: number;
  start: number;
  end: number;
}

const ALONG = '[和跟与同及、+&]|(?:再|外)?加上?|(?:还|就)?带(?:着|上|了)?|陪(?:着)?|还有|以及|约(?:了|上)?|[叫拉喊](?:上|了)';
const MAYBE = '(?:想要?|要|打算|准备|计划|会|就|周末|今年|这次|还|再|一起)*';
/** Between two who go together; none between 爸妈 and 弟弟. */
const JOINT = new RegExp(`(?:,?${MAYBE}(?:${ALONG})(?:一起)?)+|,(?=还有|加上|带[上着])`, 'y');
/** Before the first of them where the speaker goes without saying: 和室友去. */
const LEAD = new RegExp(`(?<![不没别])(?:${ALONG})(?:一起)?$`);
const ADDS = /(?:加上?|还有)$/;
/** 我跟闺蜜俩: how many they are together. */
const TOGETHER = new RegExp(`,?(?:一共|总共|就|共)?(?:(?<n>${NUMBER})(?:${MEASURE}?大?人|口|${MEASURE}(?=[想要去打准计就,在都从]|$))|(?<few>俩|仨))(?![均民间份次气文床房])`, 'y');

interface Company extends Party {
  terms: readonly Term[];
  lead: string;
}

function togetherAt(text: string, at: number): { people: number; end: number } | null {
  TOGETHER.lastIndex = at;
  const hit = TOGETHER.exec(text);
  return hit ? { people: countOf(hit.groups?.n ?? hit.groups?.few ?? ''), end: TOGETHER.lastIndex } : null;
}

/** Those who are named one behind another from a place on. */
export function chainAt(text: string, at: number, isJoined: boolean): { terms: Term[]; people: number; end: number } {
  const terms: Term[] = [];
  let people = 0;
  let end = at;
  for (let next = termAt(text, at, isJoined, true); next; ) {
    terms.push(next);
    people += next.people;
    end = next.end;
    const all = terms.length > 1 || next.hasSpeaker ? togetherAt(text, end) : null;
    if (all && !(all.people < people)) ({ people, end } = all);
    JOINT.lastIndex = end;
    const isLinked = JOINT.test(text);
    next = termAt(text, isLinked ? JOINT.lastIndex : end, isLinked, false);
    // 两个老人一个孩子, 爸妈弟弟
    if (next && !isLinked && next.isCounted !== terms.at(-1)?.isCounted) next = null;
  }
  return { terms, people, end };
}

function companies(text: string): Company[] {
  const found: Company[] = [];
  for (let at = 0; at < text.length; at++) {
    const lead = LEAD.exec(text.slice(Math.max(0, at - 6), at))?.[0] ?? '';
    const { terms, people, end } = chainAt(text, at, lead !== '');
    if (terms.length === 0) continue;
    const speaker = lead !== '' && !terms.some(({ hasSpeaker }) => hasSpeaker) ? 1 : 0;
    found.push({ terms, lead, people: people + speaker, start: at, end });
    at = end - 1;
  }
  return found;
}

/** 带孩子去: with how many, nobody says. */
const isParent = ({ lead, terms }: Company): boolean => /带|陪/.test(lead) && terms.every(({ isChild }) => isChild);

/** 妈妈带着女儿 are two, 妈妈 and 女儿 in a row are whom somebody speaks of. */
const takesAlong = (text: string, { terms, start, end }: Company): boolean => terms.length > 1 && /带|领/.test(text.slice(start, end));

function isParty(text: string, company: Company): boolean {
  const { terms, lead, people } = company;
  if (!(people > 1) || isParent(company)) return false;
  const speaks = terms.some(({ hasSpeaker }) => hasSpeaker) || lead !== '';
  return speaks || terms[0]?.isGroup === true || (terms.length > 1 && terms.some(({ isCounted }) => isCounted)) || takesAlong(text, company);
}

/** 请四位老师去，我也去. */
const ME_TOO = /我也(?:一起|一块儿?|跟着?)?[去来]|加我一个|我(?:陪着|带队|领队)/;

function withMe(text: string, company: Company): Party {
  const isCounted = company.lead !== '' || company.terms.some(({ hasSpeaker }) => hasSpeaker);
  return !isCounted && ME_TOO.test(text.slice(company.end)) ? { ...company, people: company.people + 1 } : company;
}

/** How many go with whom, added up. Who is added later (加上我跟我老婆) counts with those before. */
export function companionsIn(text: string): Party | null {
  const all = companies(text);
  const parties = all.filter((one) => isParty(text, one));
  const added = parties.find(({ lead }) => ADDS.test(lead));
  const before = added && all.findLast((other) => other.end <= added.start && other.terms[0]?.isGroup && other.people > 0);
  if (added && before) {
    const speakers = added.terms.some(({ hasSpeaker }) => hasSpeaker) ? 0 : 1;
    return { people: before.people + added.people - speakers, start: before.start, end: added.end };
  }
  const party = parties.find(({ terms }) => terms.some(({ hasSpeaker }) => hasSpeaker)) ?? parties.find(({ lead }) => lead !== '') ?? parties[0];
  const children = party?.terms.length === 1 && party.people === 2 && party.terms[0]?.isCouple ? all.find((one) => isParent(one) && one.people > 1) : undefined;
  if (party && children) return { ...party, people: party.people + children.people - 1 };
  return party ? withMe(text, party) : null;
}
