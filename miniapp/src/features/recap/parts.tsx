import { Text, View } from '@tarojs/components';
import type { Member } from '@shared/wire/pai';
import type { Recap } from '@shared/wire/recap';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Small';
import { endOf, type Sentence } from './pieces';
import { useRecapT } from './words';

export interface Shown {
  recap: Recap;
  numbers: ReadonlyMap<number, number>;
  members: ReadonlyMap<string, Member>;
  open(seq: number): void;
  /** A to-do or a question whose box was tapped. */
  act(item: Recap['todos'][number]): void;
}

function Cites({ cites, numbers, open }: { cites: readonly number[] } & Pick<Shown, 'numbers' | 'open'>) {
  const t = useRecapT();
  return (
    <>
      {cites.map((seq) => {
        const n = numbers.get(seq) ?? 0;
        return (
          <Pressable key={seq} className="rc-cite" label={t('recap.source', { n })} onTap={() => open(seq)}>
            {String(n)}
          </Pressable>
        );
      })}
    </>
  );
}

const Stale = ({ said }: { said: Sentence }) => {
  const t = useRecapT();
  return said.stale ? <Text className="rc-stale">{t('recap.stale')}</Text> : null;
};

const Heading = ({ text, next }: { text: string; next?: boolean }) => (
  <View className={cls('rc-head', next && 'rc-head-next')} {...aria({ role: 'heading', level: 3 })}>
    <Text className="any">{text}</Text>
  </View>
);

/** Each topic a card: what it was about, how many messages, what was said. */
export function Topics({ recap, numbers, open }: Shown) {
  const t = useRecapT();
  return (
    <>
      {recap.topics.map((topic) => (
        <View key={`${topic.from} ${topic.title}`} className="rc-card">
          <View className="rc-head" {...aria({ role: 'heading', level: 3 })}>
            <Text className="any">{topic.title}</Text>
            {topic.count > 0 && (
              <Text className="rc-n" {...aria({ label: t('recap.count.label', { n: topic.count }) })}>
                {t('recap.count', { n: topic.count })}
              </Text>
            )}
          </View>
          <View className="rc-text any">
            {topic.sentences.map((said, i) => {
              const { body, stop } = endOf(said.text);
              return (
                <Text key={i}>
                  {body}
                  <View className="rc-tail">
                    <Cites cites={said.cites} numbers={numbers} open={open} />
                    <Text>{stop}</Text>
                  </View>
                  <Stale said={said} />
                </Text>
              );
            })}
          </View>
        </View>
      ))}
    </>
  );
}

function Owner({ owner, members }: { owner: NonNullable<Recap['todos'][number]['owner']> } & Pick<Shown, 'members'>) {
  const member = owner.id === undefined ? undefined : members.get(owner.id);
  if (!member) return <Text className="t12 soft">{owner.name}</Text>;
  return (
    <View {...aria({ role: 'img', label: member.name })}>
      <Avatar size={24} person={{ id: member.id, name: member.name, ...(member.avatar === undefined ? {} : { picture: fileUrl(member.avatar) }) }} />
    </View>
  );
}

const SOON_MS = 48 * 3600_000;

const isSoon = (iso: string | undefined): boolean => iso !== undefined && Date.parse(iso) - Date.now() < SOON_MS;

function TodoRow({ todo, shown }: { todo: Recap['todos'][number]; shown: Shown }) {
  const t = useRecapT();
  return (
    <View className="rc-row">
      <Pressable className="rc-box" label={t('recap.act', { text: todo.text })} onTap={() => shown.act(todo)} />
      <View className="grow any">
        {todo.text} <Stale said={todo} />
      </View>
      <View className="rc-side">
        <View className="rc-cites">
          <Cites cites={todo.cites} {...shown} />
        </View>
        {todo.due !== undefined && <Tag kind={isSoon(todo.dueAt) ? 'sun' : 'plain'}>{todo.due}</Tag>}
        {todo.owner && <Owner owner={todo.owner} members={shown.members} />}
      </View>
    </View>
  );
}

function PlainRow({ said, icon, onIcon, shown }: { said: Sentence; icon: 'pass' | 'unknown'; onIcon?: () => void; shown: Shown }) {
  const t = useRecapT();
  const mark = <Icon name={icon} size={22} />;
  const tone = icon === 'pass' ? 'ok' : 'warn';
  return (
    <View className="rc-row rc-row-36">
      {onIcon ? (
        <Pressable className={tone} label={t('recap.act', { text: said.text })} onTap={onIcon}>
          {mark}
        </Pressable>
      ) : (
        <View className={tone}>{mark}</View>
      )}
      <View className="grow any">
        {said.text} <Stale said={said} />
      </View>
      <View className="rc-side rc-cites">
        <Cites cites={said.cites} {...shown} />
      </View>
    </View>
  );
}

/** What was decided, is to do and is open, in one card. */
export function Outcome(shown: Shown) {
  const t = useRecapT();
  const { decisions, todos, questions } = shown.recap;
  if (decisions.length + todos.length + questions.length === 0) return null;
  return (
    <View className="rc-card rc-card-last">
      {decisions.length > 0 && <Heading text={t('recap.decided')} />}
      {decisions.map((said, i) => (
        <PlainRow key={`d${i}`} said={said} icon="pass" shown={shown} />
      ))}
      {todos.length > 0 && <Heading text={t('recap.todo')} next={decisions.length > 0} />}
      {todos.map((todo, i) => (
        <TodoRow key={`t${i}`} todo={todo} shown={shown} />
      ))}
      {questions.length > 0 && <Heading text={t('recap.open')} next={decisions.length + todos.length > 0} />}
      {questions.map((said, i) => (
        <PlainRow key={`q${i}`} said={said} icon="unknown" shown={shown} onIcon={() => shown.act(said)} />
      ))}
    </View>
  );
}
