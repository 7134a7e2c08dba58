import Taro from '@tarojs/taro';
import { observable, useObservable } from '@/observable';

/** WeChat asks whether the person agrees to the privacy guide before a first use of microphone, pictures and the like. */
export interface PrivacyAsk {
  /** Which ability wants it, e.g. `chooseMedia`. */
  ability: string;
  answer(agreed: boolean): void;
}

const ask = observable<PrivacyAsk | undefined>(undefined);
export const usePrivacyAsk = (): PrivacyAsk | undefined => useObservable(ask);

/** Id of the button that agrees; WeChat checks that it was really pressed (open-type agreePrivacyAuthorization). */
export const AGREE_BUTTON_ID = 'agree-privacy';

type Resolve = (result: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;

/** Call once at start. Does nothing where the platform has no such thing. */
export function watchPrivacy(): void {
  const watch = (Taro as unknown as { onNeedPrivacyAuthorization?: (heard: (resolve: Resolve, about: { referrer: string }) => void) => void }).onNeedPrivacyAuthorization;
  if (process.env.TARO_ENV !== 'weapp' || !watch) return;
  watch((resolve, { referrer }) => {
    resolve({ event: 'exposureAuthorization' });
    ask.set({
      ability: referrer,
      answer: (agreed) => {
        ask.set(undefined);
        resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' });
      },
    });
  });
}

/** Opens WeChat's own page of the privacy guide. */
export function openPrivacyGuide(): void {
  Taro.openPrivacyContract({ fail: () => undefined });
}
