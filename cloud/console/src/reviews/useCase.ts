import { useEffect, useState } from 'react';
import type { ReviewReply } from '@shared/wire/console';
import { readReview } from '../api';
import { useWords } from '../words/WordsContext';

/** One review with what stands around it; undefined while it is being read. */
export function useCase(id: string | undefined, token: string): ReviewReply | undefined {
  const { locale } = useWords();
  const [read, setRead] = useState<ReviewReply>();
  useEffect(() => {
    let over = false;
    if (id !== undefined) readReview(id, token, locale).then((reply) => !over && setRead(reply), () => undefined);
    return () => {
      over = true;
    };
  }, [id, token, locale]);
  return read?.review.id === id ? read : undefined;
}
