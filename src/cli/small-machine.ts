/**
 * On two cores the collector's helper threads only take turns with the thread that waits for them, and with the database: a create costs
 * a twentieth less without them. The command sets this before it does anything, while the heap holds little more than the program. Left
 * are the helpers of parallel marking, which V8 lets go of at its start alone, by `--single-threaded-gc`.
 */
import {availableParallelism} from 'node:os';
import v8 from 'node:v8';

export const withoutHelpers: readonly string[] = [
  '--no-parallel-scavenge',
  '--no-concurrent-marking',
  '--no-concurrent-sweeping',
  '--no-concurrent-array-buffer-sweeping',
  '--no-parallel-compaction',
  '--no-parallel-pointer-update',
];

if (availableParallelism() <= 2) for (const flag of withoutHelpers) v8.setFlagsFromString(flag);
