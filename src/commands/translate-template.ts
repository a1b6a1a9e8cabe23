import {withTranslations} from '../domain/translations.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Translation} from '../protocol/translations.ts';
import {findNewestVersion, findTemplateVersion} from '../storage/template.ts';
import {createTemplateDraft, editTemplateDraft} from './change-template.ts';
import type {ChangedVersion} from './change-template.ts';
import {parseTemplateDraft} from './parse-template.ts';
import type {Write} from './write.ts';

/** Where the rows stand in a body. */
const rowsPointer = '/data/attributes/translations';

/**
 * Puts words into the newest version where that is a draft, else into a new draft of it.
 * @throws CountersignError `not_found`; `invalid_attribute` that names every row without a place
 */
export async function importTranslations(
  w: Write,
  {templateId, rows}: {templateId: string; rows: readonly Translation[]},
): Promise<ChangedVersion> {
  const newest = await findNewestVersion(w.tx, w.envId, templateId);
  if (!newest) throw new CountersignError('not_found');
  const graph = translated(newest.graph, rows);
  if (newest.status === 'draft') return editTemplateDraft(w, {versionId: newest.id, graph});
  return createTemplateDraft(w, {templateId, graph});
}

/** @throws CountersignError as `importTranslations`, and as `editTemplateDraft` */
export async function translateDraft(
  w: Write,
  {versionId, rows, revision}: {versionId: string; rows: readonly Translation[]; revision?: number},
): Promise<ChangedVersion> {
  const version = await findTemplateVersion(w.tx, w.envId, versionId);
  if (!version) throw new CountersignError('not_found');
  const graph = translated(version.graph, rows);
  // of two edits at once the second would take words of the first out again
  return editTemplateDraft(w, {versionId, graph, revision: revision ?? version.revision});
}

function translated(graph: TemplateGraph, rows: readonly Translation[]): TemplateGraph {
  const {graph: changed, problems} = withTranslations(graph, rows);
  const [first, ...more] = problems.map(({row, details}) => ({details, pointer: `${rowsPointer}/${row}`}));
  if (first) throw new CountersignError('invalid_attribute', {...first, more});
  return parseTemplateDraft(changed, rowsPointer);
}
