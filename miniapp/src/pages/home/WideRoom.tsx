import { View } from '@tarojs/components';
export function WideRoom({ paiId }: { paiId: string | undefined; onLeave: () => void }) {
  return <View className="home-room">{paiId}</View>;
}
