import {newId} from '../protocol/ids.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Row} from '../storage/schema.ts';
import {insertTemplate, insertTemplateVersion} from '../storage/template.ts';
import {createTemplateDraft, emitTemplateVersion, publishTemplateVersionById} from './change-template.ts';
import type {Write} from './write.ts';

/** A new template with its first version published. */
export async function createTemplate(w: Write, input: {name: string; graph: TemplateGraph}): Promise<string> {
  const id = newId('inquiry-template', w.now.getTime());
  const versionId = newId('inquiry-template-version', w.now.getTime());
  const template = await insertTemplate(w.tx, {
    env_id: w.envId,
    id,
    name: input.name,
    status: 'active',
    published_version_id: versionId,
    created_at: w.now,
    updated_at: w.now,
  });
  const version = await insertTemplateVersion(w.tx, {
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
  await emitTemplateVersion(w, 'created', {version, template});
  await emitTemplateVersion(w, 'published', {version, template});
  return id;
}

/** The next version of a template; inquiries that are under way keep theirs. @throws CountersignError `not_found` */
export async function publishTemplate(
  w: Write,
  input: {templateId: string; graph: TemplateGraph},
): Promise<Row<'inquiry_template_version'>> {
  const draft = await createTemplateDraft(w, input);
  const {version} = await publishTemplateVersionById(w, draft.version.id);
  return version;
}
