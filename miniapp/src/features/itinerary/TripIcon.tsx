import { View } from '@tarojs/components';
import { aria } from '@/ui/aria';
import { px } from '@/ui/size';
import './tripIcon.css';

export type TripIconName = 'walk' | 'metro' | 'taxi' | 'food' | 'bed' | 'route' | 'place' | 'bag' | 'yuan';

/** Line drawings only these pages need, apart from the others so that they travel with these pages. */
export const TripIcon = ({ name, size = 24 }: { name: TripIconName; size?: number }) => <View {...aria({ hidden: true })} className={`i ti-${name}`} style={{ width: px(size), height: px(size) }} />;
