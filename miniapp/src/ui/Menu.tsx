import { List, Cell } from './List';
import type { IconName } from './Icon';
import { Sheet } from './Sheet';

export interface MenuItem {
  icon: IconName;
  text: string;
  note?: string;
  danger?: boolean;
  act: () => void;
}

interface MenuProps {
  title: string;
  items: readonly MenuItem[];
  onClose: () => void;
}

/** What can be done with one thing, from the bottom. Choosing closes it first. */
export function Menu({ title, items, onClose }: MenuProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <List inset={52}>
        {items.map((item) => (
          <Cell
            key={item.text}
            icon={item.icon}
            title={item.text}
            {...(item.note === undefined ? {} : { note: item.note })}
            danger={item.danger ?? false}
            go={false}
            onTap={() => {
              onClose();
              item.act();
            }}
          />
        ))}
      </List>
    </Sheet>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  text: string;
  note?: string;
}

interface PickProps<Value extends string> {
  title: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onPick: (value: Value) => void;
  onClose: () => void;
}

/** One of several, each with a line on what it means. Choosing closes it. */
export function Pick<Value extends string>({ title, choices, value, onPick, onClose }: PickProps<Value>) {
  return (
    <Sheet title={title} onClose={onClose}>
      <List>
        {choices.map((choice) => (
          <Cell
            key={choice.value}
            title={choice.text}
            {...(choice.note === undefined ? {} : { note: choice.note })}
            chosen={choice.value === value}
            onTap={() => {
              onClose();
              if (choice.value !== value) onPick(choice.value);
            }}
          />
        ))}
      </List>
    </Sheet>
  );
}
