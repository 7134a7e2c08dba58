import { useMemo } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { Avatar, type Person } from '../Avatar';
import { cls } from '../cls';
import { px } from '../size';
import { pieSvg, svgUrl } from './art';
import { seating, sliceCount, tableFor, type Spot } from './geometry';
import './pie.css';

interface PieTableProps {
  /** Side of the square, design pixels. */
  size: number;
  people: readonly Person[];
  /** How many people there are; those beyond seven sit as「+n」. */
  total?: number;
  /** The seat at the bottom: what stands on it, and whether it is taken already. */
  seat?: { label: string; taken?: boolean };
  /** What the picture says, for a screen reader. */
  label: string;
  /** What the table stands on. */
  ground?: 'bg' | 'sun' | 'card';
}

const place = (spot: Spot, seat: number): React.CSSProperties => ({ left: px(spot.x - seat / 2), top: px(spot.y - seat / 2), width: px(seat), height: px(seat) });

function Pie({ size, side, slices }: { size: number; side: number; slices: number }) {
  const art = useMemo(() => svgUrl(pieSvg(slices)), [slices]);
  const edge = (margin: number): React.CSSProperties => ({ left: px((size * margin) / 140), top: px((size * margin) / 140), width: px((size * (140 - 2 * margin)) / 140), height: px((size * (140 - 2 * margin)) / 140) });
  const corner = px((side - size) / 2);
  return (
    <View className="table-mid" style={{ left: corner, top: corner, width: px(size), height: px(size) }}>
      <View className="plate" style={edge(6)} />
      <View className="plate-ring" style={edge(12.5)} />
      <View className="pie-art" style={{ backgroundImage: art }} />
    </View>
  );
}

/** The signature picture: the people of a pai around a pie (派), with an empty seat for the one who is asked in. */
export function PieTable({ size, people, total = people.length, seat, label, ground = 'bg' }: PieTableProps) {
  const { faces, more } = seating(people.length, total);
  const table = tableFor(faces + (more > 0 ? 1 : 0), size);
  const moreSpot = table.faces[faces];
  const letters = px(Math.max(11, Math.round(table.seat * 0.27)));
  return (
    <View {...aria({ role: 'img', label })} className={cls('table', ground !== 'bg' && `on-${ground}`)} style={{ width: px(size), height: px(size) }}>
      <Pie size={table.pie} side={size} slices={sliceCount(total)} />
      {people.slice(0, faces).map((person, i) => (
        <Avatar key={person.id ?? i} person={person} size={table.seat} className="seat" style={place(table.faces[i] as Spot, table.seat)} />
      ))}
      {moreSpot !== undefined && more > 0 && <View className="seat seat-more" style={{ ...place(moreSpot, table.seat), fontSize: letters }}>{`+${more}`}</View>}
      {seat !== undefined && <View className={cls('seat-you', seat.taken && 'seat-mine')} style={{ ...place(table.you, table.seat), fontSize: letters }}>{seat.label}</View>}
    </View>
  );
}
