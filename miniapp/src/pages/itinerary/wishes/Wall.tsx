import { Text, View } from '@tarojs/components';
import { tintOf } from '@shared/domain/tint';
import type { Wish } from '@shared/wire/itinerary';
import { Face } from '@/features/itinerary/Face';
import { useTripT, type SpeakTrip } from '@/features/itinerary/words';
import { useWindow } from '@/features/screen/useWindow';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { px } from '@/ui/size';
import { useLate } from '@/ui/States';

const LOOK = {
  placed: { icon: 'pass', tone: 'ok' },
  unverified: { icon: 'unknown', tone: 'warn' },
  unplaced: { icon: 'clock', tone: 'soft' },
  conflict: { icon: 'fail', tone: 'bad' },
  withdrawn: { icon: 'ban', tone: 'soft' },
} as const;

/** What a plan there is does not meet has failed; without a plan it waits. */
const lookOf = ({ state, finding }: Wish) => LOOK[state === 'unplaced' && finding ? 'conflict' : state];

interface NoteProps {
  wish: Wish;
  all: readonly Wish[];
  me: string | undefined;
  onOpen(wish: Wish): void;
  onHold(wish: Wish): void;
  onHeart(wish: Wish): void;
  onDiscuss(wish: Wish): void;
}

function stateText({ state, finding, conflictsWith }: Wish, all: readonly Wish[], t: SpeakTrip): string {
  const other = state === 'conflict' ? all.find(({ id }) => conflictsWith?.includes(id)) : undefined;
  if (other) return t('wish.clash', { text: other.text });
  return finding !== undefined && finding !== '' ? finding : t(`wish.state.${state}`);
}

function Heart({ wish, me, onHeart }: Pick<NoteProps, 'wish' | 'me' | 'onHeart'>) {
  const t = useTripT();
  const mine = me !== undefined && wish.hearts.includes(me);
  return (
    <Pressable role="switch" checked={mine} label={`${t('wish.heart', { text: wish.text })} ${wish.hearts.length}`} className={cls('wn-heart', mine && 'pri')} onTap={() => onHeart(wish)}>
      <View className={cls(mine && 'wn-full')}>
        <Icon name="wish" size={18} />
      </View>
      {wish.hearts.length > 0 && <Text>{wish.hearts.length}</Text>}
      {mine && <Text className="wn-too">{t('wish.too')}</Text>}
    </Pressable>
  );
}

/** One wish, on the ground of whoever wished it. */
function Note(props: NoteProps) {
  const { wish, all, me, onOpen, onHold, onDiscuss } = props;
  const t = useTripT();
  const { member, text, state } = wish;
  const { icon, tone } = lookOf(wish);
  const said = stateText(wish, all, t);
  const isGone = state === 'withdrawn';
  return (
    <View className={cls('wn', state === 'conflict' && 'wn-clash')} style={{ background: `var(--p${tintOf(member.id) + 1})` }}>
      <Pressable className="wn-main" label={`${t('wish.by', { name: member.name, text })}, ${said}`} onTap={() => onOpen(wish)} onHold={() => onHold(wish)}>
        <View className="wn-who">
          <Face id={member.id} name={member.name} size={24} />
          <Text className="any">{member.id === me ? t('wish.me') : member.name}</Text>
        </View>
        <View className={cls('wn-text any', isGone && 'wn-struck')}>{text}</View>
        <View className={cls('wn-state', tone)}>
          <Icon name={icon} size={16} />
          <Text className="any grow">{said}</Text>
        </View>
      </Pressable>
      {state === 'conflict' && (
        <Button kind="card" size={44} className="wn-talk" label={`${t('wish.discuss')} ${text}`} onTap={() => onDiscuss(wish)}>
          {t('wish.discuss')}
        </Button>
      )}
      {!isGone && state !== 'conflict' && <Heart {...props} />}
    </View>
  );
}

/* About how high a note is drawn: lines of its text, and of what is said below. */
const weigh = ({ text, finding, state }: Wish): number => 5 + Math.ceil(text.length / 8) + Math.ceil((finding ?? '').length / 10) + (state === 'conflict' ? 1 : 0);

/** Puts each note into the column that is shorter so far. */
export function columns(wishes: readonly Wish[]): [Wish[], Wish[]] {
  const sides: [Wish[], Wish[]] = [[], []];
  const heights: [number, number] = [0, 0];
  for (const wish of wishes) {
    const side = heights[0] <= heights[1] ? 0 : 1;
    sides[side].push(wish);
    heights[side] += weigh(wish);
  }
  return sides;
}

/** Notes in two columns; what was taken back stands at the end, struck out. */
export function Wall({ wishes, ...rest }: Omit<NoteProps, 'wish'> & { wishes: readonly Wish[] }) {
  const { shown, more } = useWindow(wishes, 60);
  const t = useTripT();
  return (
    <>
      <View className="wall">
        {columns(shown).map((side, i) => (
          <View key={i} className="wall-side">
            {side.map((wish) => (
              <Note key={wish.id} wish={wish} {...rest} />
            ))}
          </View>
        ))}
      </View>
      {shown.length < wishes.length && (
        <Button kind="text" size={44} onTap={more}>
          {t('trip.more')}
        </Button>
      )}
    </>
  );
}

/** Notes in the shape of what is coming. */
export function SkeletonNotes({ label }: { label: string }) {
  if (!useLate()) return null;
  return (
    <View className="wall" {...aria({ role: 'status', label })}>
      {[
        [138, 138],
        [138, 176],
      ].map((side, i) => (
        <View key={i} className="wall-side">
          {side.map((height, j) => (
            <View key={j} className="sk moves" style={{ height: px(height), borderRadius: px(18) }} />
          ))}
        </View>
      ))}
    </View>
  );
}
