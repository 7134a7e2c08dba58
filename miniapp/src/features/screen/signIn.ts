import { observable } from '@/observable';
import { isWeapp } from '@/platform/env';
import { t } from '@/i18n';
import { client, session, signInWechat } from '@/features/account/session';
import { sentenceOf } from '@/transport/errors';
import { tell } from '@/ui/dialog';
import { toast } from '@/ui/toast';

/** The question for a name that is on the screen, and who waits for its answer. */
export interface NameAsk {
  /** `guest`: the answer signs in. `rename`: signed in already under a name nobody chose. */
  kind: 'guest' | 'rename';
  answer(named: boolean): void;
}

export const nameAsk = observable<NameAsk | undefined>(undefined);

function askName(kind: NameAsk['kind']): Promise<boolean> {
  nameAsk.get()?.answer(false);
  return new Promise((resolve) => {
    nameAsk.set({
      kind,
      answer(named) {
        nameAsk.set(undefined);
        resolve(named);
      },
    });
  });
}

/* Names the cloud gives to people who come from WeChat without one. */
const UNCHOSEN = ['新朋友', 'New friend'];

async function enterByWechat(): Promise<boolean> {
  try {
    const user = await signInWechat();
    if (UNCHOSEN.includes(user.nickname)) await askName('rename');
    return true;
  } catch (error) {
    toast(sentenceOf(error, t('common.failed')));
    return false;
  }
}

/** Sees to it that somebody is signed in, asking for a name where that is needed; false when the person thinks better of it. */
export async function ensureSignedIn(): Promise<boolean> {
  if (session.get().phase === 'in') return true;
  const offers = client.get();
  if (isWeapp && offers?.wechat !== false) return enterByWechat();
  if (offers?.guest === false) {
    await tell(t('name.guestOffTitle'), t('name.guestOffText'), t('common.gotIt'));
    return false;
  }
  return askName('guest');
}
