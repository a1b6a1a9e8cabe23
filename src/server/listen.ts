/** A listening address whose application may still be on its way: until it is set, everything but `/healthz` answers 503. */
import fs from 'node:fs';
import https from 'node:https';
import type {AddressInfo} from 'node:net';
import {serve, type ServerType} from '@hono/node-server';

export type Fetch = (request: Request, environment?: object) => Response | Promise<Response>;

export interface Listener {
  /** The port it got; differs from the asked one when that was 0. */
  port: number;
  setFetch(fetch: Fetch): void;
  /** Stops accepting, lets answers in flight finish within `graceMs`, then closes what is left (streams, idle sockets). */
  close(graceMs: number): Promise<void>;
}

export interface ListenOptions {
  host: string;
  port: number;
  tls?: {certFile: string; keyFile: string};
}

/** @throws the socket's error (`EADDRINUSE`, `EACCES`) when the address cannot be had. */
export async function listen(options: ListenOptions): Promise<Listener> {
  let current: Fetch = starting;
  const server = await new Promise<ServerType>((resolve, reject) => {
    const opened = serve(
      {
        fetch: (request, environment) => current(request, environment),
        hostname: options.host,
        port: options.port,
        ...(options.tls && {createServer: https.createServer, serverOptions: readTls(options.tls)}),
      },
      () => resolve(opened),
    );
    opened.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    setFetch: (fetch) => void (current = fetch),
    close: (graceMs) => closeServer(server, graceMs),
  };
}

function starting(request: Request): Response {
  const alive = new URL(request.url).pathname === '/healthz';
  return Response.json(
    {status: alive ? 'alive' : 'starting'},
    {status: alive ? 200 : 503, headers: {'retry-after': '2'}},
  );
}

function readTls(tls: {certFile: string; keyFile: string}): {cert: Buffer; key: Buffer} {
  return {cert: fs.readFileSync(tls.certFile), key: fs.readFileSync(tls.keyFile)};
}

async function closeServer(server: ServerType, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(force);
}
