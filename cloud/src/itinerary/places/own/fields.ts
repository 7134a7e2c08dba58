import type { PlaceType } from '@shared/domain/itinerary/types';

/** What a row may say, by the heads people write over their columns, and those of an exported plan. */
const HEADS = {
  name: ['name', 'place', '名称', '名字', '地点', '店名'],
  type: ['type', 'what', '类型', '类别', '做什么'],
  kind: ['kind', '种类', '菜系', '分类'],
  city: ['city', '城市'],
  lat: ['lat', 'latitude', '纬度'],
  lon: ['lon', 'lng', 'longitude', '经度'],
  address: ['address', '地址'],
  open: ['open', '开门', '开始营业', '开放时间'],
  close: ['close', '关门', '结束营业', '关闭时间'],
  closedOn: ['closedon', 'closed_on', '休息日', '闭馆日', '休息'],
  price: ['price', '价格', '人均', '门票', '房价'],
  minHours: ['minhours', 'min_hours', '最少停留'],
  maxHours: ['maxhours', 'max_hours', '最多停留'],
  tags: ['tags', '标签', '备注标签'],
  aliases: ['aliases', 'alias', '别名', '又名'],
} as const;

export type Field = keyof typeof HEADS;
export type Given = Partial<Record<Field, string>>;

const FIELDS = Object.keys(HEADS) as Field[];

/** The field a head stands for, whatever its case and the unit in brackets behind it. */
export function fieldOf(head: string): Field | undefined {
  const plain = head.trim().toLowerCase().replace(/[(（].*$/, '').trim();
  return FIELDS.find((field) => (HEADS[field] as readonly string[]).includes(plain));
}

const TYPES: Record<PlaceType, readonly string[]> = {
  attraction: ['attraction', 'sight', '游玩', '景点', '景区', '玩'],
  restaurant: ['restaurant', 'breakfast', 'lunch', 'dinner', '早饭', '午饭', '晚饭', '餐厅', '餐馆', '美食', '吃'],
  hotel: ['hotel', '酒店', '住宿', '民宿', '住'],
};

export const typeOf = (text: string): PlaceType | undefined => (Object.keys(TYPES) as PlaceType[]).find((type) => TYPES[type].includes(text.trim().toLowerCase()));

const DAYS = '一二三四五六日';

/** Weekdays named in a text, 1 = Monday … 7 = Sunday: 周一, 星期天, 1, Mon. Null: it names none. */
export function weekdaysOf(text: string): number[] | null {
  const named = [...text.replace(/天/g, '日').matchAll(/[一二三四五六日]|[1-7]|mon|tue|wed|thu|fri|sat|sun/gi)].map(([word]) => {
    const byWord = DAYS.indexOf(word) + 1;
    return byWord || Number(word) || ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(word.toLowerCase()) + 1;
  });
  return named.length > 0 ? [...new Set(named)].sort() : null;
}
