/** What a worker of the engine pool holds after ten selfies against ten portraits; the worker that ships, where it was built. */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {openEnginePool} from '../../src/verification/pool.node.ts';
import {memoryOfChildren} from './worker-memory.ts';

const built = new URL('../../dist/countersign-server/engine.js', import.meta.url);
const people = new URL('../../demo/specimens/people/', import.meta.url);

export interface FaceWorkerMemory {
  ships: boolean;
  /** In MB: before the first selfie, with every engine's nets loaded, and after the last. */
  before: {residentMb: number; ownMb: number};
  after: {residentMb: number; ownMb: number};
}

/** Undefined where the system does not tell. */
export async function measureFaceWorker(): Promise<FaceWorkerMemory | undefined> {
  const ships = existsSync(built);
  // the pool hands our own loader on to its children, and what ships needs none
  if (ships) process.execArgv.splice(0);
  const pool = openEnginePool({
    processes: 1,
    entry: ships ? built : new URL('../../src/engine.ts', import.meta.url),
    models: fileURLToPath(new URL('../../models', import.meta.url)),
  });
  try {
    await pool.ready();
    const [before] = memoryOfChildren();
    const selfie = new Uint8Array(await readFile(new URL('mei-1.jpg', people)));
    const portrait = new Uint8Array(await readFile(new URL('mei-2.jpg', people)));
    for (let i = 0; i < 10; i++) {
      await pool.run('selfie', {
        frames: [{id: 'frame', pose: 'center', capture: 'camera_auto', bytes: selfie}],
        liveness: {mode: 'still', slots: []},
        config: {liveness: 'not_required'},
        document: {bytes: portrait},
        today: '2026-11-23',
      });
    }
    const [after] = memoryOfChildren();
    return before && after && {ships, before, after};
  } finally {
    await pool.stop();
  }
}
