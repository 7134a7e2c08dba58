import type { Line, LineEvents } from './line';

export type { Line, LineEvents };

export function openLine(url: string, events: LineEvents): Line {
  let ended = false;
  const socket = new WebSocket(url);
  const end = (code: number): void => {
    if (ended) return;
    ended = true;
    events.closed(code);
  };
  socket.onopen = () => events.open();
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') events.text(data);
  };
  socket.onclose = ({ code }) => end(code);
  socket.onerror = () => end(1006);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      socket.close();
      end(1000);
    },
  };
}
