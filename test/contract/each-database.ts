/** Runs a suite once on the embedded database and once on a real PostgreSQL; each run has one world of its own. */
import {after, before, describe} from 'node:test';
import {startPostgres} from './postgres.ts';
import type {TestPostgres} from './postgres.ts';
import {openWorld} from './world.ts';
import type {World, WorldOptions} from './world.ts';

/** `world()` answers the open world; call it inside tests only. */
export function onEachDatabase(
  suite: (world: () => World) => void,
  options: Omit<WorldOptions, 'databaseUrl'> = {},
): void {
  describe('embedded', () => {
    let world: World | undefined;
    before(async () => {
      world = await openWorld(options);
    });
    after(() => world?.close());
    suite(() => opened(world));
  });

  describe('server', () => {
    let world: World | undefined;
    let postgres: TestPostgres | undefined;
    before(async () => {
      postgres = await startPostgres();
      world = await openWorld({...options, databaseUrl: await postgres.createDatabase()});
    });
    after(async () => {
      await world?.close();
      await postgres?.stop();
    });
    suite(() => opened(world));
  });
}

function opened(world: World | undefined): World {
  if (!world) throw new Error('The world is opened before the first test');
  return world;
}
