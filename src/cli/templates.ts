import fs from 'node:fs/promises';
import {Command, Option} from 'commander';
import type {Context} from '../commands/context.ts';
import {createTemplate, parseTemplateGraph, publishTemplate} from '../commands/publish-template.ts';
import {write} from '../commands/write.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {findTemplate, findTemplateVersion, listTemplates} from '../storage/template.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

type EnvironmentKind = 'sandbox' | 'production';

/** `countersign templates`: a template's graph as a JSON file, out of the database and into it. */
export function templatesCommand(composer: Composer): Command {
  const environment = (): Option =>
    new Option('--environment <kind>').choices(['sandbox', 'production']).default('sandbox');
  const within = async (kind: EnvironmentKind, work: (ctx: Context, envId: string) => Promise<void>): Promise<void> => {
    const {ctx, close} = await composer.openToolbox(readSettings(process.env));
    try {
      await work(ctx, await environmentId(ctx, kind));
    } finally {
      await close();
    }
  };

  const list = new Command('list')
    .description('ids and names of the templates')
    .addOption(environment())
    .action((options: {environment: EnvironmentKind}) => within(options.environment, printList));

  const pull = new Command('pull')
    .description('print the published graph of a template as JSON')
    .argument('<template>', 'id of the template')
    .addOption(environment())
    .action((id: string, options: {environment: EnvironmentKind}) =>
      within(options.environment, async (ctx, envId) => {
        const graph = await publishedGraph(ctx, envId, id);
        console.log(JSON.stringify(graph, null, 2));
      }),
    );

  const validate = new Command('validate')
    .description('check a graph without publishing it; needs no database')
    .argument('<file>', 'JSON file')
    .action(async (file: string) => {
      parseTemplateGraph(await readJson(file));
      console.log(`${file} can be published.`);
    });

  const push = new Command('push')
    .description('publish a graph: the next version of a template, or with --name a new template')
    .argument('<file>', 'JSON file')
    .addOption(new Option('--template <id>', 'the template that gets a new version').conflicts('name'))
    .option('--name <name>', 'name of a new template')
    .addOption(environment())
    .action((file: string, options: {template?: string; name?: string; environment: EnvironmentKind}) =>
      within(options.environment, async (ctx, envId) => {
        const graph = parseTemplateGraph(await readJson(file));
        const scope = {envId, actor: {type: 'system' as const, id: 'shell'}, requestId: newId('request', Date.now())};
        const {template: templateId, name} = options;
        if (templateId) {
          const {number} = await write(ctx, scope, (w) => publishTemplate(w, {templateId, graph}));
          console.log(`${templateId} runs version ${number} from now on; inquiries under way keep theirs.`);
        } else if (name) {
          console.log(await write(ctx, scope, (w) => createTemplate(w, {name, graph})));
        } else {
          throw new CountersignError('bad_request', {
            details: 'Name the template: --template <id>, or --name <name> for a new one.',
          });
        }
      }),
    );

  return new Command('templates')
    .description('what inquiries ask, as JSON files')
    .addCommand(list)
    .addCommand(pull)
    .addCommand(validate)
    .addCommand(push);
}

async function printList(ctx: Context, envId: string): Promise<void> {
  const {items} = await listTemplates(ctx.database.db, envId, {size: 100});
  for (const {id, name, status} of items) console.log(`${id}  ${status}  ${name}`);
}

async function publishedGraph(ctx: Context, envId: string, id: string): Promise<unknown> {
  const template = await findTemplate(ctx.database.db, envId, id);
  const versionId = template?.published_version_id;
  const version = versionId ? await findTemplateVersion(ctx.database.db, envId, versionId) : undefined;
  if (!version) throw new CountersignError('not_found', {details: `There is no published template ${id} here.`});
  return version.graph;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8'));
  } catch (cause) {
    throw new CountersignError('invalid_json', {details: `${file} cannot be read as JSON.`}, {cause});
  }
}
