import { createElement, forwardRef, type ReactNode } from 'react';

/* Taro's components as plain HTML, with the same accessible names and roles. */

interface Props extends Record<string, unknown> {
  children?: ReactNode;
}

const PASSED = ['id', 'className', 'style', 'src', 'placeholder', 'maxlength', 'type', 'disabled', 'tabIndex', 'onClick', 'onFocus', 'onBlur', 'onTouchStart', 'onTouchMove', 'onTouchEnd', 'onScroll', 'onContextMenu', 'onError'];

function htmlProps(props: Props): Record<string, unknown> {
  const html: Record<string, unknown> = {};
  Object.entries(props).forEach(([name, value]) => {
    if (name.startsWith('aria-') || name.startsWith('data-') || PASSED.includes(name)) html[name === 'maxlength' ? 'maxLength' : name] = value;
  });
  if (props.ariaLabel !== undefined) html['aria-label'] = props.ariaLabel;
  if (props.ariaRole ?? props.role) html.role = props.ariaRole ?? props.role;
  return html;
}

const plain = (tag: string) =>
  forwardRef<unknown, Props>((props, ref) => createElement(tag, { ...htmlProps(props), ref }, tag === 'img' ? undefined : (props.children as ReactNode)));

const field = (tag: string) =>
  forwardRef<unknown, Props>((props, ref) => {
    const heard = props.onInput as ((event: object) => void) | undefined;
    return createElement(tag, {
      ...htmlProps(props),
      ref,
      defaultValue: props.value,
      onChange: (event: { target: { value: string; selectionStart: number } }) =>
        heard?.({ detail: { value: event.target.value, cursor: event.target.selectionStart } }),
    });
  });

export const View = plain('div');
export const Text = plain('span');
export const Button = plain('button');
export const Image = plain('img');
export const ScrollView = plain('div');
export const Canvas = plain('canvas');
export const Swiper = plain('div');
export const SwiperItem = plain('div');
export const Form = plain('form');
export const Label = plain('label');
export const Slider = plain('div');
export const Switch = plain('button');
export const PageMeta = plain('div');
export const RootPortal = plain('div');
export const Input = field('input');
export const Textarea = field('textarea');
