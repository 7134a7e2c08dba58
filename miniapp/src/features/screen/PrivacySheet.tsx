import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { AGREE_BUTTON_ID, openPrivacyGuide, usePrivacyAsk } from '@/platform/privacy';
import { Button, WechatButton } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';

/** WeChat's question whether the person agrees to the privacy guide, in our own words. */
export function PrivacySheet() {
  const t = useT();
  const ask = usePrivacyAsk();
  if (!ask) return null;
  return (
    <Sheet title={t('privacy.title')} onClose={() => ask.answer(false)}>
      <View className="t14">{t('privacy.text')}</View>
      <Button kind="text" size={44} onTap={openPrivacyGuide}>
        {t('legal.wechatContract')}
      </Button>
      <WechatButton id={AGREE_BUTTON_ID} openType="agreePrivacyAuthorization" wide onAgreePrivacyAuthorization={() => ask.answer(true)}>
        {t('privacy.agree')}
      </WechatButton>
      <Button kind="fill" wide onTap={() => ask.answer(false)}>
        {t('common.notNow')}
      </Button>
    </Sheet>
  );
}
