import { useState } from 'react';
import { View } from '@tarojs/components';
import { sayWish } from '@shared/domain/itinerary/words';
import type { Wish } from '@shared/wire/itinerary';
import type { At } from '@/features/itinerary/api';
import { useTripT } from '@/features/itinerary/words';
import { openRoom } from '@/features/screen/go';
import { useT } from '@/i18n';
import { momentName } from '@/i18n/time';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Cell, List, Section } from '@/ui/List';
import { Menu } from '@/ui/Menu';
import { Sheet } from '@/ui/Sheet';
import { Tag } from '@/ui/Small';
import type { WishActs } from './useWishActs';

/** What the program understood of a wish. */
export function ReadAs({ wish }: { wish: Pick<Wish, 'constraints' | 'guessed'> }) {
  const t = useTripT();
  return (
    <Section title={t(wish.guessed ? 'wish.guessed' : 'wish.read')}>
      {wish.constraints.length === 0 ? (
        <View className="t14 soft">{t('wish.read.none')}</View>
      ) : (
        <View className="read">
          {wish.constraints.map((constraint, i) => (
            <Tag key={i}>{sayWish(constraint, t.locale)}</Tag>
          ))}
        </View>
      )}
    </Section>
  );
}

interface WishSheetProps {
  at: At;
  wish: Wish;
  mine: boolean;
  mayDrop: boolean;
  onChange(): void;
  onDrop(): void;
  onClose(): void;
}

/** The words as they were said, and what was made of them. */
export function WishSheet({ at, wish, mine, mayDrop, onChange, onDrop, onClose }: WishSheetProps) {
  const t = useTripT();
  const { member, text, seq } = wish;
  const isGone = wish.state === 'withdrawn';
  return (
    <Sheet title={member.name} onClose={onClose}>
      <View className="t18 any">{text}</View>
      <View className="t12 soft">{momentName(new Date(wish.at), new Date(), t.locale)}</View>
      {wish.finding !== undefined && <View className="t14 any">{wish.finding}</View>}
      <ReadAs wish={wish} />
      <List inset={52}>
        {seq !== undefined && <Cell icon="quote" title={t('wish.message')} onTap={() => void openRoom(at.paiId, seq)} />}
        {mine && !isGone && <Cell icon="edit" title={t('wish.edit')} onTap={onChange} />}
        {mayDrop && !isGone && (
          <Cell
            icon="trash"
            danger
            title={t('wish.drop')}
            go={false}
            onTap={() => {
              onClose();
              onDrop();
            }}
          />
        )}
      </List>
    </Sheet>
  );
}

/** What can be done with a wish of one's own. */
export function MyWishMenu({ wish, onChange, onDrop, onClose }: Pick<WishSheetProps, 'wish' | 'onChange' | 'onDrop' | 'onClose'>) {
  const t = useTripT();
  return (
    <Menu
      title={wish.text}
      items={[
        { icon: 'edit', text: t('wish.edit'), act: onChange },
        { icon: 'trash', text: t('wish.drop'), danger: true, act: onDrop },
      ]}
      onClose={onClose}
    />
  );
}

const MOST = 400;

/** Writes a wish, or puts one right. */
export function WriteSheet({ wish, onSave, onClose }: { wish: Wish | undefined; onSave(text: string): Promise<void>; onClose(): void }) {
  const [t, word] = [useTripT(), useT()];
  const [text, setText] = useState(wish?.text ?? '');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await onSave(text.trim());
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, word('common.failed')));
      setBusy(false);
    }
  };
  return (
    <Sheet title={t(wish ? 'wish.edit' : 'wish.make')} onClose={onClose}>
      <Area
        initial={text}
        label={t('wish.make')}
        hint={t('wish.hint')}
        maxLength={MOST}
        wrong={wrong}
        onChange={(typed) => {
          setText(typed);
          setWrong(undefined);
        }}
      />
      <Button wide busy={busy} disabled={text.trim() === ''} onTap={() => void save()}>
        {t('wish.save')}
      </Button>
    </Sheet>
  );
}

/** What lies over the board. */
export type WishOver = { kind: 'see' | 'mine' | 'change'; wish: Wish } | { kind: 'write' };

interface WishOverlayProps {
  over: WishOver;
  at: At;
  acts: WishActs;
  mine: boolean;
  mayDrop: boolean;
  setOver(over: WishOver | undefined): void;
}

/** The sheet that is open. */
export function WishOverlay({ over, at, acts, mine, mayDrop, setOver }: WishOverlayProps) {
  const onClose = (): void => setOver(undefined);
  if (over.kind === 'write') return <WriteSheet wish={undefined} onSave={acts.make} onClose={onClose} />;
  const { wish, kind } = over;
  const shared = { wish, onChange: () => setOver({ kind: 'change', wish }), onDrop: () => void acts.drop(wish), onClose };
  if (kind === 'change') return <WriteSheet wish={wish} onSave={(text) => acts.change(wish, text)} onClose={onClose} />;
  return kind === 'mine' ? <MyWishMenu {...shared} /> : <WishSheet {...shared} at={at} mine={mine} mayDrop={mayDrop} />;
}
