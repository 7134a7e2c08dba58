import type { OpeningHours, Place, PlaceType } from '../../../shared/domain/itinerary/types';

/* A small made-up town that every case of cases.ts is about: who plans in it can know it by heart. */

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** `09:00-17:00`, `-1` a day of rest on Mondays, `67` open on those weekdays only, empty: nobody knows. */
function hoursOf(text: string): OpeningHours[] | undefined {
  if (text === '') return undefined;
  const [span = '', which = ''] = text.split(' ');
  const [open = '', close = ''] = span.split('-');
  const days = which.startsWith('-') ? WEEK.filter((day) => !which.includes(String(day))) : which === '' ? WEEK : [...which].map(Number);
  return [{ days, open, close }];
}

/** id, name, kind, kilometres east and north of the drum tower, opening, price, tags. */
type Row = readonly [id: string, name: string, kind: string, east: number, north: number, hours: string, price: number, tags: string];

const ATTRACTIONS: readonly Row[] = [
  ['museum', '县博物馆', '博物馆', 0.8, 0.6, '09:00-17:00 -1', 0, '无障碍 室内'],
  ['gallery', '县美术馆', '美术馆', 1.2, 0.2, '10:00-18:00 -1', 20, '无障碍 室内'],
  ['temple', '云居寺', '寺庙', -2.5, 3, '08:00-17:00', 30, '台阶多 登山'],
  ['hill', '青螺山', '自然风光', -3, 3.4, '06:00-18:00', 40, '台阶多 登山'],
  ['lake', '月牙湖', '自然风光', 1.5, -1.5, '00:00-00:00', 0, '无障碍 散步'],
  ['garden', '拙园', '园林', 0.6, -0.7, '08:00-17:30', 60, '无障碍 散步'],
  ['street', '南门老街', '老街', 0.1, -0.9, '00:00-00:00', 0, '无障碍 散步'],
  ['tower', '鼓楼', '历史古迹', 0, 0, '09:00-17:00', 25, '台阶多'],
  ['wall', '古城墙', '历史古迹', -0.9, 0.4, '09:00-18:00', 40, '散步'],
  ['fun', '儿童乐园', '游乐园', 3, 1, '09:30-17:30', 120, '适合孩子 无障碍'],
  ['zoo', '县动物园', '动物园', 2.6, 1.6, '08:30-17:00', 80, '适合孩子 无障碍'],
  ['night', '河边夜市', '夜市', 0.9, -1.1, '18:00-02:00', 0, '小吃'],
  ['bars', '河西街', '酒吧', 0.5, -1.3, '18:30-03:00', 0, '酒吧'],
  ['spa', '东郊温泉', '温泉', 4, -1, '10:00-22:00', 150, '泡汤'],
  ['kiln', '官窑遗址', '遗址', -1.6, -1.8, '09:00-16:00 67', 15, '散步'],
  ['forest', '远山林场', '林场', 18, 20, '08:00-17:00', 30, '散步'],
  ['alley', '旧巷', '巷子', -0.3, -0.4, '', 0, '散步'],
];
const RESTAURANTS: readonly Row[] = [
  ['noodles', '老面馆', '面馆', 0.2, 0.2, '06:00-20:30', 18, '面食'],
  ['veg1', '静心素食', '素菜', 0.7, -0.6, '10:30-21:00', 45, '素食'],
  ['veg2', '莲花素斋', '素菜', -0.6, 0.8, '11:00-20:30', 60, '素食'],
  ['veg3', '青菜小馆', '家常菜', 1.1, 0.4, '10:30-21:00', 35, '素食 家常'],
  ['veg4', '豆腐坊', '豆腐', -0.2, -1, '10:30-21:00', 30, '素食 豆腐'],
  ['halal1', '西关清真馆', '清真菜', -1.1, 0.1, '10:00-22:00', 40, '清真 烤羊肉'],
  ['halal2', '马家面馆', '清真菜', 0.4, 0.9, '07:00-21:00', 22, '清真 面食'],
  ['sichuan', '蜀香楼', '川菜', 0.9, 0.9, '10:30-22:00', 70, '辣 水煮鱼'],
  ['hotpot', '红油锅', '火锅', 1.3, -0.3, '10:30-23:00', 95, '辣 毛肚'],
  ['canton', '粤味轩', '粤菜', 0.5, 0.5, '10:30-21:30', 120, '点心 烧味'],
  ['sea', '渔家楼', '海鲜', 1.7, -1.2, '10:30-21:30', 180, '海鲜 清蒸'],
  ['duck', '鼓楼烤鸭店', '京菜', 0.1, 0.3, '10:30-21:30', 110, '烤鸭'],
  ['home', '阿婆菜', '家常菜', -0.4, -0.2, '10:30-21:00', 38, '家常'],
  ['dumpling', '饺子王', '小吃', -0.7, -0.6, '09:00-21:00', 25, '饺子'],
  ['grill', '大排档', '烧烤', 1, -1, '17:00-03:00', 55, '烧烤'],
  ['tea', '湖畔茶楼', '茶馆', 1.4, -1.3, '09:00-21:00', 65, '点心 茶'],
  ['steak', '转角西餐', '西餐', 0.3, 1.1, '11:00-22:00', 160, '牛排'],
];
const HOTELS: readonly Row[] = [
  ['hostel', '城南青旅', '经济型', 0, -1.2, '00:00-00:00', 90, '洗衣房'],
  ['inn', '城南旅店', '经济型', -0.3, -1.4, '00:00-00:00', 160, '停车场'],
  ['comfy', '鼓楼酒店', '舒适型', 0.2, 0.1, '00:00-00:00', 320, '早餐 电梯'],
  ['bnb', '老街小院', '民宿', 0.2, -0.8, '00:00-00:00', 260, '院子'],
  ['high', '城中大酒店', '高档型', 0.5, 0.3, '00:00-00:00', 560, '泳池 健身房'],
  ['resort', '月牙湖度假酒店', '豪华型', 1.6, -1.6, '00:00-00:00', 880, '泳池 湖景'],
];

const KM_NORTH = 1 / 111.195;
const KM_EAST = 1 / 96.3;

const placeOf =
  (type: PlaceType) =>
  ([id, name, kind, east, north, hours, price, tags]: Row): Place => ({
    id,
    name,
    type,
    kind,
    lat: 30 + north * KM_NORTH,
    lon: 118 + east * KM_EAST,
    hours: hoursOf(hours),
    price,
    ...(type === 'attraction' ? { minHours: 1, maxHours: 3 } : {}),
    tags: tags.split(' '),
  });

export const TOWN: readonly Place[] = [...ATTRACTIONS.map(placeOf('attraction')), ...RESTAURANTS.map(placeOf('restaurant')), ...HOTELS.map(placeOf('hotel'))];
