import type { Person } from '@/ui/Avatar';
import { svgUrl } from '@/ui/pie/art';

/* Five drawn people for the picture of the first page, on a 40 by 40 ground each. */

interface Looks {
  ground: string;
  skin: string;
  shirt: string;
  /** Behind the head. */
  back?: string;
  /** Over the forehead. */
  front: string;
  glasses?: boolean;
}

const circles = (fill: string, ...at: [number, number, number][]): string => `<g fill='${fill}'>${at.map(([x, y, r]) => `<circle cx='${x}' cy='${y}' r='${r}'/>`).join('')}</g>`;
const shape = (d: string, fill: string): string => `<path d='${d}' fill='${fill}'/>`;
const GREY = '#C9C3BD';

const PEOPLE: Looks[] = [
  {
    ground: '#FBD9C6',
    skin: '#F6C9A6',
    shirt: '#D9694A',
    back: circles('#4A2E24', [20, 6.2, 4.2], [20, 16.5, 9.8]),
    front: shape('M11.3 18c0-11 17.4-11 17.4 0-2.5-1-4.7-3-5.7-5.2-2.5 3-7.5 4.7-11.7 5.2z', '#4A2E24'),
  },
  {
    ground: '#CFE0F3',
    skin: '#F6C9A6',
    shirt: '#4E7CB5',
    front: shape('M11 17.5C9.8 6.5 30.2 6.5 29 17.5c-.6-2.3-1.6-3.7-3.3-4.6-3.6 1-8.6.9-11.4 0-1.7.9-2.7 2.3-3.3 4.6z', '#2F2B2A'),
    glasses: true,
  },
  {
    ground: '#F3D9E3',
    skin: '#F3C6A8',
    shirt: '#A8617F',
    back: circles(GREY, [12, 15, 4.5], [28, 15, 4.5], [15, 10, 4.8], [25, 10, 4.8], [20, 8.5, 4.8], [11.8, 20, 3.3], [28.2, 20, 3.3]),
    front: circles(GREY, [15.5, 11.5, 3], [20, 10.8, 3.2], [24.5, 11.5, 3]),
    glasses: true,
  },
  {
    ground: '#DFEBC8',
    skin: '#F6C9A6',
    shirt: '#7B9A43',
    front: shape('M11 17.5c-1.5-9 3-11 8-10 1-1.5 3-1.5 3-1.5l-.4 1.7c5.4-.4 8.9 2.8 7.4 9.8-1.4-2.5-3.2-4-5.500-4.500l-2.200 1.700-1.500-1.800c-3.300.9-6.600 1.800-8.800 4.600z', '#2B2624'),
  },
  {
    ground: '#E3DBF5',
    skin: '#F6C9A6',
    shirt: '#8672C0',
    back: shape('M9.8 17C9.8 5 30.2 5 30.2 17v13.5H9.8z', '#5A3A2C'),
    front: shape('M11.3 18c0-4.5 4.5-6.5 8-8.7 4 2 9 3.8 9.4 8.7 1-12-18.4-12-17.4 0z', '#5A3A2C'),
  },
];

const EYES = circles('#3B2A24', [16.7, 18.4, 0.95], [23.3, 18.4, 0.95]);
const SMILE = "<path d='M17.3 21.8c1.5 1.7 3.9 1.7 5.4 0' fill='none' stroke='#A6553A' stroke-width='1.1' stroke-linecap='round'/>";
const GLASSES = "<g fill='none' stroke='#5B4A42'><circle cx='16.7' cy='18.3' r='2.7'/><circle cx='23.3' cy='18.3' r='2.7'/><path d='M19.4 18.300h1.200'/></g>";

function draw({ ground, skin, shirt, back = '', front, glasses }: Looks): string {
  const body = shape('M6 42c0-9 6-13 14-13s14 4 14 13z', shirt) + `<rect x='17.2' y='24' width='5.6' height='7' rx='2.8' fill='${skin}'/><circle cx='20' cy='18' r='8.7' fill='${skin}'/>`;
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40' fill='${ground}'/>${back}${body}${front}${EYES}${SMILE}${glasses ? GLASSES : ''}</svg>`;
}

/** People who are nobody: only for the picture of an empty first page. */
export const drawnPeople = (): Person[] => PEOPLE.map((looks, i) => ({ id: `drawn-${i}`, art: svgUrl(draw(looks)) }));
