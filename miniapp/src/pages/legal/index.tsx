import { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { Screen } from '@/features/screen/Screen';
import { useClient } from '@/features/account/session';
import { isWeapp } from '@/platform/env';
import { openPrivacyGuide } from '@/platform/privacy';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { DOCS, isDoc } from './docs';
import './legal.css';

/** Terms, privacy, AI labels and filings, each opened by `?doc=`. */
export default function LegalPage() {
  const t = useT();
  const { doc = 'terms' } = useRouter().params;
  const name = isDoc(doc) ? doc : 'terms';
  const model = useClient()?.model;
  const answering = model === undefined || model.offline ? t('legal.localEngine') : model.name;
  return (
    <Screen title={t(`legal.${name}`).replace(/[《》]/g, '')} bodyClass="legal">
      {DOCS[name].map(({ title, text }) => (
        <View key={title.zh} className="legal-part">
          <View className="t18 b" {...aria({ role: 'heading', level: 2 })}>
            {title[t.locale]}
          </View>
          <Text className="legal-text">{text[t.locale].replace('{model}', answering)}</Text>
        </View>
      ))}
      {name === 'privacy' && isWeapp && (
        <Button kind="tint" size={44} onTap={openPrivacyGuide}>
          {t('legal.wechatContract')}
        </Button>
      )}
    </Screen>
  );
}
