import { View } from '@tarojs/components';
import { initialOf } from '@shared/domain/name';
import { tintOf } from '@shared/domain/tint';
import { aria } from './aria';
import { cls } from './cls';
import './people.css';
import { Photo } from './Photo';
import { px } from './size';

export interface Person {
  id?: string;
  /** Unknown on an invite when the member did not choose to be shown: a plain seat. */
  name?: string | undefined;
  /** A full address. */
  picture?: string | undefined;
  /** A drawing instead of a picture, as a CSS image. */
  art?: string;
  /** The person's ground, 0–5; found from the id when not given. */
  tint?: number;
}

export const groundOf = (person: Person): string => `f${(person.tint ?? tintOf(person.id ?? person.name ?? '')) + 1}`;

interface AvatarProps {
  person: Person;
  size?: number;
  className?: string;
  style?: React.CSSProperties;
}

/** A person: the picture, else the first letter of the name, on the ground that is this person's everywhere. */
export function Avatar({ person, size = 40, className, style }: AvatarProps) {
  const side = px(size);
  const drawn = person.art === undefined ? {} : { backgroundImage: person.art, backgroundSize: '100% 100%' };
  const letter = person.art === undefined && person.name !== undefined ? initialOf(person.name) : null;
  return (
    <View {...aria({ hidden: true })} className={cls('av', groundOf(person), className)} style={{ ...style, ...drawn, width: side, height: side, fontSize: px(Math.round(size * 0.42)) }}>
      <Photo src={person.picture}>{letter}</Photo>
    </View>
  );
}

interface StackProps {
  people: readonly Person[];
  /** How many there are in all; default: those given. */
  total?: number;
  size?: number;
}

/** At most three faces, then how many more. */
export function AvatarStack({ people, total = people.length, size = 28 }: StackProps) {
  const faces = people.slice(0, 3);
  const side = px(size);
  return (
    <View className="av-stack" {...aria({ hidden: true })}>
      {faces.map((person, i) => (
        <Avatar key={person.id ?? i} person={person} size={size} className={i > 0 ? 'av-next' : ''} />
      ))}
      {total > faces.length && (
        <View className="av av-more av-next" style={{ width: side, height: side, fontSize: px(Math.round(size * 0.36)) }}>{`+${total - faces.length}`}</View>
      )}
    </View>
  );
}
