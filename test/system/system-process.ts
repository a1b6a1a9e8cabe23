/** The real system as a process of its own, with settings from the environment; says `ready` once everything is. */
import {readSettings} from '../../src/cli/read-settings.ts';
import {composer} from '../../src/main.ts';

const system = await composer.startSystem({
  raw: readSettings(process.env),
  role: 'all',
  demo: false,
  stage: (_says, work) => work(),
});
process.once('SIGTERM', () => void system.stop(10_000).then(() => process.exit(0)));
process.stdout.write('ready\n');
