import Taro from '@tarojs/taro';

export interface LineEvents {
  open(): void;
  text(text: string): void;
  /** Called once; 1006 when no close code is known. */
  closed(code: number): void;
}

/** One WebSocket, whatever the platform calls it. */
export interface Line {
  send(text: string): void;
  close(): void;
}

export function openLine(url: string, events: LineEvents): Line {
  let task: Taro.SocketTask | undefined;
  let ended = false;
  const end = (code: number): void => {
    if (ended) return;
    ended = true;
    events.closed(code);
  };
  Taro.connectSocket({ url, fail: () => end(1006) })
    .then((made) => {
      task = made;
      if (ended) return made.close({ fail: () => undefined });
      made.onOpen(() => events.open());
      made.onMessage(({ data }) => typeof data === 'string' && events.text(data));
      made.onClose((close) => end((close as { code?: number }).code ?? 1006));
      made.onError(() => end(1006));
    })
    .catch(() => end(1006));
  return {
    send: (text) => task?.send({ data: text, fail: () => end(1006) }),
    close: () => {
      task?.close({ fail: () => undefined });
      end(1000);
    },
  };
}
