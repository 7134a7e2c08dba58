import type { ConstraintType } from '../../../../shared/domain/itinerary/types';
import { clauseAt, type Said } from './said';

const HOTEL = /酒店|宾馆|旅馆|旅店|旅舍|民宿|客栈|公寓|青旅|hotel|度假村|招待所|山庄$/;
const RESTAURANT = /餐|饭|菜|火锅|烤|面馆|小吃|饮|食|茶|咖啡|烧|涮|鸭|鱼|肉|串|粥|饺|包子|比萨|料理|酒吧|cafe|coffee|甜品|蛋糕|糕|馆子|大排档|私房|\(.{1,12}店\)$/;
const STAY = /住|订房|入住/;
const EAT = /吃|用餐|就餐|餐|品尝|尝|喝|饭/;

/** What a place is that only its name tells of: by its name, then by what one would do there. */
export function typeOfName(said: Said, name: string, start: number, end: number): ConstraintType {
  const clause = clauseAt(said, start);
  const around = said.text.slice(clause.start, start) + said.text.slice(end, clause.end);
  if (/饭店$/.test(name)) return EAT.test(around) ? 'restaurant_name' : 'hotel_name';
  if (HOTEL.test(name)) return 'hotel_name';
  if (RESTAURANT.test(name)) return 'restaurant_name';
  if (STAY.test(around)) return 'hotel_name';
  return EAT.test(around) ? 'restaurant_name' : 'attraction_name';
}
