import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import { fill, words } from '@/i18n/word';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { useClient } from '../account/session';
import { updateMine } from '../pai/store';
import { saying } from '../screen/saving';
import { useLocale } from '../settings/prefs';
import './consent.css';
import { RoleMark } from './RoleMark';

/* Apart from the other words of the roles, which do not belong into the room. */
const CONSENT = words({
  local: { zh: '{name}会读这里的消息，用来回答和回顾，只由本机引擎处理，不外传。不想被读，随时能关。', en: '{name} reads messages here to answer and recap, on this server only. You can opt out at any time.' },
  model: { zh: '{name}会读这里的消息，用来回答和回顾，由「{model}」处理。不想被读，随时能关。', en: '{name} reads messages here to answer and recap; “{model}” processes them. You can opt out at any time.' },
  label: { zh: 'AI 会读什么', en: 'What the AI reads' },
  yes: { zh: '好', en: 'Fine' },
  no: { zh: '不让它读我', en: 'Do not read me' },
});

/** Told once to every member of a pai: what the AI reads and who processes it. The choice can be changed in the settings. */
export function Consent({ pai }: { pai: Pai }) {
  const locale = useLocale();
  const model = useClient()?.model;
  const [answered, setAnswered] = useState(false);
  const awake = pai.assistants.filter(({ mode }) => mode !== 'off');
  if (answered || pai.mine.consentAt !== undefined || awake.length === 0 || !model) return null;
  const names = awake.map(({ name }) => name).join(locale === 'zh' ? '、' : ', ');
  const choose = async (aiMayRead: boolean): Promise<void> => {
    setAnswered(true);
    if (!(await saying(updateMine(pai.id, aiMayRead ? { consent: true } : { aiMayRead })))) setAnswered(false);
  };
  return (
    <View className="consent" {...aria({ role: 'region', label: CONSENT.label[locale] })}>
      <View className="consent-text">
        <RoleMark role={awake.length === 1 ? awake[0] : undefined} />
        <Text className="grow any">{fill(CONSENT[model.offline ? 'local' : 'model'][locale], { name: names, model: model.name })}</Text>
      </View>
      <View className="consent-acts">
        <Button kind="text" size={44} onTap={() => void choose(false)}>
          {CONSENT.no[locale]}
        </Button>
        <Button kind="tint" size={44} onTap={() => void choose(true)}>
          {CONSENT.yes[locale]}
        </Button>
      </View>
    </View>
  );
}
