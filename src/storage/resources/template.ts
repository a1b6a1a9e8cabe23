import type {InquiryTemplateResource, InquiryTemplateVersionResource} from '../../protocol/inquiry-template.ts';
import {languages} from '../../protocol/languages.ts';
import type {TemplateGraph} from '../../protocol/template.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** A template as the API shows it; `graph` is that of its published version, null before the first publication. */
export function presentTemplate(row: Row<'inquiry_template'>, graph: TemplateGraph | null): InquiryTemplateResource {
  return {
    type: 'inquiry-template',
    id: row.id,
    attributes: {
      name: row.name,
      status: row.status,
      'embedded-flow-domain-allowlist': graph?.allowedDomains ?? [],
      'hosted-flow-subdomains': [],
      'hosted-flow-redirect-uri-schemes': [
        ...new Set((graph?.redirectUris ?? []).map((uri) => uri.replace(/:.*$/s, ''))),
      ],
      'field-schemas': Object.entries(graph?.fields ?? {}).map(([key, field]) => ({
        type: field.type === 'multi_choices' ? 'multi-choices' : field.type,
        key,
        label: null,
        config: {
          required: false,
          'archived-at': null,
          'deactivated-at': null,
          ...(field.choices && {options: field.choices}),
        },
      })),
    },
    relationships: {
      'latest-published-version': {
        data:
          row.published_version_id === null ? null : {type: 'inquiry-template-version', id: row.published_version_id},
      },
    },
  };
}

/** A version as the API shows it; `template` is the one it belongs to. */
export function presentTemplateVersion(
  row: Row<'inquiry_template_version'>,
  template: Pick<Row<'inquiry_template'>, 'name' | 'published_version_id'>,
): InquiryTemplateVersionResource {
  return {
    type: 'inquiry-template-version',
    id: row.id,
    attributes: {
      'name-display': template.name,
      description: null,
      status: row.status,
      live: template.published_version_id === row.id,
      'last-updater': null,
      'enabled-locales': [...languages],
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at ?? row.published_at ?? row.created_at),
      'published-at': isoTime(row.published_at),
      theme: {},
    },
    relationships: {'inquiry-template': {data: {type: 'inquiry-template', id: row.template_id}}},
  };
}
