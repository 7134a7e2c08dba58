import { useId, type PropsWithChildren, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { isH5 } from '@/platform/env';
import { aria } from './aria';
import { IconButton } from './Button';
import './chrome.css';
import { cls } from './cls';
import { useModal } from './useModal';

interface SheetProps {
  title: string;
  /** `tall` begins below the bar of the page; `half` leaves the page above it in use. */
  height?: 'fit' | 'full' | 'tall' | 'half';
  /** A mark before the title. */
  mark?: ReactNode;
  /** Buttons before the one that closes it. */
  acts?: ReactNode;
  /** Stays above what scrolls, and below it. */
  under?: ReactNode;
  dock?: ReactNode;
  onClose: () => void;
}

/** Rises from the bottom over the page. The caller draws it only while it is open. */
export function Sheet({ title, height = 'fit', mark, acts, under, dock, onClose, children }: PropsWithChildren<SheetProps>) {
  const t = useT();
  const id = `sheet${useId().replace(/:/g, '')}`;
  useModal(id, onClose);
  return (
    <>
      {height !== 'half' && <View className="veil moves" onClick={onClose} catchMove />}
      <View className="sheet-box">
        <View id={id} {...aria({ role: 'dialog', modal: true, label: title })} {...(isH5 ? { tabindex: '-1' } : {})} className={cls('sheet moves', height !== 'fit' && `sheet-${height}`)}>
          <View className="sheet-grab" />
          <View className="sheet-head">
            {mark}
            <View {...aria({ role: 'heading', level: 2 })} className="grow t18 b any">
              {title}
            </View>
            {acts}
            <IconButton icon="close" size={22} label={t('common.close')} onTap={onClose} />
          </View>
          {under}
          <View className="sheet-body">{children}</View>
          {dock}
        </View>
      </View>
    </>
  );
}
