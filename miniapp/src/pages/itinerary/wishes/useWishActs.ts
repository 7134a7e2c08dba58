import type { Wish } from '@shared/wire/itinerary';
import { sayWish } from '@shared/domain/itinerary/words';
import { myId } from '@/features/account/session';
import * as api from '@/features/itinerary/api';
import type { At } from '@/features/itinerary/api';
import type { useWishes } from '@/features/itinerary/store';
import { useTripT } from '@/features/itinerary/words';
import { saying } from '@/features/screen/saving';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { toast } from '@/ui/toast';

export interface WishActs {
  /** Throws ApiError. Where there is no itinerary yet, one is begun for it. */
  make(text: string): Promise<void>;
  /** Throws ApiError. */
  change(wish: Wish, text: string): Promise<void>;
  drop(wish: Wish): Promise<void>;
  heart(wish: Wish): Promise<void>;
}

/** What is done on the wish board; hearts are shown before the cloud has taken them. */
export function useWishActs(at: At, { value, take, reload }: ReturnType<typeof useWishes>): WishActs {
  const t = useTripT();
  const put = (wish: Wish): void => {
    if (value) take({ ...value, wishes: value.wishes.map((one) => (one.id === wish.id ? wish : one)) });
  };
  const told = ({ constraints }: Wish): void => {
    const what = constraints.map((constraint) => sayWish(constraint, t.locale)).join(t.locale === 'zh' ? '，' : ', ');
    toast(what === '' ? t('wish.saved.plain') : t('wish.saved', { what }));
  };
  const begun = async (): Promise<At> => {
    if (at.id !== '') return at;
    const { itinerary } = await api.createItinerary(at.paiId, { clientMsgId: freshId(), zone: deviceZone() });
    return { ...at, id: itinerary.id };
  };
  return {
    async make(text) {
      const { wish } = await api.addWish(await begun(), { clientMsgId: freshId(), text });
      told(wish);
      reload();
    },
    async change(wish, text) {
      const reply = await api.patchWish(at, wish.id, { text });
      told(reply.wish);
      reload();
    },
    async drop(wish) {
      if (!(await saying(api.dropWish(at, wish.id)))) return;
      reload();
      toast(t('wish.dropped'), { text: t('edit.undo'), act: () => void saying(api.restoreWish(at, wish.id)).then(reload) });
    },
    async heart(wish) {
      const me = myId();
      if (me === undefined) return;
      const on = !wish.hearts.includes(me);
      put({ ...wish, hearts: on ? [...wish.hearts, me] : wish.hearts.filter((id) => id !== me) });
      if (!(await saying(api.heartWish(at, wish.id, on)))) put(wish);
    },
  };
}
