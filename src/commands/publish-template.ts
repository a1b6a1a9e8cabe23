import {checkGraph} from '../domain/check-graph.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {templateGraphSchema} from '../protocol/template.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Row} from '../storage/schema.ts';
import {insertTemplate, insertTemplateVersion, publishTemplateVersion} from '../storage/template.ts';
import {knowledge} from './known-checks.ts';
import type {Write} from './write.ts';

/**
 * A graph from outside, checked in its parts and as a whole.
 * @throws CountersignError `invalid_attribute` that names the first place that is wrong, and what was expected there
 */
export function parseTemplateGraph(given: unknown): TemplateGraph {
  const parsed = templateGraphSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const pointer = `/${issue?.path.map(String).join('/') ?? ''}`;
    throw new CountersignError('invalid_attribute', {
      pointer,
      details: `${pointer}: ${issue?.message ?? 'not a graph'}`,
    });
  }
  const [problem] = checkGraph(parsed.data, knowledge);
  if (problem) {
    const {pointer, details} = problem;
    throw new CountersignError('invalid_attribute', {pointer, details: `${pointer}: ${details}`});
  }
  return parsed.data;
}

/** A new template with its first version published. */
export async function createTemplate(w: Write, input: {name: string; graph: TemplateGraph}): Promise<string> {
  const id = newId('inquiry-template', w.now.getTime());
  const versionId = newId('inquiry-template-version', w.now.getTime());
  await insertTemplate(w.tx, {
    env_id: w.envId,
    id,
    name: input.name,
    status: 'active',
    published_version_id: versionId,
    created_at: w.now,
    updated_at: w.now,
  });
  await insertTemplateVersion(w.tx, {
    env_id: w.envId,
    id: versionId,
    template_id: id,
    number: 1,
    status: 'published',
    graph: JSON.stringify(input.graph),
    created_at: w.now,
    published_at: w.now,
  });
  await w.audit('inquiry-template.create', 'inquiry-template', id);
  return id;
}

/** The next version of a template; inquiries that are under way keep theirs. @throws CountersignError `not_found` */
export async function publishTemplate(
  w: Write,
  input: {templateId: string; graph: TemplateGraph},
): Promise<Row<'inquiry_template_version'>> {
  const {templateId, graph} = input;
  const id = newId('inquiry-template-version', w.now.getTime());
  const version = await publishTemplateVersion(w.tx, {envId: w.envId, templateId, id, graph, now: w.now});
  if (!version) throw new CountersignError('not_found', {details: `There is no template ${templateId} here.`});
  await w.audit('inquiry-template.publish', 'inquiry-template', templateId);
  return version;
}
