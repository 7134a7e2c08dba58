import { answersTo, type AnswerLine } from './answers';

const talk = (...rows: [author: string, text: string, replyTo?: number][]): AnswerLine[] => rows.map(([author, text, replyTo], i) => ({ author, text, seq: i + 1, at: i * 30, ...(replyTo ? { replyTo } : {}) }));
const texts = (query: string, lines: AnswerLine[]): string[] => answersTo(query, lines, 3).map(({ text }) => text);

it('leaves out what is much less fitting than the best', () => {
  const lines = talk(['夏', '我对花生过敏，点菜的时候记得说'], ['牧', '对面的停车场满了'], ['岚', '我来订位子']);
  expect(texts('谁对花生过敏', lines)).toEqual(['我对花生过敏，点菜的时候记得说']);
});

it('finds what was said in answer to the same question', () => {
  const lines = talk(['林', '家里的狗谁喂？'], ['牧', '楼下小赵可以，我去问问'], ['豆', '要吃两顿'], ['牧', '说好了，钥匙给小赵', 1]);
  expect(texts('狗谁喂', lines)).toEqual(expect.arrayContaining(['楼下小赵可以，我去问问', '说好了，钥匙给小赵']));
});

it('who asked the same is no answer to it', () => {
  const lines = talk(['岚', '灯会几点开始？'], ['屿', '七点亮灯，九点收']);
  expect(texts('灯会几点开始', lines)[0]).toBe('七点亮灯，九点收');
});

it('a matter asked for as settled is answered by the words that settled it', () => {
  const lines = talk(['夏', '酒店找了两家，一家 680，一家 560'], ['芳', '便宜的好'], ['岚', '就订第二家，四间'], ['豆', '好耶']);
  expect(texts('住哪里定了吗', lines)).toContain('就订第二家，四间');
});

it('says nothing where nothing fits', () => expect(texts('电影票多少钱', talk(['岚', '好的'], ['豆', '哈哈']))).toEqual([]));
