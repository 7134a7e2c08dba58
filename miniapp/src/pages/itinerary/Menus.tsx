import type { Itinerary } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import type { At, Brief } from '@/features/itinerary/api';
import { useTripT } from '@/features/itinerary/words';
import { openPage, swapPage } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { saveFile } from '@/platform/device';
import { fileUrl } from '@/transport/address';
import { ask } from '@/ui/dialog';
import { Cell, List } from '@/ui/List';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';
import type { Over } from './over';

interface MenusProps {
  at: At;
  trip: Itinerary;
  setOver(over: Over | undefined): void;
}

/** Everything about the itinerary that is not on its page. */
export function MoreMenu({ at, trip, others, onReplan, setOver }: MenusProps & { others: number; onReplan: (() => void) | undefined }) {
  const t = useTripT();
  const go = (page: string): void => void openPage(`itinerary/${page}`, { pai: at.paiId, id: at.id });
  const remove = async (): Promise<void> => {
    if (!(await ask({ title: t('menu.delete.title', { title: trip.title }), text: t('menu.delete.text'), act: t('menu.delete'), danger: true }))) return;
    if (await saying(api.deleteItinerary(at), t('menu.delete.done'))) void swapPage('itinerary', { pai: at.paiId });
  };
  const items: MenuItem[] = [
    { icon: 'wish', text: t('trip.wishes'), note: t('trip.wishes.n', { n: trip.counts.wishes }), act: () => go('wishes') },
    { icon: 'receipt', text: t('menu.expenses'), act: () => go('expenses') },
    { icon: 'check', text: t('menu.packing'), act: () => go('packing') },
    ...(trip.plan
      ? [
          { icon: 'clock' as const, text: t('menu.versions'), act: () => setOver({ kind: 'versions' }) },
          { icon: 'reply' as const, text: t('menu.comments'), act: () => setOver({ kind: 'comments' }) },
          { icon: 'share' as const, text: t('menu.export'), act: () => setOver({ kind: 'export' }) },
        ]
      : []),
    ...(onReplan ? [{ icon: 'retry' as const, text: t('trip.replan'), act: onReplan }] : []),
    { icon: 'pin', text: t('menu.places'), act: () => setOver({ kind: 'places' }) },
    { icon: 'calendar', text: t('menu.frame'), act: () => setOver({ kind: 'frame', isNew: false }) },
    ...(others > 0 ? [{ icon: 'log' as const, text: t('trip.others'), act: () => setOver({ kind: 'others' }) }] : []),
    { icon: 'plus', text: t('menu.new'), act: () => setOver({ kind: 'frame', isNew: true }) },
    { icon: 'trash', text: t('menu.delete'), danger: true, act: () => void remove() },
  ];
  return <Menu title={t('trip.more')} items={items} onClose={() => setOver(undefined)} />;
}

const KINDS = ['ics', 'png', 'pdf', 'gpx', 'csv'] as const;
const ICONS = { ics: 'calendar', png: 'image', pdf: 'save', gpx: 'pin', csv: 'log' } as const;

/** The itinerary as a file; the cloud makes it and puts the label on. */
export function ExportMenu({ at, trip, setOver }: MenusProps) {
  const t = useTripT();
  const take = (kind: (typeof KINDS)[number]): void => {
    if (kind === 'ics' && trip.startOn === undefined && !trip.plan?.days.some(({ on }) => on !== undefined)) return toast(t('export.noDate'));
    void api
      .listExports(at)
      .then(({ links }) => links.find(({ format }) => format === kind)?.url)
      .then((url) => url !== undefined && saveFile(fileUrl(url), `${trip.title}.${kind}`))
      .catch(() => false)
      .then((done) => !done && toast(t('export.failed')));
  };
  return <Menu title={t('menu.export')} items={KINDS.map((kind) => ({ icon: ICONS[kind], text: t(`export.${kind}`), note: t(`export.${kind}.note`), act: () => take(kind) }))} onClose={() => setOver(undefined)} />;
}

/** The pai's other itineraries. */
export function OthersSheet({ at, briefs, setOver }: { at: At; briefs: readonly Brief[]; setOver(over: Over | undefined): void }) {
  const t = useTripT();
  return (
    <Sheet title={t('trip.others')} onClose={() => setOver(undefined)}>
      <List>
        {briefs
          .filter(({ id }) => id !== at.id)
          .map(({ id, title, city, days }) => (
            <Cell key={id} title={title} note={[city, ...(days === undefined ? [] : [t('trip.length', { n: days })])].filter(Boolean).join(' · ')} onTap={() => void swapPage('itinerary', { pai: at.paiId, id })} />
          ))}
      </List>
    </Sheet>
  );
}
