import {allowsRedirect, writeFields} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {InquiryColumns} from '../storage/inquiry.ts';
import type {Row} from '../storage/schema.ts';
import {findTemplateVersion} from '../storage/template.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import {invalidField} from './invalid-field.ts';
import type {Write} from './write.ts';

export interface UpdateInquiry {
  inquiryId: string;
  /** `null` clears; absent leaves as it is. */
  note?: string | null;
  redirectUri?: string | null;
  /** Only the given keys change; a `null` value clears its field. */
  fields?: Record<string, unknown>;
  /** All of them. */
  tags?: readonly string[];
}

/** @throws CountersignError `not_found`, `gone`, `invalid_field`, `invalid_attribute` */
export async function updateInquiry(w: Write, input: UpdateInquiry): Promise<Row<'inquiry'>> {
  const row = await holdInquiry(w, input.inquiryId);
  const version = await findTemplateVersion(w.tx, w.envId, row.template_version_id);
  if (!version) throw new Error('an inquiry has no template version');

  const columns: InquiryColumns = {};
  if (input.fields) {
    const result = writeFields(version.graph.fields, row.fields, input.fields);
    if (!result.ok) throw invalidField(result.problems);
    columns.fields = JSON.stringify(result.fields);
  }
  if (input.redirectUri !== undefined) {
    if (input.redirectUri !== null && !allowsRedirect(version.graph.redirectUris, input.redirectUri, 'server')) {
      throw new CountersignError('invalid_attribute', {
        pointer: '/data/attributes/redirect-uri',
        details: 'Expected an address the template allows to return to.',
      });
    }
    columns.redirect_uri = input.redirectUri;
  }
  if (input.note !== undefined) columns.note = input.note;
  if (input.tags) columns.tags = JSON.stringify(input.tags);
  const updated = await changeInquiry(w, row, {columns, events: input.tags ? ['inquiry.updated-tags'] : []});
  await w.audit('inquiry.update', 'inquiry', row.id);
  return updated;
}
