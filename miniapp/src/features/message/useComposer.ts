import { useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import type { Message } from '@shared/wire/message';
import { LIMITS } from '@shared/domain/limits';
import type { Named } from '@shared/domain/mention';
import { mayDo } from '@shared/domain/role';
import type { LocalFile } from '@/platform/localFile';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import { candidates, compose, withMention } from './composing';
import { draftOf, keepDraft } from './draft';
import { sendLocalFile, sendText } from './outbox';
import { mentionQuery } from './pieces';
import { useRoom } from './RoomContext';
import type { Quote } from './sending';
import type { TextBoxHandle } from './TextBox';
import { takeChanged } from './timeline';
import { sayTyping } from './typing';

/** What the rest of the room asks of the composer. */
export interface ComposerHandle {
  reply(quote: Quote): void;
  edit(message: Message): void;
  /** Puts a text back to be written on. */
  rewrite(text: string): void;
  mention(person: Named): void;
  /** Addresses the AI member, about a message if one is given. */
  askAi(quote?: Quote): void;
}

export interface Composing {
  box: RefObject<TextBoxHandle>;
  initial: string;
  hasText: boolean;
  quote: Quote | undefined;
  editing: Message | undefined;
  query: { at: number; query: string } | undefined;
  changed(value: string, caret: number): void;
  insert(text: string): void;
  pick(person: Named): void;
  /** Leaves the @ as it is typed. */
  stopPicking(): void;
  send(): void;
  sendFiles(files: readonly LocalFile[]): void;
  /** Lets go of the reply or of the change being made. */
  release(): void;
  askAi(): void;
}

/** The composer's state: text, draft, whom it mentions, what it replies to or changes. */
export function useComposer(handle: Ref<ComposerHandle>): Composing {
  const { pai, named, t } = useRoom();
  const box = useRef<TextBoxHandle>(null);
  const [draft] = useState(() => draftOf(pai.id));
  const picked = useRef<readonly Named[]>(draft.mentioned);
  const [hasText, setHasText] = useState(draft.text.trim() !== '');
  const [quote, setQuote] = useState(draft.replyTo);
  const [editing, setEditing] = useState<Message>();
  const [query, setQuery] = useState<Composing['query']>();
  const mayAll = mayDo(pai.mine.role, 'mention-all');

  const keep = (text: string, replyTo = quote): void => {
    if (!editing) keepDraft(pai.id, { text, mentioned: picked.current, ...(replyTo ? { replyTo } : {}) });
  };
  useEffect(() => keep(box.current?.value() ?? draft.text), [quote]);

  const changed = (value: string, caret: number): void => {
    setHasText(value.trim() !== '');
    setQuery(mentionQuery(value, caret));
    keep(value);
    if (value !== '' && !editing) sayTyping(pai.id);
  };

  const clear = (): void => {
    picked.current = [];
    setQuote(undefined);
    setEditing(undefined);
    setQuery(undefined);
    box.current?.set('');
    keepDraft(pai.id, { text: '', mentioned: [] });
  };

  const insert = (text: string): void => {
    const value = box.current?.value() ?? '';
    const caret = box.current?.caret() ?? value.length;
    box.current?.set(value.slice(0, caret) + text + value.slice(caret), caret + text.length);
  };

  const put = (person: Named, at: number, caret: number): void => {
    const next = withMention(box.current?.value() ?? '', at, caret, person.name);
    picked.current = [...picked.current.filter((other) => other.name !== person.name), { id: person.id, name: person.name }];
    box.current?.set(next.text, next.caret);
    setQuery(undefined);
    box.current?.focus();
  };

  const saveEdit = async (message: Message, text: string, mentions: string[]): Promise<void> => {
    try {
      takeChanged((await api.editMessage(pai.id, message.seq, { text, mentions })).message);
      clear();
    } catch (error) {
      toast(sentenceOf(error, t('room.failed')));
    }
  };

  const send = (): void => {
    const made = compose(box.current?.value() ?? '', candidates(picked.current, named, mayAll));
    if (!made.ok) {
      if (made.why === 'too-long') toast(t('room.tooLong', { max: LIMITS.messageGraphemes, n: made.over }));
      return;
    }
    if (editing) return void saveEdit(editing, made.text, made.mentions);
    sendText(pai.id, { text: made.text, mentions: made.mentions, ...(quote ? { replyTo: quote } : {}) });
    clear();
  };

  const mention = (person: Named): void => {
    const value = box.current?.value() ?? '';
    const caret = box.current?.caret() ?? value.length;
    put(person, caret, caret);
  };

  const release = (): void => {
    if (editing) clear();
    else setQuote(undefined);
  };

  const askAi = (about?: Quote): void => {
    const ai = pai.assistants.find((assistant) => assistant.mode !== 'off');
    if (about) setQuote(about);
    if (ai && !(box.current?.value() ?? '').includes(`@${ai.name}`)) put(ai, 0, 0);
    box.current?.focus();
  };

  useImperativeHandle(handle, () => ({
    reply: (about) => {
      if (editing) clear();
      setQuote(about);
      box.current?.focus();
    },
    edit: (message) => {
      setQuote(undefined);
      setEditing(message);
      picked.current = named.filter((person) => message.mentions?.includes(person.id));
      box.current?.set(message.text);
      box.current?.focus();
    },
    rewrite: (text) => {
      box.current?.set(text);
      box.current?.focus();
    },
    mention,
    askAi,
  }));

  const sendFiles = (files: readonly LocalFile[]): void => {
    files.forEach((file, i) => {
      if (file.size > LIMITS.fileBytes) return toast(t('room.tooLarge', { name: file.name }));
      sendLocalFile(pai.id, file, i === 0 ? quote : undefined);
    });
    if (files.length > 0) setQuote(undefined);
  };

  return { box, initial: draft.text, hasText, quote, editing, query, changed, insert, pick: (person) => query && put(person, query.at, box.current?.caret() ?? 0), stopPicking: () => setQuery(undefined), send, sendFiles, release, askAi: () => askAi() };
}
