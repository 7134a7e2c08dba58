import { Text, View } from '@tarojs/components';
import { graphemeCount } from '@shared/domain/text';
import type { CardReply, PaiCard } from '@shared/wire/pai';
import { usePrefs } from '@/features/settings/prefs';
import { useT, type Speak, type WordKey } from '@/i18n';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import type { Person } from '@/ui/Avatar';
import { Icon } from '@/ui/Icon';
import { AiMark } from '@/ui/Marks';
import { windowHeight } from '@/ui/metrics';
import { PieTable } from '@/ui/pie/PieTable';
import { Tag } from '@/ui/Small';

const HISTORY = { join: 'landing.historyJoin', week: 'landing.historyWeek', all: 'landing.historyAll' } as const satisfies Record<string, WordKey>;
/* Height of everything that has to be above the fold besides the table. */
const REST = { normal: 548, elder: 660 };

/* A name of more graphemes than this takes two lines of large type. */
const ELDER_LINE = 9;

function tableSize(elder: boolean, name: string): number {
  if (!elder) return Math.max(104, Math.min(264, windowHeight() - REST.normal));
  const second = graphemeCount(name) > ELDER_LINE ? 40 : 0;
  return Math.max(104 - second, Math.min(200, windowHeight() - REST.elder - second));
}

interface Seat {
  name?: string | undefined;
  avatar?: string | undefined;
  tint: number;
}
const personOf = ({ name, avatar, tint }: Seat): Person => ({ name, tint, picture: avatar === undefined ? undefined : fileUrl(avatar) });

function rows(card: PaiCard, t: Speak): [string, string][] {
  const { model, mode, capPercent } = card.assistant;
  const speaks = mode === 'off' ? 'called' : mode;
  return [
    [t('landing.reads'), model === 'local' ? t('landing.readsLocal') : t('landing.readsText', { model })],
    [t('landing.speaks'), t(`landing.speaks.${speaks}`)],
    [t('landing.much'), speaks === 'called' ? t('landing.muchCalled') : t('landing.muchCap', { n: capPercent })],
  ];
}

function AiCard({ card }: { card: PaiCard }) {
  const t = useT();
  const off = card.assistant.mode === 'off';
  return (
    <View className="card land-ai">
      <View className="land-ai-head">
        <AiMark />
        <View className="grow b" {...aria({ role: 'heading', level: 2 })}>
          {off ? t('landing.aiOffTitle') : t('landing.aiTitle')}
        </View>
        <Tag kind="ai">{t('common.ai')}</Tag>
      </View>
      {off ? (
        <View className="t14 soft">{t('landing.aiOffText')}</View>
      ) : (
        rows(card, t).map(([name, text]) => (
          <View key={name} className="land-row">
            <View className="land-key">{name}</View>
            <View className="grow any">{text}</View>
          </View>
        ))
      )}
    </View>
  );
}

/** What the holder of an invitation sees before joining. */
export function LandingCard({ reply }: { reply: CardReply }) {
  const t = useT();
  const { elder } = usePrefs();
  const { card, standing } = reply;
  const owner = card.owner.name;
  const people = [personOf(card.owner), ...card.seats.map(personOf)];
  const parts = [t('landing.owner', { owner }), t('landing.now', { n: card.memberCount }), ...(standing === 'none' && !elder && !card.full && card.joinRule !== 'closed' ? [t('landing.seat')] : [])];
  return (
    <View className="land">
      <PieTable size={tableSize(elder, card.name)} people={people} total={card.memberCount} seat={{ label: t('common.you'), taken: standing === 'member' }} label={t('landing.tableLabel', { owner, n: card.memberCount })} />
      <View className="land-name t22 b any" {...aria({ role: 'heading', level: 1 })}>
        {card.name}
      </View>
      <View className="land-sub t14 soft any">{parts.join(' · ')}</View>
      <AiCard card={card} />
      {standing !== 'member' && (
        <View className="land-note t12 soft">
          <Icon name="eye" size={16} />
          <Text className="grow">{t(HISTORY[card.history])}</Text>
        </View>
      )}
    </View>
  );
}
