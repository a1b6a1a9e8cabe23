/** A customer's backend that is a snippet: it runs in a process and a folder of its own, with the package installed. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {root} from './markdown.ts';

export interface Receiver {
  /** The next line it says that matches. */
  line(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

/** Where the snippets listen. */
const snippetPort = /\b8080\b/g;

/** For snippets that export a handler of web-platform requests, what a framework does. */
const framework = `
import http from 'node:http';
http.createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const request = new Request('http://localhost:8080/', {method: 'POST', headers: incoming.headers, body: Buffer.concat(chunks)});
  const response = await POST(request).catch(() => new Response(null, {status: 500}));
  outgoing.writeHead(response.status).end();
}).listen(8080);
`;

/** An empty project that has the package installed. */
export function backendFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-docs-'));
  fs.mkdirSync(path.join(folder, 'node_modules'));
  fs.symlinkSync(path.join(root, 'dist/countersign'), path.join(folder, 'node_modules/countersign'), 'junction');
  return folder;
}

export async function startReceiver(snippet: string, port: number, secret: string): Promise<Receiver> {
  const folder = backendFolder();
  const program = /^export /m.test(snippet) ? snippet + framework : snippet;
  fs.writeFileSync(path.join(folder, 'receiver.mjs'), program.replace(snippetPort, String(port)));
  const child = spawn(process.execPath, ['receiver.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, WEBHOOK_SECRET: secret},
  });
  const said: string[] = [];
  const lines = readline.createInterface({input: child.stdout});
  lines.on('line', (line) => said.push(line));
  await listening(child, port);
  return {
    async line(pattern) {
      for (let at = 0; ; at++) {
        while (at >= said.length) await once(lines, 'line', {signal: AbortSignal.timeout(20_000)});
        const line = said[at] ?? '';
        if (pattern.test(line)) return line;
      }
    },
    async stop() {
      const left = once(child, 'exit');
      child.kill();
      await left;
      fs.rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the snippet left with ${child.exitCode} before it listened`);
    const socket = net.connect(port, 'localhost');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      // not yet: a refused connection takes a moment, so this does not spin
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      socket.destroy();
    }
  }
}
