import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { useObservable } from '@/observable';
import { isH5 } from '@/platform/env';
import { aria } from './aria';
import './chrome.css';
import { cls } from './cls';
import { asked, type Asked } from './dialog';
import { Icon } from './Icon';
import { Pressable } from './Pressable';
import { useModal } from './useModal';

const ID = 'dialog';

function Dialog({ question }: { question: Asked }) {
  const t = useT();
  const [also, setAlso] = useState(false);
  useEffect(() => setAlso(false), [question]);
  const no = (): void => question.answer({ yes: question.plain === true, also: false });
  useModal(ID, no);
  return (
    <>
      <View className="veil veil-top moves" onClick={no} catchMove />
      <View className="dialog-box">
        <View id={ID} {...aria({ role: 'alertdialog', modal: true, label: question.title })} {...(isH5 ? { tabindex: '-1' } : {})} className="dialog moves">
          <View className="t18 b any">{question.title}</View>
          <View className="dialog-text t14 soft any">{question.text}</View>
          {question.also !== undefined && (
            <Pressable role="checkbox" checked={also} className="dialog-check" onTap={() => setAlso(!also)}>
              <View className={cls('box', also && 'box-on')}>{also && <Icon name="check" size={16} />}</View>
              <View className="t14">{question.also}</View>
            </Pressable>
          )}
          <View className="dialog-acts">
            {!question.plain && (
              <Pressable className="dialog-act" onTap={no}>
                {t('common.notNow')}
              </Pressable>
            )}
            <Pressable className={cls('dialog-act', !question.plain && 'dialog-act-2', question.danger ? 'bad' : 'pri')} onTap={() => question.answer({ yes: true, also })}>
              {question.act}
            </Pressable>
          </View>
        </View>
      </View>
    </>
  );
}

/** Where `ask` and `tell` appear. Once per page, drawn by the frame of the page. */
export function DialogHost() {
  const question = useObservable(asked);
  return question ? <Dialog question={question} /> : null;
}
