import fs from 'node:fs/promises';
import {Command, Option} from 'commander';
import {createTemplateDraft} from '../commands/change-template.ts';
import type {Context} from '../commands/context.ts';
import {parseTemplateDraft, parseTemplateGraph, templateProblems} from '../commands/parse-template.ts';
import {createTemplate, publishTemplate} from '../commands/publish-template.ts';
import {write} from '../commands/write.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {templateJsonSchema} from '../protocol/template-schema.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {findTemplate, findTemplateVersion, listTemplates} from '../storage/template.ts';
import {environmentId} from './environment.ts';
import {readSettings} from './read-settings.ts';
import type {Composer} from './system.ts';

type EnvironmentKind = 'sandbox' | 'production';
interface Within {
  environment: EnvironmentKind;
}
interface PushOptions extends Within {
  template?: string;
  name?: string;
  draft: boolean;
}

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
    .action((options: Within) => within(options.environment, printList));

  const pull = new Command('pull')
    .description('print a graph as JSON: of the version that a template runs, or of any version')
    .argument('<template>', 'id of a template (itmpl_…) or of a version (itmplv_…)')
    .addOption(environment())
    .action((id: string, options: Within) =>
      within(options.environment, async (ctx, envId) => {
        console.log(JSON.stringify(await graphOf(ctx, envId, id), null, 2));
      }),
    );

  const validate = new Command('validate')
    .description('check a graph without publishing it, and say everything that is wrong; needs no database')
    .argument('<file>', 'JSON file')
    .action(async (file: string) => {
      const problems = templateProblems(withoutSchema(await readJson(file)));
      if (problems.length === 0) return console.log(`${file} can be published.`);
      for (const {pointer, details} of problems) console.error(`${pointer}: ${details}`);
      throw new CountersignError('invalid_attribute', {details: `${file} cannot be published: ${countOf(problems)}.`});
    });

  const push = new Command('push')
    .description('publish a graph: the next version of a template, or with --name a new template')
    .argument('<file>', 'JSON file')
    .addOption(new Option('--template <id>', 'the template that gets a new version').conflicts('name'))
    .option('--name <name>', 'name of a new template')
    .option('--draft', 'keep it as a draft of the template, to be published later', false)
    .addOption(environment())
    .action((file: string, options: PushOptions) =>
      within(options.environment, async (ctx, envId) => {
        console.log(await pushGraph(ctx, envId, {given: withoutSchema(await readJson(file)), options}));
      }),
    );

  const schema = new Command('schema')
    .description('print the JSON Schema of template files, for editors; needs no database')
    .action(() => console.log(JSON.stringify(templateJsonSchema(), null, 2)));

  return new Command('templates')
    .description('what inquiries ask, as JSON files: docs/templates.md')
    .addCommand(list)
    .addCommand(pull)
    .addCommand(validate)
    .addCommand(push)
    .addCommand(schema);
}

async function pushGraph(
  ctx: Context,
  envId: string,
  {given, options}: {given: unknown; options: PushOptions},
): Promise<string> {
  const {template: templateId, name, draft} = options;
  const scope = {envId, actor: {type: 'system' as const, id: 'shell'}, requestId: newId('request', Date.now())};
  if (templateId && draft) {
    const graph = parseTemplateDraft(given);
    const {version} = await write(ctx, scope, (w) => createTemplateDraft(w, {templateId, graph}));
    return `${version.id} is a draft: version ${version.number} of ${templateId}.`;
  }
  if (templateId) {
    const graph = parseTemplateGraph(given);
    const {number} = await write(ctx, scope, (w) => publishTemplate(w, {templateId, graph}));
    return `${templateId} runs version ${number} from now on; inquiries under way keep theirs.`;
  }
  if (name && !draft) {
    const graph = parseTemplateGraph(given);
    return write(ctx, scope, (w) => createTemplate(w, {name, graph}));
  }
  throw new CountersignError('bad_request', {
    details: 'Name the template: --template <id>, or --name <name> for a new one, which cannot be a draft.',
  });
}

async function printList(ctx: Context, envId: string): Promise<void> {
  const {items} = await listTemplates(ctx.database.db, envId, {size: 100});
  for (const {id, name, status} of items) console.log(`${id}  ${status}  ${name}`);
}

async function graphOf(ctx: Context, envId: string, id: string): Promise<TemplateGraph> {
  const {db} = ctx.database;
  const template = await findTemplate(db, envId, id);
  const version = await findTemplateVersion(db, envId, template?.published_version_id ?? id);
  if (!version) throw new CountersignError('not_found', {details: `There is no template or version ${id} here.`});
  return version.graph;
}

/** Editors look for the schema in the file itself. */
function withoutSchema(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const {$schema: _named, ...graph} = given as Record<string, unknown>;
  return graph;
}

function countOf(problems: readonly unknown[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8'));
  } catch (cause) {
    throw new CountersignError('invalid_json', {details: `${file} cannot be read as JSON.`}, {cause});
  }
}
