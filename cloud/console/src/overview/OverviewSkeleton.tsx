import { useEffect, useState } from 'react';
import { Skeleton } from 'antd';

const WAIT_MS = 300;

/** The shape of what comes; shown only when it takes a moment, so that a quick answer does not flicker. */
export function OverviewSkeleton() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  const card = (rows: number, key: number) => (
    <section className="card" key={key}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows }} />
    </section>
  );
  return (
    <div aria-busy="true" className="skeleton">
      <div className="grid kpis">{Array.from({ length: 5 }, (_, i) => card(1, i))}</div>
      <div className="grid wide-narrow">{[card(6, 0), card(6, 1)]}</div>
      <div className="grid thirds">{[card(4, 0), card(4, 1), card(4, 2)]}</div>
    </div>
  );
}
