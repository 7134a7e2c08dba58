import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import type { At, Brief } from '@/features/itinerary/api';
import { itemOf } from '@/features/itinerary/say';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { AddSheet } from './AddSheet';
import { CommentsSheet } from './CommentsSheet';
import { CostSheet } from './CostSheet';
import { FrameSheet } from './FrameSheet';
import { ExportMenu, MoreMenu, OthersSheet } from './Menus';
import type { Over } from './over';
import { PlacesSheet } from './PlacesSheet';
import { ReplaceSheet } from './ReplaceSheet';
import { StopSheet } from './StopSheet';
import type { Acts } from './useActs';
import { VersionsSheet } from './VersionsSheet';

interface OverlayProps {
  over: Over;
  at: At;
  trip: Itinerary | undefined;
  briefs: readonly Brief[];
  mayEdit: boolean;
  edit: EditPlan;
  acts: Acts;
  onReplan: (() => void) | undefined;
  setOver(over: Over | undefined): void;
}

/** The sheet that is open. */
export function Overlay({ over, at, trip, briefs, mayEdit, edit, acts, onReplan, setOver }: OverlayProps) {
  const onClose = (): void => setOver(undefined);
  if (over.kind === 'frame') return <FrameSheet paiId={at.paiId} given={over.isNew || !trip ? undefined : { ...trip, party: trip.party.map(({ id }) => id) }} onSave={(frame) => acts.frame(frame, over.isNew)} onClose={onClose} />;
  if (over.kind === 'others') return <OthersSheet at={at} briefs={briefs} setOver={setOver} />;
  if (!trip) return null;
  /* An edit makes the stop anew: what is open is the one there is now. */
  const fresh = (item: PlanItem): PlanItem => itemOf(trip.plan?.days ?? [], item.id) ?? item;
  switch (over.kind) {
    case 'stop':
      return <StopSheet trip={trip} item={fresh(over.item)} mayEdit={mayEdit} edit={edit} acts={acts} setOver={setOver} />;
    case 'replace':
      return <ReplaceSheet at={at} trip={trip} item={fresh(over.item)} edit={edit} onClose={onClose} />;
    case 'add':
      return <AddSheet trip={trip} day={over.day} edit={edit} onClose={onClose} />;
    case 'cost':
      return <CostSheet trip={trip} onClose={onClose} />;
    case 'places':
      return <PlacesSheet trip={trip} onClose={onClose} />;
    case 'versions':
      return <VersionsSheet at={at} trip={trip} onClose={onClose} />;
    case 'comments':
      return <CommentsSheet at={at} trip={trip} {...(over.item ? { item: over.item } : {})} onClose={onClose} />;
    case 'menu':
      return <MoreMenu at={at} trip={trip} others={briefs.filter(({ id }) => id !== at.id).length} onReplan={onReplan} setOver={setOver} />;
    case 'export':
      return <ExportMenu at={at} trip={trip} setOver={setOver} />;
  }
}
