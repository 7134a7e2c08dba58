import { useEffect, useRef, useState } from 'react';
import type { Pai } from '@shared/wire/pai';
import { t } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import { useSession } from '../account/session';
import { goHome } from '../screen/go';
import { refreshPai, usePais } from './store';

interface OnePai {
  pai: Pai | undefined;
  /** It could not be read just now. */
  failed: boolean;
  retry(): void;
}

/** The pai a page is about. A pai that is not mine (any more) leads back to the first page; one that never was says so. */
export function useOnePai(paiId: string): OnePai {
  const { phase, pais } = usePais();
  const signedOut = useSession().phase === 'out';
  const [failed, setFailed] = useState(false);
  const pai = pais.find(({ id }) => id === paiId);
  const wasMine = useRef(false);
  if (pai) wasMine.current = true;
  const load = (): void => {
    setFailed(false);
    refreshPai(paiId).catch((error: { status?: number }) => {
      if (error.status !== 404 && error.status !== 410) return setFailed(true);
      if (!wasMine.current) toast(sentenceOf(error, t('common.failed')));
      goHome();
    });
  };
  useEffect(() => {
    if (signedOut) goHome();
    else if (!pai && phase !== 'loading') load();
  }, [paiId, pai === undefined, phase, signedOut]);
  return { pai, failed: failed && pai === undefined, retry: load };
}
