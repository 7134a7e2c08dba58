import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Room } from '@/features/message/Room';
import { goBack } from '@/features/screen/go';
import { Hosts } from '@/features/screen/Hosts';
import { usePageClass } from '@/features/settings/prefs';
import '@/ui/base.css';
import '@/ui/chrome.css';

/** `id`: the pai; `seq`: a message to open at. */
export default function RoomPage() {
  const query = useRouter<{ id?: string; seq?: string }>().params;
  const seq = Number(query.seq) > 0 ? Number(query.seq) : undefined;
  return (
    <View className={usePageClass()}>
      <View className="pg-col">{query.id !== undefined && <Room paiId={query.id} seq={seq} onBack={goBack} />}</View>
      <Hosts />
    </View>
  );
}
