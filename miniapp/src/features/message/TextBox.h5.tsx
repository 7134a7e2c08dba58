import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { localOf } from '@/platform/pick.h5';
import type { TextBoxHandle, TextBoxProps } from './TextBox';

export type { TextBoxHandle, TextBoxProps };

const LINES = 5;

/** Whether the keyboard is on the screen, where Enter is for a new line. */
const hasTouchKeyboard = (): boolean => typeof window.matchMedia === 'function' && window.matchMedia('(pointer: coarse)').matches;

/** The browser's own text area: it grows to five lines, and Enter sends where there is a real keyboard. */
export function TextBox({ handle, initial, placeholder, onChange, onSend, onFocus, onFiles, onKey }: TextBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);

  const fit = (): void => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    const line = parseFloat(window.getComputedStyle(element).lineHeight) || 24;
    element.style.height = `${Math.min(element.scrollHeight, Math.ceil(line * LINES))}px`;
  };
  useLayoutEffect(fit);

  const changed = (): void => {
    fit();
    if (area.current) onChange(area.current.value, area.current.selectionStart);
  };

  useImperativeHandle(handle, () => ({
    value: () => area.current?.value ?? '',
    caret: () => area.current?.selectionStart ?? 0,
    set: (value, caret = value.length) => {
      const element = area.current;
      if (!element) return;
      element.value = value;
      element.setSelectionRange(caret, caret);
      changed();
    },
    focus: () => area.current?.focus(),
    blur: () => area.current?.blur(),
  }));

  return (
    <textarea
      ref={area}
      className="box-in"
      rows={1}
      defaultValue={initial}
      placeholder={placeholder}
      aria-label={placeholder}
      onChange={changed}
      onFocus={onFocus}
      onPaste={(event) => {
        const files = Array.from(event.clipboardData.files);
        if (files.length === 0) return;
        event.preventDefault();
        void Promise.all(files.map(localOf)).then(onFiles);
      }}
      onKeyDown={(event) => {
        /* Enter also ends a word that is being composed (pinyin): that is not the end of the message. */
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (onKey(event.key)) return event.preventDefault();
        if (event.key !== 'Enter' || event.shiftKey || hasTouchKeyboard()) return;
        event.preventDefault();
        onSend();
      }}
    />
  );
}
