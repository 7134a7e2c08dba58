import type { Pai } from '@shared/wire/pai';
import { translate, type Locale, type Speak } from '@/i18n';
import { lastLine } from '../src/pages/home/lastLine';
import { aPai } from './support/pai';

const speak = (locale: Locale): Speak => Object.assign((key: Parameters<Speak>[0], params?: Parameters<Speak>[1]) => translate(locale, key, params), { locale });
const zh = speak('zh');
type Last = NonNullable<Pai['last']>;
const last = (over: Partial<Last> = {}): Last => ({ seq: 10, senderName: '妈妈', senderKind: 'user', kind: 'text', text: '买鱼', recalled: false, at: '2026-11-20T01:00:00.000Z', ...over });

it('says who said what', () => expect(lastLine(aPai({ last: last() }), '', zh)).toEqual({ text: '妈妈：买鱼' }));

it('names pictures, recordings and files', () => {
  expect(lastLine(aPai({ last: last({ kind: 'image', text: '菊花' }) }), '', zh).text).toBe('妈妈：[图片] 菊花');
  expect(lastLine(aPai({ last: last({ kind: 'voice', text: '' }) }), '', zh).text).toBe('妈妈：[语音]');
  expect(lastLine(aPai({ last: last({ kind: 'file', text: '车票.pdf' }) }), '', zh).text).toBe('妈妈：[文件] 车票.pdf');
});

it('a recalled message shows no word of it', () => expect(lastLine(aPai({ last: last({ recalled: true, text: '买鱼' }) }), '', zh).text).not.toContain('买鱼'));

it('what the AI said carries its mark, and is not shown to those who have hidden it', () => {
  const pai = aPai({ last: last({ senderKind: 'ai', senderName: '小派', text: '第三章' }) });
  expect(lastLine(pai, '', zh)).toEqual({ mark: { text: '[AI 生成]', kind: 'ai' }, text: '第三章' });
  expect(lastLine({ ...pai, mine: { ...pai.mine, hideAi: true } }, '', zh).text).not.toContain('第三章');
});

it('a system line is said in the language of its reader', () => {
  const pai = aPai({ last: last({ senderKind: 'system', kind: 'system', text: '小满 开了全员禁言', system: { code: 'mute.on', names: ['小满'] } }) });
  expect(lastLine(pai, '', zh).text).toBe('小满 开了全员禁言');
  expect(lastLine(pai, '', speak('en')).text).toBe('小满 muted everyone');
});

it('what I have not finished writing comes first, then that somebody named me', () => {
  const pai = aPai({ last: last() }, { mentionSeq: 10 });
  expect(lastLine(pai, '我想\n说', zh)).toEqual({ mark: { text: '[草稿]', kind: 'draft' }, text: '我想 说' });
  expect(lastLine(pai, ' ', zh).mark?.kind).toBe('mention');
});
