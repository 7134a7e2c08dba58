import { useMemo } from 'react';
import { Image, View } from '@tarojs/components';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { PieTable } from '@/ui/pie/PieTable';
import { svgUrl } from '@/ui/pie/art';
import { px } from '@/ui/size';
import type { ShareContent } from './content';
import { spacedNumber } from './fit';
import type { PosterCode } from './drawPoster';
import { qrRows, qrSvg } from './qr';
import './share.css';

function Code({ code, size }: { code: PosterCode; size: number }) {
  const t = useT();
  const drawn = useMemo(() => (code.picture === undefined ? svgUrl(qrSvg(qrRows(code.url))) : undefined), [code.picture, code.url]);
  return (
    <View {...aria({ role: 'img', label: t('invite.codeLabel') })} className="qr" style={{ width: px(size), height: px(size), ...(drawn === undefined ? {} : { backgroundImage: drawn }) }}>
      {code.picture !== undefined && <Image className="qr-pic" src={code.picture} />}
    </View>
  );
}

interface PosterProps {
  content: ShareContent;
  number: string;
  code: PosterCode;
  /** The invitation was withdrawn. */
  gone?: boolean;
  elder?: boolean;
}

/** The invitation as it can be shown around: table, name, code and 派号. */
export function Poster({ content, number, code, gone = false, elder = false }: PosterProps) {
  const t = useT();
  return (
    <View className={cls('poster', gone && 'poster-gone')}>
      <PieTable size={elder ? 150 : 172} ground="sun" people={content.people} total={content.total} seat={{ label: t('invite.come') }} label={t('invite.tableLabel', { name: content.name, n: content.total })} />
      <View className="poster-name t22 b any" {...aria({ role: 'heading', level: 2 })}>
        {content.name}
      </View>
      <View className="t12 sun-ink">{t('share.posterLine', { n: content.total, rule: content.rule })}</View>
      <View className="poster-code">
        <Code code={code} size={84} />
        <View className="grow">
          <View className="t12 soft">{t('invite.number')}</View>
          <View className="poster-number">{spacedNumber(number)}</View>
          <View className="t12 soft">{code.picture === undefined ? t('invite.scan') : t('invite.scanWechat')}</View>
        </View>
      </View>
    </View>
  );
}
