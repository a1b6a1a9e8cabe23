/** Which environment an id stands in: browsers know the id alone. Nothing but the environment leaves these queries. */
import {CountersignError} from '../protocol/errors.ts';
import type {Reader} from './database.ts';
import {findTemplateEnvironments} from './template.ts';

export async function environmentOfInquiry(reader: Reader, inquiryId: string): Promise<string> {
  const row = await reader
    .selectFrom('environment')
    .innerJoin('inquiry', 'inquiry.env_id', 'environment.id')
    .select('inquiry.env_id')
    .where('inquiry.id', '=', inquiryId)
    .executeTakeFirst();
  if (!row) throw new CountersignError('not_found', {details: 'There is no such inquiry.'});
  return row.env_id;
}

/** @throws CountersignError `not_found`, and `invalid_config` when the id alone does not tell which */
export async function environmentOfTemplate(
  reader: Reader,
  name: {templateId?: string; templateVersionId?: string; environmentId?: string},
): Promise<string> {
  const all = await templateEnvironments(reader, name);
  const named = name.environmentId === undefined ? all : all.filter((id) => id === name.environmentId);
  const [first, ...others] = named;
  if (first === undefined) throw new CountersignError('not_found', {details: 'There is no such template.'});
  if (others.length > 0) {
    throw new CountersignError('invalid_config', {
      details: 'The template stands in several environments: name one with environment-id.',
    });
  }
  return first;
}

async function templateEnvironments(
  reader: Reader,
  {templateId, templateVersionId}: {templateId?: string; templateVersionId?: string},
): Promise<string[]> {
  if (templateId !== undefined) return (await findTemplateEnvironments(reader, templateId)).map((row) => row.env_id);
  if (templateVersionId === undefined) {
    throw new CountersignError('invalid_config', {details: 'Expected a template id or a template version id.'});
  }
  const rows = await reader
    .selectFrom('environment')
    .innerJoin('inquiry_template_version as version', 'version.env_id', 'environment.id')
    .select('version.env_id')
    .where('version.id', '=', templateVersionId)
    .execute();
  return rows.map((row) => row.env_id);
}
