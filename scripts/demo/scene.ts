import sharp from 'sharp';

/* Pictures are drawn, so that the demo needs no photo of anybody and no network. */

const WIDTH = 1440;
const HEIGHT = 1080;
const WATER = 700;

/** The same numbers in 0–1 at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function hills(y: number, height: number, colour: string, roll: () => number): string {
  const tops = Array.from({ length: 9 }, (_, i) => `${(i * WIDTH) / 8} ${y - height * (0.4 + 0.6 * roll())}`);
  const curve = tops.map((top, i) => (i === 0 ? `L${top}` : `S${Number(top.split(' ')[0]) - 90} ${top.split(' ')[1]} ${top}`)).join('');
  return `<path d="M0 ${y}${curve}L${WIDTH} ${y}z" fill="${colour}"/>`;
}

function house(x: number, width: number, height: number, roll: () => number): string {
  const top = WATER - height;
  const windows = Array.from({ length: Math.floor(width / 62) }, (_, i) => {
    const lit = roll() > 0.35;
    return `<rect x="${x + 22 + i * 60}" y="${top + 54}" width="30" height="44" rx="3" fill="${lit ? '#ffd27a' : '#3a4152'}"/>`;
  });
  const roof = `<path d="M${x - 18} ${top + 14}Q${x + width / 2} ${top - 46} ${x + width + 18} ${top + 14}z" fill="#23283a"/>`;
  return `<g><rect x="${x}" y="${top}" width="${width}" height="${height}" fill="#e4e0d6" opacity=".82"/><rect x="${x}" y="${WATER - 34}" width="${width}" height="34" fill="#8d8a86"/>${windows.join('')}${roof}</g>`;
}

function lantern(x: number, y: number, size: number): string {
  return `<g><circle cx="${x}" cy="${y}" r="${size * 3}" fill="url(#glow)"/><ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.86}" fill="#e2483a"/><ellipse cx="${x}" cy="${y}" rx="${size * 0.45}" ry="${size * 0.84}" fill="#ff8f5c" opacity=".7"/><path d="M${x} ${y + size * 0.86}v${size * 0.9}" stroke="#f2b45a" stroke-width="3"/></g>`;
}

function lanterns(roll: () => number): string {
  return Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 9 }, (_, i) => lantern(70 + i * 162 + row * 40, 250 + row * 92 + Math.sin((i / 8) * Math.PI) * 60 + roll() * 12, 26 - row * 3)).join(''),
  ).join('');
}

function town(roll: () => number): string {
  let x = -30;
  const houses: string[] = [];
  while (x < WIDTH) {
    const width = 150 + Math.floor(roll() * 130);
    houses.push(house(x, width, 150 + roll() * 130, roll));
    x += width + 8;
  }
  return houses.join('');
}

const BRIDGE = `<path d="M420 ${WATER + 40}Q720 ${WATER - 190} 1020 ${WATER + 40}h-60Q720 ${WATER - 90} 480 ${WATER + 40}z" fill="#4a4f60"/><path d="M404 ${WATER + 8}Q720 ${WATER - 236} 1036 ${WATER + 8}" fill="none" stroke="#5c6274" stroke-width="12"/>`;

function street(): string {
  const roll = dice(7);
  const scene = `${hills(WATER, 360, '#2c3a5e', roll)}${hills(WATER, 220, '#243152', roll)}${town(roll)}${BRIDGE}`;
  const ripples = Array.from({ length: 46 }, () => `<rect x="${roll() * WIDTH}" y="${WATER + 30 + roll() * 330}" width="${40 + roll() * 160}" height="3" rx="1.5" fill="#ffd9a0" opacity="${0.12 + roll() * 0.3}"/>`);
  return `${sky('#141c3a', '#5a4a72')}${scene}<g transform="translate(0 ${2 * WATER}) scale(1 -1)" opacity=".34">${scene}</g><rect y="${WATER}" width="${WIDTH}" height="${HEIGHT - WATER}" fill="#101a33" opacity=".55"/>${ripples.join('')}${lanterns(roll)}`;
}

function room(): string {
  const floor = '<rect y="760" width="1440" height="320" fill="#b98d5f"/><path d="M0 840h1440M0 930h1440M0 1020h1440" stroke="#a67c50" stroke-width="4"/>';
  const view = '<rect x="150" y="170" width="430" height="390" rx="12" fill="#7fb2c9"/><path d="M150 470q110-130 215-60t215-40v190H150z" fill="#5f8f6b"/><path d="M365 170v390M150 365h430" stroke="#7a5a3a" stroke-width="14"/><rect x="150" y="170" width="430" height="390" rx="12" fill="none" stroke="#7a5a3a" stroke-width="20"/>';
  const bed = '<rect x="690" y="430" width="640" height="180" rx="26" fill="#7a5a3a"/><rect x="670" y="560" width="690" height="230" rx="30" fill="#f7f1e6"/><rect x="670" y="640" width="690" height="160" rx="30" fill="#b6483f"/><path d="M670 700h690" stroke="#d77a63" stroke-width="10"/><rect x="730" y="520" width="230" height="96" rx="40" fill="#fff"/><rect x="1040" y="520" width="230" height="96" rx="40" fill="#fff"/>';
  const rail = '<path d="M70 640h520M110 640v90M550 640v90" stroke="#c9c4ba" stroke-width="22" stroke-linecap="round"/>';
  const lamp = '<circle cx="1010" cy="250" r="220" fill="url(#glow)"/><path d="M1010 0v170" stroke="#5b4632" stroke-width="6"/><path d="M930 260q80-150 160 0z" fill="#f1c27a"/>';
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="#efe4d2"/>${floor}${view}${rail}${bed}${lamp}`;
}

const sky = (top: string, bottom: string): string =>
  `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>`;

const GLOW = '<defs><radialGradient id="glow"><stop stop-color="#ffcf87" stop-opacity=".75"/><stop offset="1" stop-color="#ffcf87" stop-opacity="0"/></radialGradient></defs>';

/** A picture of the lantern street or of the inn's room, as JPEG. */
export function draw(scene: 'street' | 'room'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${GLOW}${scene === 'street' ? street() : room()}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 86 }).toBuffer();
}
