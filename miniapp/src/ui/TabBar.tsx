import { Text, View } from '@tarojs/components';
import { aria } from './aria';
import './chrome.css';
import { cls } from './cls';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

interface Tab {
  id: string;
  icon: IconName;
  text: string;
}

interface TabBarProps {
  tabs: readonly Tab[];
  value: string;
  label: string;
  onChange: (id: string) => void;
}

export function TabBar({ tabs, value, label, onChange }: TabBarProps) {
  return (
    <View {...aria({ role: 'navigation', label })} className="tabs">
      {tabs.map(({ id, icon, text }) => (
        <Pressable key={id} role="link" className={cls('tabs-one', id === value && 'tabs-on')} {...(id === value ? { current: 'page' as const } : {})} onTap={() => id !== value && onChange(id)}>
          <Icon name={icon} size={26} />
          <Text>{text}</Text>
        </Pressable>
      ))}
    </View>
  );
}
