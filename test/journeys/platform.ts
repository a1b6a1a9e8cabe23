/** The whole product for a journey: built files, a fresh data folder, free ports, the demo shop. */
import {spawn, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');

export interface Platform {
  publicUrl: string;
  operatorUrl: string;
  operatorLink: string;
  demoUrl: string;
  apiKey: string;
  /** GET on the public API with the sandbox key. */
  get(path: string): Promise<{data: ApiResource & ApiResource[]}>;
  post(path: string, body: unknown): Promise<{data: ApiResource; meta?: Record<string, string>}>;
  stop(): Promise<void>;
}

export interface ApiResource {
  type: string;
  id: string;
  attributes: Record<string, unknown> & {status: string; fields: Record<string, {type: string; value: unknown}>};
  relationships: Record<string, {data: {type: string; id: string} | {type: string; id: string}[] | null}>;
}

/** @param environment settings beyond the journey's own, e.g. `COUNTERSIGN_REQUESTS_PER_MINUTE`. */
export async function startPlatform(environment: NodeJS.ProcessEnv = {}): Promise<Platform> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-journey-'));
  const child = spawn(
    process.execPath,
    [path.join(root, 'dist/countersign-server/cli.js'), 'serve', '--demo', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: '0',
        OPERATOR_PORT: '0',
        DEMO_PORT: '0',
        COUNTERSIGN_DATA_DIR: dataDir,
        COUNTERSIGN_SECRET: randomBytes(32).toString('hex'),
        COUNTERSIGN_SANDBOX_API_KEY: `countersign_sandbox_${randomBytes(16).toString('hex')}`,
        COUNTERSIGN_REQUESTS_PER_MINUTE: '100000',
        LOG_LEVEL: 'warn',
        ...environment,
      },
    },
  );
  const said = await firstLine(child);
  const ready = JSON.parse(said) as Record<
    'publicUrl' | 'operatorUrl' | 'operatorLink' | 'demoUrl' | 'sandboxKey',
    string
  >;
  const call = async (method: string, route: string, body?: unknown): Promise<never> => {
    const response = await fetch(`${ready.publicUrl}/api/v1${route}`, {
      method,
      headers: {authorization: `Bearer ${ready.sandboxKey}`, 'content-type': 'application/json'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as never;
  };
  return {
    publicUrl: ready.publicUrl,
    operatorUrl: ready.operatorUrl,
    operatorLink: ready.operatorLink,
    demoUrl: ready.demoUrl,
    apiKey: ready.sandboxKey,
    get: (route) => call('GET', route),
    post: (route, body) => call('POST', route, body),
    stop: async () => {
      await stopChild(child);
      fs.rmSync(dataDir, {recursive: true, force: true});
    },
  };
}

/** Id of a template that every environment begins with. */
export async function shippedTemplate(platform: Pick<Platform, 'get'>, name: string): Promise<string> {
  const {data} = await platform.get('/inquiry-templates');
  const template = data.find(({attributes}) => attributes['name'] === name);
  if (!template) throw new Error(`There is no template "${name}".`);
  return template.id;
}

/** The one that the demo shop runs. */
export function documentTemplate(platform: Pick<Platform, 'get'>): Promise<string> {
  return shippedTemplate(platform, 'Document only');
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the platform has no output');
  const lines = readline.createInterface({input: child.stdout});
  const line = new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the platform left with ${code} before it was ready`)));
  });
  return line;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const left = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await left;
}
