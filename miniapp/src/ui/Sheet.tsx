import { useId, type PropsWithChildren } from 'react';
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
  height?: 'fit' | 'full';
  onClose: () => void;
}

/** Rises from the bottom over the page. The caller draws it only while it is open. */
export function Sheet({ title, height = 'fit', onClose, children }: PropsWithChildren<SheetProps>) {
  const t = useT();
  const id = `sheet${useId().replace(/:/g, '')}`;
  useModal(id, onClose);
  return (
    <>
      <View className="veil moves" onClick={onClose} catchMove />
      <View className="sheet-box">
        <View id={id} {...aria({ role: 'dialog', modal: true, label: title })} {...(isH5 ? { tabindex: '-1' } : {})} className={cls('sheet moves', height === 'full' && 'sheet-full')}>
          <View className="sheet-grab" />
          <View className="sheet-head">
            <View {...aria({ role: 'heading', level: 2 })} className="grow t18 b any">
              {title}
            </View>
            <IconButton icon="close" size={22} label={t('common.close')} onTap={onClose} />
          </View>
          <View className="sheet-body">{children}</View>
        </View>
      </View>
    </>
  );
}
