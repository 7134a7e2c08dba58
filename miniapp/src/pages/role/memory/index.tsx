import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { mayDo } from '@shared/domain/role';
import type { MemoryFact } from '@shared/wire/aiRole';
import { useOnePai } from '@/features/pai/useOnePai';
import { useRoleT } from '@/features/role/words';
import { Screen } from '@/features/screen/Screen';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';
import { FactRow } from './FactRow';
import { FactSheet } from './FactSheet';
import './memory.css';
import { useMemory, type Memory } from './useMemory';

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useRoleT();
  return <FailedState title={t('memory.failed')} onRetry={onRetry} />;
}

function Facts({ paiId, memory, mayAll, onEdit }: { paiId: string; memory: Memory; mayAll: boolean; onEdit: (fact: MemoryFact) => void }) {
  const t = useRoleT();
  const facts = memory.facts ?? [];
  return (
    <>
      <View className="sec">
        <View className="grow">{t('memory.intro')}</View>
        <View className="t12 nowrap">{t('memory.count', { n: facts.length, max: memory.max })}</View>
      </View>
      <View className="facts">
        {facts.map((fact) => (
          <FactRow key={fact.id} paiId={paiId} fact={fact} mayChange={fact.mine || mayAll} onEdit={() => onEdit(fact)} onDrop={() => void memory.drop(fact)} />
        ))}
      </View>
    </>
  );
}

/** What the AI members keep in mind about a pai. `id`: the pai. */
export default function MemoryPage() {
  const t = useRoleT();
  const word = useT();
  const { id = '' } = useRouter().params;
  const { pai } = useOnePai(id);
  const memory = useMemory(id);
  const [open, setOpen] = useState<{ fact?: MemoryFact }>();
  const { facts, failed } = memory;
  const dock = facts && (
    <>
      <Button icon="plus" onTap={() => setOpen({})}>
        {t('memory.add')}
      </Button>
      {facts.some(({ mine }) => mine) && (
        <Button kind="text" size={44} danger onTap={() => void memory.forgetMe()}>
          {t('memory.forget')}
        </Button>
      )}
    </>
  );
  return (
    <Screen title={t('memory.title')} {...(dock ? { dock } : {})} over={open && <FactSheet paiId={id} fact={open.fact} onSaved={memory.load} onClose={() => setOpen(undefined)} />}>
      {!facts && !failed && <SkeletonRows rows={4} face={0} label={word('common.loading')} />}
      {failed && <Failed onRetry={memory.load} />}
      {facts?.length === 0 && <EmptyState title={t('memory.none')} text={t('memory.noneText')} />}
      {facts && facts.length > 0 && <Facts paiId={id} memory={memory} mayAll={pai !== undefined && mayDo(pai.mine.role, 'recall-others')} onEdit={(fact) => setOpen({ fact })} />}
    </Screen>
  );
}
