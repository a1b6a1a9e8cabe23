/** Entry point of the shell command `countersign`. Expected trouble is one sentence on stderr and exit code 1. */
import './cli/small-machine.ts';
import {Command} from 'commander';
import {auditCommand} from './cli/audit.ts';
import {calibrateCommand} from './cli/calibrate.ts';
import {keysCommand} from './cli/keys.ts';
import {migrateCommand} from './cli/migrate.ts';
import {modelsCommand} from './cli/models.ts';
import {operatorsCommand} from './cli/operators.ts';
import {SettingsError} from './cli/read-settings.ts';
import {serveCommand} from './cli/serve.ts';
import {specimensCommand} from './cli/specimens.ts';
import {dataSetsCommand} from './cli/data-sets.ts';
import {templatesCommand} from './cli/templates.ts';
import {webhooksCommand} from './cli/webhooks.ts';
import {composer} from './main.ts';
import {CountersignError} from './protocol/errors.ts';

const program = new Command('countersign')
  .description('Self-hosted identity verification. Settings come from environment variables: docs/settings.md')
  .addCommand(serveCommand(composer))
  .addCommand(migrateCommand(composer))
  .addCommand(keysCommand(composer))
  .addCommand(operatorsCommand(composer))
  .addCommand(auditCommand(composer))
  .addCommand(templatesCommand(composer))
  .addCommand(dataSetsCommand(composer))
  .addCommand(webhooksCommand())
  .addCommand(modelsCommand())
  .addCommand(calibrateCommand())
  .addCommand(specimensCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`countersign: ${sentenceOf(error)}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof CountersignError)
    return [error.message, ...(error.info.more ?? []).map(({details}) => details)].join('\n  ');
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'A port is taken by another program. Set PORT, OPERATOR_PORT and DEMO_PORT, or 0 for any free one.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
