/** The other side of the pool: serves runs inside a child process, one at a time. */
import {Worker} from 'node:worker_threads';
import type {EngineFailure, EngineFunction, EngineKind} from './engine.ts';
import type {ProgressWord} from '../protocol/position.ts';
import type {FromChild, ToChild} from './engine-channel.ts';

/** A program need not have all of them. */
export type EngineLoaders = {[K in EngineKind]?: () => Promise<EngineFunction<K>>};

/** Any of them: the parent sends each kind its own input. */
type Engine = (input: never, report: (word: ProgressWord) => void) => Promise<unknown>;

/** Loads every engine, says so, then answers until the parent goes. */
export async function serveEngines(loaders: EngineLoaders): Promise<void> {
  // A Ctrl-C reaches the whole process group; only the parent decides when running work is given up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  watchMemory(Number(process.env['COUNTERSIGN_ENGINE_MEMORY_MB'] ?? 1024));
  const engines = new Map<string, Engine>();
  for (const [kind, load] of Object.entries(loaders)) engines.set(kind, await load());
  process.on('message', (message: ToChild) => {
    void answer(engines.get(message.kind), message);
  });
  say({type: 'ready'});
}

async function answer(engine: Engine | undefined, message: ToChild): Promise<void> {
  if (!engine) return fail('invalid_input', `There is no engine ${message.kind}`);
  try {
    const output = await engine(message.input as never, (word) => say({type: 'progress', word}));
    say({type: 'result', output, residentMb: residentMb()});
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    const text = error instanceof Error ? error.message : 'The engine failed';
    fail(failures[name] ?? 'crashed', `${name}: ${text}`);
  }
}

/** What an engine's own errors mean; every other one is a defect. */
const failures: Record<string, EngineFailure> = {ImageError: 'invalid_input', FaceModelsMissing: 'not_configured'};

function fail(failure: EngineFailure, message: string): void {
  say({type: 'failure', failure, message, residentMb: residentMb()});
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

function say(message: FromChild): void {
  process.send?.(message);
}

/**
 * Native decoders allocate outside V8's heap, and a busy main thread cannot look at itself, so a thread of its own looks
 * at the resident memory ten times a second and ends the process above the limit.
 */
function watchMemory(limitMb: number): void {
  const source = `
    const limit = ${Math.round(limitMb)} * 1048576;
    setInterval(() => { if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL'); }, 100);
  `;
  new Worker(source, {eval: true, execArgv: [], env: {}}).unref();
}
