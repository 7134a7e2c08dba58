import { useEffect, type PropsWithChildren } from 'react';
import { session, startSession } from './features/account/session';
import './features/challenge/unsent';
import './features/message/outbox';
import './features/pai/store';
import { fetchPagesAhead } from './features/screen/ahead';
import { isH5 } from './platform/env';
import { watchPrivacy } from './platform/privacy';
import { startSocket, stopSocket } from './transport/socket';
import './ui/base.css';

/* An invite's address is /i/<token>; pages live behind the hash. Rewritten before the router looks. */
if (isH5) {
  const token = /^\/i\/([A-Za-z0-9_-]+)\/?$/.exec(window.location.pathname)?.[1];
  if (token !== undefined) window.history.replaceState(null, '', `/${window.location.search}#/pages/landing/index?t=${token}`);
}

function followSession(): () => void {
  const follow = (): void => (session.get().phase === 'in' ? startSocket() : stopSocket());
  follow();
  return session.watch(follow);
}

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    watchPrivacy();
    fetchPagesAhead();
    void startSession();
    return followSession();
  }, []);
  return children;
}
