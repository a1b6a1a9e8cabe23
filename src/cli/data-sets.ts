import fs from 'node:fs/promises';
import {Command, Option} from 'commander';
import type {Context} from '../commands/context.ts';
import {loadDataSet, readRecords, removeDataSet} from '../commands/load-data-set.ts';
import {write} from '../commands/write.ts';
import type {Scope} from '../commands/write.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {listDataSets} from '../storage/data-set.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

type EnvironmentKind = 'sandbox' | 'production';

/** `countersign data-sets`: tables of people that database verifications look somebody up in. */
export function dataSetsCommand(composer: Composer): Command {
  const environment = (): Option =>
    new Option('--environment <kind>').choices(['sandbox', 'production']).default('sandbox');
  const within = async (kind: EnvironmentKind, work: (ctx: Context, scope: Scope) => Promise<void>): Promise<void> => {
    const {ctx, close} = await composer.openToolbox(readSettings(process.env));
    try {
      const envId = await environmentId(ctx, kind);
      await work(ctx, {envId, actor: {type: 'system', id: 'shell'}, requestId: newId('request', Date.now())});
    } finally {
      await close();
    }
  };

  const list = new Command('list')
    .description('data sets, with the version in use')
    .addOption(environment())
    .action((options: {environment: EnvironmentKind}) => within(options.environment, printList));

  const load = new Command('load')
    .description('load a CSV file as the next version of a data set; it is used from the moment it is whole')
    .argument('<name>', 'small letters, digits and hyphens')
    .argument('<file>', 'CSV in UTF-8 whose header names columns (name-first, name-last, birthdate ...)')
    .addOption(environment())
    .action((name: string, file: string, options: {environment: EnvironmentKind}) =>
      within(options.environment, (ctx, scope) => loadFile(ctx, scope, name, file)),
    );

  const remove = new Command('remove')
    .description('take a data set away with all its versions')
    .argument('<name>')
    .addOption(environment())
    .action((name: string, options: {environment: EnvironmentKind}) =>
      within(options.environment, async (ctx, scope) => {
        await write(ctx, scope, (w) => removeDataSet(w, name));
        console.log(`${name} is gone.`);
      }),
    );

  return new Command('data-sets')
    .description('records that database verifications look somebody up in')
    .addCommand(list)
    .addCommand(load)
    .addCommand(remove);
}

async function printList(ctx: Context, {envId}: Scope): Promise<void> {
  const sets = await listDataSets(ctx.database.db, envId);
  if (sets.length === 0) console.log('There are no data sets yet: countersign data-sets load <name> <file.csv>');
  for (const {name, number, row_count: rows, updated_at: at} of sets)
    console.log(`${name}  version ${number}  ${rows} records  ${at.toISOString()}`);
}

/** Rows that do not fit are told without their values, the first of them; nothing of such a file is loaded. */
async function loadFile(ctx: Context, scope: Scope, name: string, file: string): Promise<void> {
  const read = readRecords(await readText(file));
  if (!read.ok) {
    const told = read.errors
      .slice(0, 20)
      .map(({row, column, reason}) => `  row ${row}${column ? `, ${column}` : ''}: ${reason}`);
    const rest = read.errors.length > 20 ? `\n  and ${read.errors.length - 20} more` : '';
    throw new CountersignError('bad_request', {
      details: `${file} was not loaded:\n${told.join('\n')}${rest}`,
    });
  }
  const total = read.records.length;
  const loaded = await loadDataSet(
    ctx,
    scope,
    {name, records: read.records},
    {onProgress: (done) => showProgress(done, total)},
  );
  console.log(`${name} answers with version ${loaded.number} from now on: ${loaded.rows} records.`);
}

function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${total} records${done === total ? '\n' : ''}`);
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await fs.readFile(file));
  } catch (cause) {
    throw new CountersignError('bad_request', {details: `${file} cannot be read as text in UTF-8.`}, {cause});
  }
}
