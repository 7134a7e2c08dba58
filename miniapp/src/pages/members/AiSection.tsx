import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { MeterReply } from '@shared/wire/aiRole';
import type { Assistant, Pai } from '@shared/wire/pai';
import { useT } from '@/features/member/words';
import { RoleMark } from '@/features/role/RoleMark';
import { openPage } from '@/features/screen/go';
import { getMeter } from '@/transport/api';
import { Cell, List, Section } from '@/ui/List';
import { px } from '@/ui/size';
import { Tag } from '@/ui/Small';

const Name = ({ text, tag }: { text: string; tag: string }) => (
  <View className="member-name">
    <View className="one">{text}</View>
    <Tag kind="ai">{tag}</Tag>
  </View>
);

const Mark = ({ role }: { role: Assistant }) => (
  <View style={{ margin: `0 ${px(4)}` }}>
    <RoleMark role={role} size={32} />
  </View>
);

/** The AI members apart from the people: when each speaks, and how much of the talk is its own. */
export function AiSection({ pai }: { pai: Pai }) {
  const t = useT();
  const [meter, setMeter] = useState<MeterReply>();
  useEffect(() => void getMeter(pai.id).then(setMeter, () => undefined), [pai.id, pai.headSeq]);
  return (
    <Section title={t('members.ai')} {...(meter ? { side: t('members.aiWeek') } : {})}>
      <List inset={68}>
        {pai.assistants.map((role) => {
          const { id, name, mode } = role;
          const own = meter?.roles.find((one) => one.id === id);
          return (
            <Cell
              key={id}
              before={<Mark role={role} />}
              title={<Name text={name} tag={t('common.ai')} />}
              note={t(`members.ai.${mode}`)}
              {...(own ? { value: t('members.aiShare', { n: Math.round(own.share * 1000) / 10 }) } : {})}
              onTap={() => void openPage('role', { id: pai.id, role: id })}
            />
          );
        })}
      </List>
    </Section>
  );
}
