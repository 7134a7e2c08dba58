import { initialOf } from '@shared/domain/name';
import type { Person } from '@/ui/Avatar';
import { at, pieShape, PIE_COLOURS as C, PULL, seating, sliceCount, tableFor } from '@/ui/pie/geometry';
import { middleSquare, sizeToFit } from './fit';
import { INK, measurer, write, type Pen } from './pen';

const GROUNDS = ['#FBD9C6', '#CFE0F3', '#F3D9E3', '#FFE3A8', '#E3DBF5', '#DFEBC8'] as const;
const LETTERS = ['#7A3A1B', '#23507F', '#7A3355', '#6B4700', '#523F8F', '#3F6220'] as const;

export function disc(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fillStyle = colour;
  pen.fill();
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

function sector(pen: Pen, from: number, till: number, radius: number, cy: number, colour: string): void {
  pen.beginPath();
  pen.moveTo(70, cy);
  pen.arc(70, cy, radius, rad(from), rad(till));
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
}

function strokes(pen: Pen, directions: readonly number[], from: number, till: number, width: number, colour: string): void {
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.lineCap = 'round';
  directions.forEach((angle) => {
    pen.beginPath();
    pen.moveTo(...at(angle, from));
    pen.lineTo(...at(angle, till));
    pen.stroke();
  });
}

/** The pie on its plate, in a square of `side` whose corner is at (x, y). */
function drawPie(pen: Pen, x: number, y: number, side: number, slices: number): void {
  const { half, cuts, middles, notches } = pieShape(slices);
  pen.save();
  pen.translate(x, y);
  pen.scale(side / 140, side / 140);
  disc(pen, 70, 70, 64, INK.plate);
  pen.beginPath();
  pen.arc(70, 70, 57, 0, Math.PI * 2);
  pen.lineWidth = 1.5;
  pen.strokeStyle = INK.plateLine;
  pen.stroke();
  sector(pen, 90 + half, 450 - half, 50, 70, C.crust);
  sector(pen, 90 + half, 450 - half, 44, 70, C.filling);
  strokes(pen, cuts, 0, 45, 2, C.cut);
  pen.globalAlpha = 0.55;
  strokes(pen, notches, 45.5, 49, 1.6, C.notch);
  pen.globalAlpha = 1;
  middles.forEach((angle) => disc(pen, ...at(angle, 28), 3.6, C.berry));
  sector(pen, 90 - half, 90 + half, 50, 70 + PULL, C.crust);
  sector(pen, 90 - half, 90 + half, 44, 70 + PULL, C.filling);
  disc(pen, ...at(90, 28, 70, 70 + PULL), 3.6, C.berry);
  pen.restore();
}

export type Faces = ReadonlyMap<string, CanvasImageSource>;

/* Of a picture that says its size only the middle is drawn: faces are not stretched. */
function drawMiddle(pen: Pen, picture: CanvasImageSource, x: number, y: number, side: number): void {
  const { width, height } = picture as { width?: unknown; height?: unknown };
  if (typeof width !== 'number' || typeof height !== 'number' || width <= 0 || height <= 0) return pen.drawImage(picture, x, y, side, side);
  const middle = middleSquare(width, height);
  pen.drawImage(picture, middle.x, middle.y, middle.side, middle.side, x, y, side, side);
}

function drawFace(pen: Pen, person: Person, x: number, y: number, radius: number, faces: Faces): void {
  const tint = (person.tint ?? 0) % GROUNDS.length;
  const picture = person.picture === undefined ? undefined : faces.get(person.picture);
  disc(pen, x, y, radius, GROUNDS[tint] ?? GROUNDS[0]);
  if (picture) {
    pen.save();
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
    pen.clip();
    drawMiddle(pen, picture, x - radius, y - radius, radius * 2);
    pen.restore();
  } else if (person.name !== undefined) {
    const size = Math.round(radius * 0.84);
    write(pen, initialOf(person.name), x, y + size * 0.36, { size, weight: 600, colour: LETTERS[tint] ?? INK.text, align: 'center' });
  }
}

interface TableLook {
  people: readonly Person[];
  total: number;
  seat: string;
  faces: Faces;
}

/** The pie table in a square of `side` whose corner is at (left, top). */
export function drawTable(pen: Pen, left: number, top: number, side: number, { people, total, seat, faces }: TableLook): void {
  const { faces: shown, more } = seating(people.length, total);
  const table = tableFor(shown + (more > 0 ? 1 : 0), side);
  const radius = table.seat / 2;
  drawPie(pen, left + (side - table.pie) / 2, top + (side - table.pie) / 2, table.pie, sliceCount(total));
  table.faces.forEach((spot, i) => {
    const person = people[i];
    if (i < shown && person) return drawFace(pen, person, left + spot.x, top + spot.y, radius, faces);
    disc(pen, left + spot.x, top + spot.y, radius, '#EFEBE4');
    write(pen, `+${more}`, left + spot.x, top + spot.y + radius * 0.25, { size: Math.round(radius * 0.66), weight: 600, colour: INK.soft, align: 'center' });
  });
  pen.beginPath();
  pen.arc(left + table.you.x, top + table.you.y, radius - 1, 0, Math.PI * 2);
  pen.lineWidth = 2;
  pen.strokeStyle = INK.primary;
  pen.setLineDash([6, 5]);
  pen.stroke();
  pen.setLineDash([]);
  const size = sizeToFit(seat, Math.round(radius * 0.68), radius * 1.5, measurer(pen, 600));
  write(pen, seat, left + table.you.x, top + table.you.y + size * 0.36, { size, weight: 600, colour: INK.primary, align: 'center' });
}

/** The sign of the app, in a square of `side`. */
export function drawLogo(pen: Pen, x: number, y: number, side: number): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(side / 28, side / 28);
  pen.beginPath();
  pen.moveTo(13, 15.5);
  pen.lineTo(13, 3.6);
  pen.arc(13, 14.6, 11, -Math.PI / 2, 0, true);
  pen.lineTo(13, 15.5);
  pen.fillStyle = INK.orange;
  pen.fill();
  pen.beginPath();
  pen.moveTo(16.5, 11.5);
  pen.lineTo(16.5, 3);
  pen.arc(15.5, 11.5, 9.3, -Math.PI / 2 + 0.1, 0);
  pen.closePath();
  pen.fillStyle = INK.primary;
  pen.fill();
  pen.restore();
}
