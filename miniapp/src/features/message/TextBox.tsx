import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import Taro from '@tarojs/taro';
import { Textarea } from '@tarojs/components';
import type { LocalFile } from '@/platform/localFile';

export interface TextBoxHandle {
  value(): string;
  caret(): number;
  /** Puts a text in, with the caret at its end or where said. */
  set(value: string, caret?: number): void;
  focus(): void;
  blur(): void;
}

export interface TextBoxProps {
  handle: Ref<TextBoxHandle>;
  initial: string;
  placeholder: string;
  onChange(value: string, caret: number): void;
  onSend(): void;
  onFocus(): void;
  /** Pictures or files pasted in. */
  onFiles(files: LocalFile[]): void;
  /** A key of a real keyboard; true when it meant something else than writing. */
  onKey(key: string): boolean;
}

/**
 * The writing field. It owns its text: a value put back on every key would throw the caret to the end, so a value is
 * given only to clear or restore, and only after the field's own, or the platform would see no change.
 */
export function TextBox({ handle, initial, placeholder, onChange, onSend, onFocus }: TextBoxProps) {
  const typed = useRef({ value: initial, caret: initial.length });
  const [given, setGiven] = useState(initial);
  const [isFocused, setFocused] = useState(false);

  useImperativeHandle(handle, () => ({
    value: () => typed.current.value,
    caret: () => typed.current.caret,
    set: (value, caret = value.length) => {
      setGiven(typed.current.value);
      typed.current = { value, caret };
      Taro.nextTick(() => setGiven(value));
      onChange(value, caret);
    },
    focus: () => {
      setFocused(false);
      Taro.nextTick(() => setFocused(true));
    },
    blur: () => setFocused(false),
  }));

  return (
    <Textarea
      className="box-in"
      value={given}
      placeholder={placeholder}
      placeholderClass="box-hint"
      maxlength={-1}
      autoHeight
      adjustPosition={false}
      holdKeyboard
      showConfirmBar={false}
      confirmType="send"
      disableDefaultPadding
      cursorSpacing={12}
      focus={isFocused}
      ariaLabel={placeholder}
      onInput={({ detail }) => {
        typed.current = { value: detail.value, caret: detail.cursor };
        onChange(detail.value, detail.cursor);
      }}
      onFocus={() => {
        setFocused(true);
        onFocus();
      }}
      onBlur={() => setFocused(false)}
      onConfirm={onSend}
    />
  );
}
