import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import { useT } from '@/i18n';
import { Pressable } from '@/ui/Pressable';
import { openPage } from './go';
import './screen.css';

const PAGES = ['terms', 'privacy', 'ai'] as const;

/** 「加入即同意《用户协议》…」 */
export function LegalLinks({ before }: { before: string }) {
  const t = useT();
  return (
    <View className="legal-links t12 soft">
      <Text>{before}</Text>
      {PAGES.map((page, i) => (
        <Fragment key={page}>
          {i > 0 && <Text>{t('legal.between')}</Text>}
          <Pressable role="link" className="legal-link" onTap={() => void openPage('legal', { doc: page })}>
            {t(`legal.${page}`)}
          </Pressable>
        </Fragment>
      ))}
    </View>
  );
}
