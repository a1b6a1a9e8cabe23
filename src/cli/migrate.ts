import {Command} from 'commander';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

/** `countersign migrate`: brings the tables up to date and leaves; `serve` does the same at start. */
export function migrateCommand(composer: Composer): Command {
  return new Command('migrate').description('bring the database up to date').action(async () => {
    const {ctx, close} = await composer.openToolbox(readSettings(process.env));
    console.log(`The ${ctx.database.kind} database is up to date.`);
    await close();
  });
}
