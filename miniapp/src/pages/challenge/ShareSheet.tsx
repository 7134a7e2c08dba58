import { useEffect, useState } from 'react';
import { Image, View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { usePunchT } from '@/features/challenge/words';
import { pathOf } from '@/features/screen/go';
import { canShare, savePicture, shareLink } from '@/features/share/send';
import { isH5 } from '@/platform/env';
import { aria } from '@/ui/aria';
import { Button, WechatButton } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { drawPunch } from './drawPunch';

/** The address of a challenge for a browser. */
export const linkOf = ({ paiId, id }: Challenge): string => `${window.location.origin}/#${pathOf('challenge', { id: paiId, c: id })}`;

/** What a shared card says: what I did today, else that one may join. */
export function shareTitle(challenge: Challenge, here: Here, t: ReturnType<typeof usePunchT>): string {
  const { title } = challenge.rules;
  return here.button === 'done' ? t('share.title', { title, n: here.total }) : t('share.invite', { title });
}

interface ShareSheetProps {
  challenge: Challenge;
  here: Here;
  who: { name: string; pai: string };
  onClose(): void;
}

/** The card of today, to be sent or kept. Nothing is gained by sending it. */
export function ShareSheet({ challenge, here, who, onClose }: ShareSheetProps) {
  const t = usePunchT();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    drawPunch(challenge, here, who).then(setPicture, () => undefined);
  }, []);
  return (
    <Sheet title={t('share.sheet')} onClose={onClose}>
      {picture !== undefined && (
        <View className="sh-pic" {...aria({ role: 'img', label: t('share.picture', { n: here.total }) })}>
          <Image className="sh-pic-in" mode="aspectFit" src={picture} {...(isH5 ? { nativeProps: { alt: '' } } : {})} />
        </View>
      )}
      <WechatButton openType="share" wide icon="share">
        {t('share.wechat')}
      </WechatButton>
      {isH5 && (
        <Button wide icon={canShare() ? 'share' : 'copy'} onTap={() => void shareLink(shareTitle(challenge, here, t), linkOf(challenge))}>
          {t(canShare() ? 'share.sheet' : 'share.copy')}
        </Button>
      )}
      {picture !== undefined && (
        <Button kind="fill" wide icon="save" onTap={() => void savePicture(picture, `${challenge.rules.title}.png`)}>
          {t('share.save')}
        </Button>
      )}
    </Sheet>
  );
}
