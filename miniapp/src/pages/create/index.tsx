import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { CoverSheet } from '@/features/pai/CoverSheet';
import { Screen } from '@/features/screen/Screen';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Cover } from '@/ui/Cover';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { AiMark } from '@/ui/Marks';
import { Pressable } from '@/ui/Pressable';
import './create.css';
import { KindCards } from './KindCards';
import { useNewPai, type NewPaiForm } from './useNewPai';
import { useT } from './words';

function NameRow({ form, onCover }: { form: NewPaiForm; onCover: () => void }) {
  const t = useT();
  return (
    <>
      <View className="create-name">
        <Pressable label={t('create.cover')} className="create-cover" onTap={onCover}>
          <Cover emoji={form.emoji} picture={form.picture} size={44} />
        </Pressable>
        <View className="create-name-box">
          <Field label={t('create.name')} value={form.name} maxLength={60} onChange={form.type} onEnter={form.create} />
        </View>
        <Icon name="edit" size={20} className="soft" />
      </View>
      {form.wrong !== undefined && <View className="field-why">{form.wrong}</View>}
    </>
  );
}

function AiLine() {
  const t = useT();
  return (
    <View className="create-ai">
      <AiMark />
      <View className="t14 soft grow">
        <Text>{t('create.ai1')}</Text>
        <Text className="m create-ai-rule">{t('create.ai2')}</Text>
        <Text>{t('create.ai3')}</Text>
      </View>
    </View>
  );
}

/** A new pai in two taps: a card, and the button. */
export default function CreatePage() {
  const t = useT();
  const form = useNewPai();
  const [choosesCover, setChoosesCover] = useState(false);
  return (
    <Screen
      title={t('create.title')}
      bodyClass="create"
      dock={
        <Button busy={form.busy} onTap={form.create}>
          {t('create.go')}
        </Button>
      }
      over={
        choosesCover && (
          <CoverSheet
            emoji={form.emoji}
            hasPicture={form.picture !== undefined}
            onEmoji={form.chooseEmoji}
            onPicture={form.choosePicture}
            onRemovePicture={() => form.choosePicture(undefined)}
            onClose={() => setChoosesCover(false)}
          />
        )
      }
    >
      <View className="create-q t22 b" {...aria({ role: 'heading', level: 2 })}>
        {t('create.question')}
      </View>
      <KindCards value={form.kind} onChange={form.chooseKind} />
      <View className="sec create-sec">
        <View>{t('create.nameAndCover')}</View>
        <View className="t12">{t('create.prefilled')}</View>
      </View>
      <NameRow form={form} onCover={() => setChoosesCover(true)} />
      <AiLine />
    </Screen>
  );
}
