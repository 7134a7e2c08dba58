import { collectWishes, untyped, type Meaning, type TalkContext } from './index';

const CONTEXT: TalkContext = { kinds: { attraction: ['历史街区', '湖', '博物馆', '山'], restaurant: ['素菜', '杭帮菜'], hotel: ['民宿'] }, names: ['西湖'], people: ['林静', '阿楠'] };
const at = Date.parse('2026-11-26T02:00:00Z') / 1000;
const openIn = (text: string): string[] => untyped({ at, text }, CONTEXT);
const read = (text: string, ...meanings: Meaning[]) => collectWishes([{ id: '1', author: 'a', at, text, meanings }], CONTEXT).wishes;
const constraintsIn = (text: string, ...meanings: Meaning[]): unknown[] => read(text, ...meanings).flatMap(({ constraints }) => constraints);
const means = (words: string, kind: string, place: Meaning['place'] = 'attraction'): Meaning => ({ words, place, kind });

describe('[I3] clauses that wish for something of a place and leave its kind open', () => {
  it.each<[string, string[]]>([
    ['想去那种时间好像停住的角落', ['想去那种时间好像停住的角落']],
    ['第一天去西湖，然后找个能发呆的角落坐坐', ['然后找个能发呆的角落坐坐']],
    ['别去闹哄哄的角落', ['别去闹哄哄的角落']],
    ['something quiet by the water would be nice', ['something quiet by the water would be nice']],
  ])('%s', (text, clauses) => expect(openIn(text)).toEqual(clauses));

  it.each(['想去西湖', '想去博物馆', '周末两天', '我们去玩吧', '好的', '明天要交周报', '昨天的电影真好看', '听说隔壁要去拍那个角落', '开玩笑的，想去月亮上看看', '我来订票', '哈哈哈笑死'])('none in: %s', (text) => expect(openIn(text)).toEqual([]));
});

describe('[I3] what a model takes words for counts as far as it holds', () => {
  it('is a wish of whoever said it, in his words, and says that it rests on a reading', () => {
    const meaning = means('时间好像停住', '历史街区');
    expect(read('想去那种时间好像停住的角落', meaning)).toEqual([{ id: '1:0', messageId: '1', author: 'a', words: '想去那种时间好像停住的角落', constraints: [{ type: 'attraction_kind', op: 'has', value: '历史街区' }], meanings: [meaning] }]);
  });

  it.each<[string, string, Meaning]>([
    ['a kind the city does not have', '想去那种时间好像停住的角落', means('时间好像停住', '火山')],
    ['a kind of another sort of place', '想去那种时间好像停住的角落', means('时间好像停住', '素菜')],
    ['words nobody said', '想去那种时间好像停住的角落', means('水边', '湖')],
    ['words over two clauses', '想去远一点，安静的角落', means('远一点，安静', '湖')],
    ['no words at all', '想去那种时间好像停住的角落', means(' ', '湖')],
    ['no wish', '听说隔壁想去那种时间停住的角落', means('时间停住', '历史街区')],
    ['a joke', '开玩笑的，想去时间停住的角落', means('时间停住', '历史街区')],
    ['what somebody else wants', '阿楠想去时间停住的角落', means('时间停住', '历史街区')],
    ['work', '项目要找个安静的角落', means('安静', '湖')],
  ])('drops %s', (_, text, meaning) => expect(constraintsIn(text, meaning)).toEqual([]));

  it('leaves what the program understood itself', () => expect(constraintsIn('想去博物馆发呆', means('发呆', '湖'))).toEqual([{ type: 'attraction_kind', op: 'has', value: '博物馆' }]));

  it('takes each word for one thing, and each thing once', () => {
    const text = '想找个安静又靠水的角落';
    expect(constraintsIn(text, means('安静又靠水', '湖'), means('靠水', '山'), means('角落', '湖'))).toEqual([{ type: 'attraction_kind', op: 'has', value: '湖' }]);
  });

  it.each(['别去闹哄哄的角落', '不想去闹哄哄的角落', '闹哄哄的角落就算了'])('%s: not wanted, whatever the model says', (text) => {
    expect(constraintsIn(text, means('闹哄哄', '历史街区'))).toEqual([{ type: 'attraction_kind', op: 'ne', value: '历史街区' }]);
  });

  it('reads a denial in English', () => expect(constraintsIn("I don't want to go up anything steep", means('anything steep', '山'))).toEqual([{ type: 'attraction_kind', op: 'ne', value: '山' }]));

  it('is taken back by what its author says later', () => {
    const messages = [
      { id: '1', author: 'a', at, text: '想去那种时间好像停住的角落', meanings: [means('时间好像停住', '历史街区')] },
      { id: '2', author: 'a', at: at + 60, text: '历史街区还是不去了' },
    ];
    expect(collectWishes(messages, CONTEXT).wishes.at(-1)?.withdraws).toEqual(['1:0']);
  });
});
