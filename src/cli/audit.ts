import {Command, Option} from 'commander';
import {verifyUserAudits} from '../commands/user-audit.ts';
import type {ChainReport} from '../commands/user-audit.ts';
import {CountersignError} from '../protocol/errors.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

const sentences: Record<NonNullable<ChainReport['broken']>['reason'], string> = {
  missing: 'it is missing',
  unlinked: 'it does not follow from the one before',
  changed: 'it was changed',
  head: 'it is not the one that the head names',
};

/** `countersign audit verify`: whether the audit log is what was written. */
export function auditCommand(composer: Composer): Command {
  const verify = new Command('verify')
    .description('hold the audit log against its chain of hashes, and print where it ends')
    .addOption(new Option('--environment <kind>').choices(['sandbox', 'production']).default('sandbox'))
    .option('--known <number:hash>', 'an end that was printed earlier, which must still be in the chain', parseEnd)
    .action(async ({environment, known}: {environment: 'sandbox' | 'production'; known?: KnownEnd}) => {
      const {ctx, close} = await composer.openToolbox(readSettings(process.env));
      const report = await verifyUserAudits(ctx, await environmentId(ctx, environment), known);
      await close();
      if (report.broken) {
        const {number, reason} = report.broken;
        throw new CountersignError('conflict', {
          details: `The audit log breaks at entry ${number}: ${sentences[reason]}. The ${report.entries} before it hold.`,
        });
      }
      console.log(`${report.entries} entries, unbroken; the end is ${report.entries}:${report.head}`);
    });
  return new Command('audit').description('who changed what').addCommand(verify);
}

interface KnownEnd {
  number: number;
  hash: string;
}

function parseEnd(text: string): KnownEnd {
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined)
    throw new CountersignError('invalid_parameter', {
      details: '--known takes what `audit verify` printed: number:hash',
    });
  return {number: Number(number), hash};
}
