import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { usePais } from '@/features/pai/store';
import { goBack } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { spansIn } from '@/features/search/excerpt';
import { useSearch } from '@/features/search/useSearch';
import { aria } from '@/ui/aria';
import { IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { NavBar } from '@/ui/NavBar';
import { Results } from './Results';
import './search.css';
import { useT } from './words';

/** Finds what was said: in one pai (`id`), or across all of mine. */
export default function SearchPage() {
  const t = useT();
  const { id } = useRouter().params;
  const { pais } = usePais();
  const [typed, setTyped] = useState('');
  const { found, now, loadMore } = useSearch(typed, id);
  const query = typed.trim();
  const one = pais.find((pai) => pai.id === id);
  const hint = one ? t('search.one', { name: one.name }) : t('search.all');
  return (
    <Screen
      title={t('search.title')}
      onEnd={loadMore}
      nav={
        <>
          <NavBar title={t('search.title')} onBack={goBack} />
          <View className="search-find" {...aria({ role: 'search' })}>
            <Field
              kind="search"
              icon="search"
              on="card"
              focus
              label={hint}
              value={typed}
              maxLength={100}
              onChange={setTyped}
              onEnter={now}
              after={typed !== '' && <IconButton icon="close" size={20} className="soft" label={t('search.clear')} onTap={() => setTyped('')} />}
            />
          </View>
        </>
      }
    >
      <Results found={found} query={query} pais={id === undefined ? pais.filter(({ name }) => spansIn(name, query).length > 0) : []} everywhere={id === undefined} onRetry={now} onMore={loadMore} />
    </Screen>
  );
}
