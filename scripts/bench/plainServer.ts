import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/* The peer of the fan-out: each message is given to every socket at once. No log, no store, no rights, no order, no resume. */

const server: WebSocketServer = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });

server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }));

server.on('connection', (socket) =>
  socket.on('message', (bytes) => {
    const frame = JSON.stringify({ type: 'events', events: [JSON.parse(String(bytes))] });
    for (const client of server.clients) client.send(frame);
  }),
);

process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit(0));
