/** The life of a template's versions: drafts are edited, published ones never change, and an inquiry keeps the one it began with. */
import {CountersignError} from '../protocol/errors.ts';
import {isId, newId} from '../protocol/ids.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {
  archiveOtherVersions,
  findTemplateVersion,
  insertNextVersion,
  lockTemplate,
  setVersion,
  updateTemplateRow,
} from '../storage/template.ts';
import {presentTemplateVersion} from '../storage/resources/template.ts';
import type {Row} from '../storage/schema.ts';
import {parseTemplateGraph} from './parse-template.ts';
import {findThemeSet} from '../storage/theme-set.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

type Version = Row<'inquiry_template_version'>;
type Template = Row<'inquiry_template'>;

/** A version and the template it belongs to, as an answer shows both. */
export interface ChangedVersion {
  version: Version;
  template: Template;
}

/** The next version, not yet run by anybody. @throws CountersignError `not_found` */
export async function createTemplateDraft(
  w: Write,
  {templateId, graph}: {templateId: string; graph: TemplateGraph},
): Promise<ChangedVersion> {
  const template = await holdTemplate(w, templateId);
  const id = newId('inquiry-template-version', w.now.getTime());
  const version = await insertNextVersion(w.tx, {
    env_id: w.envId,
    id,
    template_id: templateId,
    status: 'draft',
    graph: JSON.stringify(graph),
    created_at: w.now,
  });
  await w.audit('inquiry-template-version.create', 'inquiry-template-version', id);
  await emitTemplateVersion(w, 'created', {version, template});
  return {version, template};
}

/**
 * @param input `revision` is the one that the editor saw: an edit of another one is refused rather than lost
 * @throws CountersignError `not_found`, `precondition_failed`, and `invalid_transition` for a version that was published already
 */
export async function editTemplateDraft(
  w: Write,
  {versionId, graph, revision}: {versionId: string; graph: TemplateGraph; revision?: number | undefined},
): Promise<ChangedVersion> {
  const {version, template} = await holdVersion(w, versionId);
  if (version.status !== 'draft') throw wrongStatus('edited', version);
  if (revision !== undefined && revision !== version.revision) {
    throw new CountersignError('precondition_failed', {
      details: `The draft is at "${version.revision}" by now: read it again, and edit that.`,
      pointer: 'If-Match',
    });
  }
  const edited = await setVersion(w.tx, version, {
    graph: JSON.stringify(graph),
    revision: version.revision + 1,
    updated_at: w.now,
  });
  await w.audit('inquiry-template-version.update', 'inquiry-template-version', versionId);
  return {version: edited, template};
}

/**
 * New inquiries run this version from now on; the one before is archived. An archived version comes back the same way.
 * @throws CountersignError `not_found`, `invalid_attribute` with all that keeps a draft from being published
 */
export async function publishTemplateVersionById(w: Write, versionId: string): Promise<ChangedVersion> {
  const {version, template} = await holdVersion(w, versionId);
  if (version.status === 'published') return {version, template};
  // what an older release published may be refused by a newer one
  parseTemplateGraph(version.graph);
  await refuseMissingLook(w, version.graph);
  keepOrder(w, version.updated_at ?? version.created_at);
  await archiveOtherVersions(w.tx, version);
  const published = await setVersion(w.tx, version, {
    status: 'published',
    published_at: version.published_at ?? w.now,
  });
  const row = await updateTemplateRow(w.tx, template, {published_version_id: version.id, updated_at: w.now});
  await w.audit('inquiry-template.publish', 'inquiry-template', template.id);
  await emitTemplateVersion(w, 'published', {version: published, template: row});
  return {version: published, template: row};
}

/** A folder of looks is on some machine and cannot be looked up here; a theme set can. */
async function refuseMissingLook(w: Write, {themeSet}: TemplateGraph): Promise<void> {
  if (themeSet === undefined || !isId('theme-set', themeSet)) return;
  const found = await findThemeSet(w.tx, w.envId, themeSet);
  if (found?.archived_at === null) return;
  throw new CountersignError('invalid_attribute', {
    details: '/themeSet: there is no such theme set here, or it is archived',
    pointer: '/themeSet',
  });
}

/** A draft that is not wanted any more. @throws CountersignError `not_found`, `invalid_transition` for the one that runs */
export async function archiveTemplateVersion(w: Write, versionId: string): Promise<ChangedVersion> {
  const {version, template} = await holdVersion(w, versionId);
  if (version.status === 'archived') return {version, template};
  if (version.status === 'published') throw wrongStatus('archived; publish another instead', version);
  const archived = await setVersion(w.tx, version, {status: 'archived'});
  await w.audit('inquiry-template-version.archive', 'inquiry-template-version', versionId);
  return {version: archived, template};
}

/** Inactive templates start nothing; inquiries under way go on. @throws CountersignError `not_found` */
export async function setTemplateStatus(
  w: Write,
  {templateId, status}: {templateId: string; status: Template['status']},
): Promise<Template> {
  const template = await holdTemplate(w, templateId);
  if (template.status === status) return template;
  const changed = await updateTemplateRow(w.tx, template, {status, updated_at: w.now});
  await w.audit(`inquiry-template.${status === 'active' ? 'restore' : 'archive'}`, 'inquiry-template', templateId);
  return changed;
}

export async function emitTemplateVersion(
  w: Write,
  what: 'created' | 'published',
  {version, template}: ChangedVersion,
): Promise<void> {
  await w.emit({
    name: `inquiry-template-version.${what}`,
    objectType: 'inquiry-template-version',
    objectId: version.id,
    subjectId: w.envId,
    data: presentTemplateVersion(version, template),
  });
}

async function holdTemplate(w: Write, id: string): Promise<Template> {
  const template = await lockTemplate(w.tx, w.envId, id);
  if (!template) throw new CountersignError('not_found', {details: 'There is no such template here.'});
  return template;
}

/** Its template is held, so that of two changes one comes after the other. */
async function holdVersion(w: Write, id: string): Promise<ChangedVersion> {
  const found = await findTemplateVersion(w.tx, w.envId, id);
  if (!found) throw new CountersignError('not_found', {details: 'There is no such template version here.'});
  const template = await holdTemplate(w, found.template_id);
  const version = (await findTemplateVersion(w.tx, w.envId, id)) ?? found;
  return {version, template};
}

function wrongStatus(wanted: string, {status}: Version): CountersignError {
  return new CountersignError('invalid_transition', {details: `A ${status} version cannot be ${wanted}.`});
}
