import type { PaiCard } from '@shared/wire/pai';
import { t } from '@/i18n';
import { fileUrl } from '@/transport/address';
import type { Person } from '@/ui/Avatar';
import type { Faces } from './draw';
import type { Surface } from './surface';

/** What stands on cards and posters of a pai: only what an invitation may show. */
export interface ShareContent {
  name: string;
  intro: string;
  owner: string;
  people: Person[];
  total: number;
  /** When the AI speaks, in a few words. */
  rule: string;
}

export function contentOf(card: PaiCard): ShareContent {
  const person = ({ name, avatar, tint }: { name?: string | undefined; avatar?: string | undefined; tint: number }): Person => ({ name, tint, picture: avatar === undefined ? undefined : fileUrl(avatar) });
  return {
    name: card.name,
    intro: card.intro,
    owner: card.owner.name,
    people: [person(card.owner), ...card.seats.map(person)],
    total: card.memberCount,
    rule: card.assistant.mode === 'off' ? t('share.aiOff') : t('share.aiCalled'),
  };
}

/** The faces that can be drawn, by their address. A face that does not load becomes a letter. */
export async function loadFaces(surface: Surface, people: readonly Person[]): Promise<Faces> {
  const urls = people.flatMap(({ picture }) => picture ?? []);
  const images = await Promise.all(urls.map((url) => surface.image(url)));
  return new Map(urls.flatMap((url, i) => (images[i] ? [[url, images[i]] as const] : [])));
}
