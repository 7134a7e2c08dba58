import type { Edit, Itinerary, Wish } from '@shared/wire/itinerary';
import { ApiError, sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import * as api from './api';
import type { At } from './api';
import { edited } from './local';
import { showItinerary, takeItinerary, takeReply } from './store';
import { useTripT, type SpeakTrip } from './words';

/** Makes an edit: shown and checked at once, then as the cloud takes it. True when it was taken. `said` is what to say when nothing breaks. */
export type EditPlan = (edits: readonly Edit[], said?: { text: string; undo?: boolean }) => Promise<boolean>;

function whyNot(error: unknown, t: SpeakTrip): string {
  if (!(error instanceof ApiError)) return t('trip.again');
  if (error.code === 'itinerary/changed-meanwhile') return t('edit.stale');
  return error.status === 0 ? t('edit.offline') : sentenceOf(error, t('trip.again'));
}

/* What the edit breaks is said before what it did: that is what one must know. */
function say(broken: readonly { title: string; finding: string }[], said: { text: string; undo?: boolean } | undefined, undo: () => void, t: SpeakTrip): void {
  const [first] = broken;
  const back = { text: t('edit.undo'), act: undo };
  if (first) toast(t('edit.broke', { what: [first.title, first.finding].join(t.locale === 'zh' ? '，' : ': ') }) + (broken.length > 1 ? t('edit.broke.n', { n: broken.length - 1 }) : ''), back);
  else if (said) toast(said.text, said.undo ? back : undefined);
}

/** Edits of an itinerary by hand. */
export function useEdit(at: At, itinerary: Itinerary | undefined, wishes: readonly Wish[]): EditPlan {
  const t = useTripT();
  return async (edits, said) => {
    if (!itinerary) return false;
    const ahead = edited(itinerary, wishes, edits, t);
    if (ahead) showItinerary(ahead.itinerary);
    try {
      takeReply(await api.sendEdits(at, itinerary.version, edits));
    } catch (error) {
      takeItinerary(itinerary);
      if (error instanceof ApiError && error.status === 409) api.getItinerary(at).then(takeReply, () => undefined);
      toast(whyNot(error, t));
      return false;
    }
    const undo = (): void => void api.undoTo(at, itinerary.version).then(takeReply, (error: unknown) => toast(whyNot(error, t)));
    say(ahead?.broken ?? [], said, undo, t);
    return true;
  };
}
