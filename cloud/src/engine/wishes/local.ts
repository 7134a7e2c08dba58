import type { Kinds, ReadConstraint } from './types';
import { isDenied } from './polarity';
import type { Said } from './said';

/** What is eaten where, the nearest name first. */
const CUISINES: readonly (readonly [cities: string, kinds: readonly string[]])[] = [
  ['北京 天津', ['北京菜', '京菜', '京鲁菜']],
  ['上海', ['本帮菜', '上海菜', '本帮江浙菜', '江浙菜']],
  ['成都 重庆 乐山 绵阳 宜宾 自贡 泸州 南充', ['川菜', '川渝菜', '四川菜']],
  ['广州 深圳 佛山 东莞 珠海 潮州 汕头 中山 江门 惠州', ['粤菜', '广东菜', '潮汕菜']],
  ['长沙 湘潭 岳阳 张家界 湘西 凤凰 常德 衡阳', ['湘菜', '湖南菜']],
  ['武汉 宜昌 恩施 襄阳 荆州', ['湖北菜', '鄂菜']],
  ['杭州 宁波 绍兴 温州 嘉兴 湖州 舟山', ['杭帮菜', '浙菜', '浙江菜', '江浙菜', '苏浙菜', '本帮江浙菜']],
  ['苏州 南京 无锡 扬州 常州 镇江 淮安', ['苏菜', '江苏菜', '淮扬菜', '江浙菜', '苏浙菜', '本帮江浙菜']],
  ['西安 兰州 银川 西宁 延安 敦煌', ['陕西菜', '西北菜']],
  ['乌鲁木齐 喀什 伊犁 吐鲁番', ['新疆菜', '西北菜']],
  ['昆明 大理 丽江 西双版纳 腾冲', ['云南菜', '滇菜', '云贵菜']],
  ['贵阳 遵义 荔波', ['贵州菜', '黔菜', '云贵菜']],
  ['哈尔滨 沈阳 长春 大连 延吉', ['东北菜']],
  ['济南 青岛 烟台 威海 泰安', ['鲁菜', '山东菜']],
  ['福州 厦门 泉州 漳州', ['闽菜', '福建菜']],
  ['南昌 景德镇 婺源 赣州', ['江西菜', '赣菜']],
  ['合肥 黄山 芜湖', ['徽菜', '安徽菜']],
  ['郑州 洛阳 开封', ['豫菜', '河南菜']],
  ['桂林 南宁 柳州 阳朔', ['广西菜', '桂菜']],
];
const LOCAL = /(?:当地|本地|地方|地道)(?:的)?(?:人(?:爱)?吃的)?(?:特色)?(?:菜|美食|口味|风味|饭菜|餐馆|馆子|吃的)|特色菜(?!系)|地方特色(?=.{0,3}吃)/;

const cuisineOf = (city: string, kinds: readonly string[]): string | undefined =>
  CUISINES.find(([cities]) => cities.split(' ').includes(city))?.[1].find((name) => kinds.includes(name));

/** 当地菜 in Hangzhou is the cuisine of Hangzhou, where the list has it. */
export function localCuisine(said: Said, cities: readonly ReadConstraint[], kinds: Partial<Kinds>): ReadConstraint[] {
  const hit = LOCAL.exec(said.text);
  const city = cities.find(({ type, op }) => type === 'to_city' && op === 'eq');
  const kind = city && cuisineOf(String(city.value), kinds.restaurant ?? []);
  if (!hit || kind === undefined) return [];
  const span: [number, number] = [hit.index, hit.index + hit[0].length];
  return [{ type: 'restaurant_kind', op: isDenied(said, ...span) ? 'ne' : 'has', value: kind, span }];
}
