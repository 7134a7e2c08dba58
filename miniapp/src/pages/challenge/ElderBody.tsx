import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { doneBy, summaryOf } from '@/features/challenge/summary';
import { usePunchT } from '@/features/challenge/words';
import { canSpeak, hush, speak } from '@/platform/speech';
import { Avatar } from '@/ui/Avatar';
import { Icon } from '@/ui/Icon';
import { Cell, List } from '@/ui/List';
import { aria } from '@/ui/aria';
import { tell } from '@/ui/dialog';
import type { Faces } from './useFaces';

interface ElderProps {
  challenge: Challenge;
  here: Here;
  entries: readonly Entry[];
  faces: Faces;
  isOpen: boolean;
  onMore(): void;
}

/** Below the big button in elder size: the day read aloud, and who has done it. */
export function ElderBody({ challenge, here, entries, faces, isOpen, onMore }: ElderProps) {
  const t = usePunchT();
  const [speaks, setSpeaks] = useState(false);
  useEffect(() => hush, []);
  const done = doneBy(entries, here.today);
  const listen = (): void => {
    const words = summaryOf(challenge, here, done, t);
    if (!canSpeak) return void tell(t('elder.read'), words, t('queue.drop'));
    if (speaks) return hush();
    setSpeaks(true);
    speak(words, t.locale, () => setSpeaks(false));
  };
  return (
    <>
      <List>
        <Cell before={<View className="pri"><Icon name="speaker" /></View>} title={t(speaks ? 'elder.silence' : canSpeak ? 'elder.listen' : 'elder.read')} go={false} onTap={listen} />
      </List>
      {done.length > 0 && (
        <List inset={68}>
          {done.map((who) => (
            <Cell key={who.id} before={<Avatar person={faces(who)} size={40} />} title={who.name} control={<View className="ok" {...aria({ role: 'img', label: t('elder.done') })}><Icon name="pass" size={28} /></View>} />
          ))}
        </List>
      )}
      {!isOpen && (
        <List>
          <Cell title={t('elder.more')} onTap={onMore} />
        </List>
      )}
    </>
  );
}
