/** One child process of the pool, seen from the parent: started, spoken to, ended. */
import {fork} from 'node:child_process';
import {EngineError, type EngineKind} from './engine.ts';
import type {ProgressWord} from '../protocol/position.ts';
import {describeExit, type FromChild, type ToChild} from './engine-channel.ts';

export interface EngineProcess {
  /** Resolves when the models are loaded; rejects when the child ends before. */
  ready: Promise<void>;
  readonly dead: boolean;
  run(kind: EngineKind, input: unknown): void;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface EngineProcessOptions {
  entry: string;
  models: string;
  environment: Record<string, string>;
  memoryMb: number;
  onProgress(word: ProgressWord): void;
  /** `residentMb` is the child's memory after the run. */
  onResult(output: unknown, residentMb: number): void;
  /** The engine threw; the child lives on. */
  onFailure(error: EngineError, residentMb: number): void;
  /** The child is gone, after `ready` was settled. */
  onExit(error: EngineError): void;
}

/** What a child may know of our environment: how to run, never what we keep secret. */
const passedOn = [
  'PATH',
  'HOME',
  'XDG_CACHE_HOME',
  'LOCALAPPDATA',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'TZ',
  'SystemRoot',
  'windir',
  'NODE_OPTIONS',
  'NODE_ENV',
  'NODE_V8_COVERAGE',
  'LD_LIBRARY_PATH',
  'ESBUILD_BINARY_PATH',
  'TSX_TSCONFIG_PATH',
];
const stderrKept = 2000;

export function startEngineProcess(options: EngineProcessOptions): EngineProcess {
  const env: NodeJS.ProcessEnv = {
    COUNTERSIGN_MODELS: options.models,
    COUNTERSIGN_ENGINE_MEMORY_MB: String(options.memoryMb),
    // glibc keeps what nets free in an arena for each thread: one arena and early return took 60 MB off the peak at the same CPU time,
    // and blocks from 8 MB on (16 before), which go back at once, another 50; from 4 MB on it takes twice the time
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '16777216',
    MALLOC_MMAP_THRESHOLD_: '8388608',
    ...options.environment,
  };
  for (const name of passedOn) if (process.env[name] !== undefined) env[name] = process.env[name];
  const child = fork(options.entry, [], {
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [...inheritedFlags(), ...memoryFlags(options.memoryMb)],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-stderrKept)));
  let dead = false;
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      if (message.type === 'ready') return resolve();
      if (message.type === 'progress') return options.onProgress(message.word);
      if (message.type === 'result') return options.onResult(message.output, message.residentMb);
      options.onFailure(new EngineError(message.failure, message.message), message.residentMb);
    });
    const ended = (error: EngineError): void => {
      if (dead) return;
      dead = true;
      reject(error);
      options.onExit(error);
    };
    child.once('error', (cause) =>
      ended(new EngineError('crashed', `The engine process cannot run: ${cause.message}`)),
    );
    child.once('close', (code, signal) => ended(describeExit(code, signal, words)));
  });
  ready.catch(() => undefined); // The pool listens; this only keeps a late listener from counting as none.
  return {
    ready,
    get dead() {
      return dead;
    },
    run: (kind, input) => {
      // A failed send means that the child is ending; `close` tells the rest.
      child.send({type: 'run', kind, input} satisfies ToChild, () => undefined);
    },
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/**
 * Pixels and nets live outside V8's heap, so what is in it is short-lived and small: a young generation of a quarter of the usual size
 * took 25 MB off a worker that verifies selfies, at the same CPU time.
 */
function memoryFlags(memoryMb: number): string[] {
  return [`--max-old-space-size=${Math.max(128, Math.floor(memoryMb / 2))}`, '--max-semi-space-size=4'];
}

/** tsx in tests runs by `--import`; flags of the test runner, the inspector or memory are the parent's own. */
function inheritedFlags(): string[] {
  const flags: string[] = [];
  for (let i = 0; i < process.execArgv.length; i++) {
    const flag = process.execArgv[i] ?? '';
    if (/^(--import|--require|--loader|-r)$/.test(flag)) flags.push(flag, process.execArgv[++i] ?? '');
    else if (/^(--import|--require|--loader)=/.test(flag)) flags.push(flag);
  }
  return flags;
}
