import { draftOf, keepDraft } from '../message/draft';
import { openRoom } from '../screen/go';

/** Opens the conversation with something to say, put after what stands there already. */
export function askRoom(paiId: string, text: string): void {
  const draft = draftOf(paiId);
  if (text !== '') keepDraft(paiId, { ...draft, text: draft.text === '' ? text : `${draft.text} ${text}` });
  void openRoom(paiId);
}
