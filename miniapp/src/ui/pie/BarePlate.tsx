import { View } from '@tarojs/components';
import { aria } from '../aria';
import { px } from '../size';
import './pie.css';

/* Left, top and width of each crumb, in percent of the plate. */
const CRUMBS = [
  [39.5, 55.2, 3.8],
  [55.8, 45.7, 2.9],
  [51.7, 60.2, 2.3],
  [43.1, 41.7, 2.3],
] as const;

/** A plate with nothing but crumbs: there is nothing here. */
export function BarePlate({ size = 84 }: { size?: number }) {
  return (
    <View {...aria({ hidden: true })} className="bare-plate" style={{ width: px(size), height: px(size) }}>
      <View className="bare-plate-ring" />
      {CRUMBS.map(([left, top, width]) => (
        <View key={left} className="crumb" style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${width}%` }} />
      ))}
    </View>
  );
}
