/** The words between the pool and its children, and what the end of a child means. */
import {EngineError, type EngineFailure, type EngineKind} from './engine.ts';
import type {ProgressWord} from '../protocol/position.ts';

export type ToChild = {type: 'run'; kind: EngineKind; input: unknown};

export type FromChild =
  | {type: 'ready'}
  | {type: 'progress'; word: ProgressWord}
  | {type: 'result'; output: unknown; residentMb: number}
  | {type: 'failure'; failure: EngineFailure; message: string; residentMb: number};

/** `words` are the last characters of its stderr, used to tell the cause, never passed on whole. */
export function describeExit(code: number | null, signal: NodeJS.Signals | null, words: string): EngineError {
  // When the pool kills it knows why. Any other SIGKILL is the child's own memory watch or the kernel's out-of-memory killer.
  if (signal === 'SIGKILL' || /heap out of memory/i.test(words)) {
    return new EngineError('out_of_memory', 'The engine process ran out of memory');
  }
  const cause = /^(?:\w*Error)(?: \[[\w]+\])?: .{0,200}/m.exec(words)?.[0];
  const how = signal ? `by ${signal}` : `with code ${code}`;
  return new EngineError('crashed', `The engine process ended ${how}${cause ? ` (${cause})` : ''}`);
}
