import {Command, Option} from 'commander';
import {createApiKey} from '../commands/create-api-key.ts';
import {write} from '../commands/write.ts';
import {newId} from '../protocol/ids.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

interface CreateOptions {
  environment: 'sandbox' | 'production';
  name: string;
  json: boolean;
}

/** `countersign keys create`: the value is printed once and stored nowhere. */
export function keysCommand(composer: Composer): Command {
  const create = new Command('create')
    .description('make an API key and print it, once')
    .addOption(new Option('--environment <kind>').choices(['sandbox', 'production']).default('sandbox'))
    .option('--name <name>', 'what the key is for', 'Made in the shell')
    .option('--json', 'print one line of JSON', false)
    .action(async ({environment, name, json}: CreateOptions) => {
      const {ctx, close} = await composer.openToolbox(readSettings(process.env));
      const envId = await environmentId(ctx, environment);
      const scope = {
        envId,
        actor: {type: 'system' as const, id: 'shell'},
        requestId: newId('request', ctx.now().getTime()),
      };
      const {apiKey, value} = await write(ctx, scope, (w) => createApiKey(w, {name, permissions: ['*']}));
      console.log(json ? JSON.stringify({id: apiKey.id, environment, value}) : value);
      await close();
    });
  return new Command('keys').description('API keys').addCommand(create);
}
