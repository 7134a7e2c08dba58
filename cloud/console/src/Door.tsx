import { useCallback, useEffect, useState } from 'react';
import { Alert, Button, Form, Input, Skeleton } from 'antd';
import { type ApiError, readDoor, signIn } from './api';
import { Mark } from './Mark';
import type { Prefs } from './prefs';
import { PrefsControls } from './PrefsControls';
import { useWords } from './words/WordsContext';

type DoorState = 'looking' | 'open' | 'closed' | 'offline';

interface DoorProps {
  prefs: Prefs;
  /** The sign-in ran out: said above the field. */
  ended: boolean;
  onIn: (token: string) => void;
}

/** The page before signing in: the key, or why there is nothing to enter it for. */
export function Door({ prefs, ended, onIn }: DoorProps) {
  const { locale, t } = useWords();
  const [state, setState] = useState<DoorState>('looking');
  const look = useCallback(() => {
    readDoor(locale).then(
      ({ open }) => setState(open ? 'open' : 'closed'),
      () => setState('offline'),
    );
  }, [locale]);
  useEffect(look, [look]);

  return (
    <main className="door">
      <div className="door-card card">
        <div className="brand">
          <Mark size={30} />
          <h1>{t('app.title')}</h1>
        </div>
        {state === 'looking' && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
        {state === 'open' && <KeyForm ended={ended} onIn={onIn} />}
        {state === 'closed' && <Shut title={t('door.closed.title')} text={t('door.closed.text')} act={t('door.closed.again')} onAct={look} />}
        {state === 'offline' && <Shut title={t('error.title')} text={t('error.offline')} act={t('app.retry')} onAct={look} />}
      </div>
      <PrefsControls prefs={prefs} />
    </main>
  );
}

function Shut({ title, text, act, onAct }: { title: string; text: string; act: string; onAct: () => void }) {
  return (
    <div className="shut">
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      <Button size="large" block onClick={onAct}>
        {act}
      </Button>
    </div>
  );
}

function KeyForm({ ended, onIn }: Pick<DoorProps, 'ended' | 'onIn'>) {
  const { locale, t } = useWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  const enter = ({ key }: { key: string }): void => {
    setBusy(true);
    setFault(undefined);
    signIn(key, locale)
      .then(({ token }) => onIn(token))
      .catch((error: ApiError) => setFault(error.message || t('error.offline')))
      .finally(() => setBusy(false));
  };

  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={enter} disabled={busy}>
      <p className="soft lead">{t('door.lead')}</p>
      {ended && !fault && <Alert type="warning" showIcon title={t('door.ended')} className="door-note" />}
      {/* The service says what is wrong with a key; the form only that there is none. */}
      <Form.Item name="key" label={t('door.key')} rules={[{ required: true, message: t('door.empty') }]} {...(fault === undefined ? {} : { validateStatus: 'error' as const, help: fault })}>
        <Input.Password autoFocus autoComplete="current-password" placeholder={t('door.hint')} onChange={() => setFault(undefined)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('door.enter')}
      </Button>
    </Form>
  );
}
