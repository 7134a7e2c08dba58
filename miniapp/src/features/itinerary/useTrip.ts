import { useRouter } from '@tarojs/taro';
import type { At } from './api';
import { useBriefs } from './store';

/** Which itinerary a page is about: the one named in its address, else the one of the pai last touched. */
export function useTripAt(): { at: At; missing: boolean; failed: boolean; briefs: ReturnType<typeof useBriefs>['briefs']; reload(): void } {
  const { pai = '', id } = useRouter<{ pai?: string; id?: string }>().params;
  const { briefs, failed, reload } = useBriefs(pai);
  const [newest] = briefs ?? [];
  return { at: { paiId: pai, id: id ?? newest?.id ?? '' }, missing: id === undefined && briefs?.length === 0, failed: failed && id === undefined, briefs, reload };
}
