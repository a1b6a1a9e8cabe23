/** A process under load of the API bench: `countersign serve` as it ships, built, on ports of its own, with `api-meter.mjs` beside it. */
import {execFileSync, fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

/** Its answer to `cpu`. */
export interface ServerCpu {
  cpuMs: number;
}

/** Its answer to `sql`. */
export interface ServerSql {
  create: SentStatement;
  log: SentStatement;
}

export interface SentStatement {
  text: string;
  values: unknown[];
}

export interface StartedServer {
  child: ChildProcess;
  address: string;
}

const root = new URL('../../', import.meta.url);

export function buildServer(): void {
  const build = ['rollup.config.mjs', '--if-stale', '--only', 'server'];
  execFileSync(process.execPath, build, {cwd: fileURLToPath(root), stdio: ['ignore', 'ignore', 'inherit']});
}

/** Resolves when it is ready. */
export async function startServer(role: 'web' | 'worker', settings: Record<string, string>): Promise<StartedServer> {
  const program = fileURLToPath(new URL('dist/countersign-server/cli.js', root));
  const meter = new URL('api-meter.mjs', import.meta.url).href;
  const child = fork(program, ['serve', '--role', role, '--json'], {
    execArgv: ['--import', meter],
    // bytes and times of a statement stay what they are
    serialization: 'advanced',
    // a log is written, and read by nobody
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    env: {PATH: process.env['PATH'], PORT: '0', OPERATOR_PORT: '0', ...settings},
  });
  const ready = await readyLineOf(child);
  return {child, address: ready.publicUrl};
}

function readyLineOf(child: ChildProcess): Promise<{publicUrl: string}> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as {publicUrl?: string};
      if (said.publicUrl !== undefined) resolve({publicUrl: said.publicUrl});
    });
  });
}
