import { useEffect, useState, type ComponentType } from 'react';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import type { RecapProps } from './RecapSheet';
import { recapT } from './words';

/** The recap, once its code is here: in a browser that is a file of its own, fetched when somebody asks for one. */
export function RecapLayer(props: RecapProps) {
  const [Sheet, setSheet] = useState<ComponentType<RecapProps>>();
  useEffect(() => {
    import('./RecapSheet').then(
      (module) => setSheet(() => module.RecapSheet),
      (error: unknown) => {
        toast(sentenceOf(error, recapT('recap.failed')));
        props.onClose();
      },
    );
  }, []);
  return Sheet ? <Sheet {...props} /> : null;
}
