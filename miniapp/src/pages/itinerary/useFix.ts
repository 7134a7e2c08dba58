import type { Itinerary } from '@shared/wire/itinerary';
import type { At } from '@/features/itinerary/api';
import { askRoom } from '@/features/itinerary/askRoom';
import { itemOf } from '@/features/itinerary/say';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { tell } from '@/ui/dialog';
import type { OnFix } from './Checks';
import type { Over } from './over';

/** The way out of a check: something done to its stop, or a talk in the room where it is about the whole. */
export function useFix(at: At, trip: Itinerary | undefined, mayEdit: boolean, edit: EditPlan, setOver: (over: Over) => void): OnFix {
  const [t, word] = [useTripT(), useT()];
  return ({ fix, itemId, title, finding }) => {
    const item = trip && itemId !== undefined ? itemOf(trip.plan?.days ?? [], itemId) : undefined;
    if (fix === 'discuss' || !item) return askRoom(at.paiId, t('check.draft', { title, finding }));
    if (fix === 'verify') return void tell(title, `${finding}. ${t('check.verify.text')}`, word('common.gotIt')).then(() => setOver({ kind: 'stop', item }));
    if (fix === 'remove' && mayEdit) return void edit([{ do: 'remove', itemId: item.id }], { text: t('edit.removed', { name: title }), undo: true });
    setOver({ kind: fix === 'replace' && mayEdit ? 'replace' : 'stop', item });
  };
}
