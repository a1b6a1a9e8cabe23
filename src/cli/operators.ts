import {Command} from 'commander';
import {inviteOperator} from '../commands/invite-operator.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

/** `countersign operators link`: a link that signs an operator in, once. */
export function operatorsCommand(composer: Composer): Command {
  const link = new Command('link')
    .description('print a link that signs an operator in, once, within 15 minutes')
    .option('--email <address>', 'who signs in; a new address becomes a new operator', 'operator@localhost')
    .option('--name <name>', 'how others see them', 'Operator')
    .action(async ({email, name}: {email: string; name: string}) => {
      const {ctx, close} = await composer.openToolbox(readSettings(process.env));
      console.log(await inviteOperator(ctx, {envId: await environmentId(ctx, 'sandbox'), email, name}));
      await close();
    });
  return new Command('operators').description('people who review').addCommand(link);
}
