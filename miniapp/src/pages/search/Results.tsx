import { View } from '@tarojs/components';
import type { SearchHit } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { openPage, openRoom } from '@/features/screen/go';
import { excerptOf, isExact, spansIn } from '@/features/search/excerpt';
import type { Found } from '@/features/search/useSearch';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Cover } from '@/ui/Cover';
import { Cell, List, Section } from '@/ui/List';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';
import { HitRow, Marked } from './HitRow';
import { useT } from './words';

const openPai = (pai: Pai): void => void (pai.dissolveAt === undefined ? openRoom(pai.id) : openPage('settings', { id: pai.id }));

function PaiHits({ pais, query }: { pais: readonly Pai[]; query: string }) {
  const t = useT();
  return (
    <Section title={t('search.pais')}>
      <List inset={68}>
        {pais.map((pai) => (
          <Cell
            key={pai.id}
            before={<Cover emoji={pai.emoji} picture={pai.cover === undefined ? undefined : fileUrl(pai.cover)} size={40} />}
            title={<Marked pieces={excerptOf(pai.name, spansIn(pai.name, query))} />}
            note={t('common.people', { n: pai.memberCount })}
            go={false}
            onTap={() => openPai(pai)}
          />
        ))}
      </List>
    </Section>
  );
}

interface HitsProps {
  title: string;
  side?: string;
  hits: readonly SearchHit[];
  everywhere: boolean;
}

function Hits({ title, side, hits, everywhere }: HitsProps) {
  return (
    <Section title={title} {...(side === undefined ? {} : { side })}>
      <List inset={68}>
        {hits.map((hit) => (
          <HitRow key={`${hit.message.paiId}-${hit.message.seq}`} hit={hit} namePai={everywhere} />
        ))}
      </List>
    </Section>
  );
}

interface ResultsProps {
  found: Found;
  query: string;
  pais: readonly Pai[];
  /** All of my pais are searched. */
  everywhere: boolean;
  onRetry: () => void;
  onMore: () => void;
}

/** What was found, in each state a search can be in. */
export function Results({ found, query, pais, everywhere, onRetry, onMore }: ResultsProps) {
  const t = useT();
  const { phase, hits, more, why } = found;
  if (query === '') return <EmptyState title={t('search.start')} text={t('search.startText')} />;
  const exact = hits.filter(isExact);
  const near = hits.filter((hit) => !isExact(hit));
  const count = t(more ? 'search.countMore' : 'search.count', { n: exact.length });
  return (
    <>
      {pais.length > 0 && <PaiHits pais={pais} query={query} />}
      {phase !== 'idle' && phase !== 'failed' && pais.length === 0 && hits.length > 0 && exact.length === 0 && <View className="search-note soft">{t('search.none', { q: found.query })}</View>}
      {exact.length > 0 && <Hits title={t('search.messages')} side={count} hits={exact} everywhere={everywhere} />}
      {near.length > 0 && <Hits title={t('search.near')} hits={near} everywhere={everywhere} />}
      <View className="sr" {...aria({ role: 'status', live: 'polite' })}>
        {phase === 'ready' ? count : ''}
      </View>
      {(phase === 'looking' || phase === 'idle') && hits.length === 0 && <SkeletonRows rows={4} face={40} round label={t('common.loading')} />}
      {phase === 'ready' && hits.length === 0 && pais.length === 0 && <EmptyState title={t('search.none', { q: query })} text={t('search.noneText')} />}
      {phase === 'failed' && (
        <FailedState title={t('search.failed')} text={why === undefined || why === '' ? t('common.offlineText') : why} onRetry={onRetry} />
      )}
      {phase === 'ready' && more && (
        <View className="search-more">
          <Button kind="text" size={44} onTap={onMore}>
            {t('search.more')}
          </Button>
        </View>
      )}
    </>
  );
}
