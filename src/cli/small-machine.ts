/**
 * On two cores the collector's helper threads only take turns with the thread that waits for them, and with the database: a create costs
 * a twentieth less without them. The command imports this before all else, for V8 takes these while its heap is small; the sum of them,
 * `--single-threaded-gc`, it takes at its start alone, and a command cannot start itself with it.
 */
import {availableParallelism} from 'node:os';
import v8 from 'node:v8';

const helpers = [
  '--no-parallel-scavenge',
  '--no-concurrent-marking',
  '--no-concurrent-sweeping',
  '--no-concurrent-array-buffer-sweeping',
  '--no-parallel-compaction',
  '--no-parallel-pointer-update',
];

if (availableParallelism() <= 2) for (const flag of helpers) v8.setFlagsFromString(flag);
