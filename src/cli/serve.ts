import {join} from 'node:path';
import {Command, Option} from 'commander';
import {readSettings} from './read-settings.ts';
import {readyLine, readySheet, StageLog} from './ready-sheet.ts';
import {drawLetters} from './specimens.ts';
import type {Composer} from './system.ts';

const graceMs = 10_000;

/** `countersign serve`: runs the platform until SIGINT or SIGTERM; a second signal leaves at once. */
export function serveCommand(composer: Composer): Command {
  return new Command('serve')
    .description('run the platform: API, flow, engines, jobs and the operators’ pages')
    .option('--demo', 'also run the demo shop, and let webhooks reach it', false)
    .option('--json', 'print one line of JSON instead of the sheet for people', false)
    .addOption(new Option('--role <role>', 'what this process does').choices(['all', 'web', 'worker']).default('all'))
    .action(async (options: {demo: boolean; json: boolean; role: 'web' | 'worker' | 'all'}) => {
      const log = new StageLog(process.stdout, options.json);
      if (!options.json) process.stdout.write('\nCountersign is getting ready\n\n');
      const system = await composer.startSystem({
        // a person who tries it out reads the sheet, not the log
        raw: readSettings(options.demo ? {LOG_LEVEL: 'warn', ...process.env} : process.env),
        role: options.role,
        demo: options.demo,
        stage: (says, work) => log.stage(says, work),
      });
      const {COUNTERSIGN_DATA_DIR: dataDir} = system.ctx.settings;
      if (options.demo) {
        await log.stage('Letters dated today', () =>
          drawLetters(join(dataDir, 'specimens'), new Date().toISOString().slice(0, 10)),
        );
      }
      process.stdout.write(`${options.json ? readyLine(system) : readySheet(system)}\n`);
      stopOnSignal(() => system.stop(graceMs));
    });
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
