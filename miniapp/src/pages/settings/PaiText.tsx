import { View } from '@tarojs/components';
import { Cell } from '@/ui/List';
import { useT } from './words';

interface PaiTextProps {
  title: string;
  text: string;
  onTap?: () => void;
}

/** A longer text of the pai, below its title. */
export function PaiText({ title, text, onTap }: PaiTextProps) {
  const t = useT();
  if (text === '') return <Cell title={title} value={t('settings.none')} {...(onTap ? { onTap } : {})} />;
  return <Cell title={title} note={<View className="set-text">{text}</View>} {...(onTap ? { onTap } : {})} />;
}
