/** What an inquiry is run from, as the API shows it. The graph itself is `template.ts`. */
import * as z from 'zod';
import {identifier, timestamp, toOne} from './resource.ts';

const fieldConfig = z.strictObject({
  required: z.boolean(),
  'archived-at': timestamp.nullable(),
  'deactivated-at': timestamp.nullable(),
  options: z.array(z.string()).optional(),
});

export const fieldSchemaKinds = [
  'array',
  'boolean',
  'choices',
  'date',
  'datetime',
  'file',
  'integer',
  'json',
  'multi-choices',
  'number',
  'string',
] as const;

export const fieldSchemaSchema = z
  .strictObject({
    type: z.enum(fieldSchemaKinds),
    key: z.string(),
    label: z.string().nullable(),
    config: fieldConfig,
  })
  .meta({id: 'field-schema', description: 'One field of a template and the kind of value it takes.'});

export const inquiryTemplateSchema = z
  .strictObject({
    type: z.literal('inquiry-template'),
    id: identifier.meta({examples: ['itmpl_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      status: z.enum(['active', 'inactive']),
      'embedded-flow-domain-allowlist': z.array(z.string()),
      'hosted-flow-subdomains': z.array(z.string()),
      'hosted-flow-redirect-uri-schemes': z.array(z.string()),
      'field-schemas': z.array(fieldSchemaSchema),
    }),
    relationships: z.strictObject({'latest-published-version': toOne('inquiry-template-version')}),
  })
  .meta({id: 'inquiry-template', description: 'What inquiries are run from; it points to its published version.'});
export type InquiryTemplateResource = z.infer<typeof inquiryTemplateSchema>;

const graph = z.record(z.string(), z.unknown()).meta({
  description:
    'Steps, fields and settings as `countersign templates pull` writes them. JSON Schema: `/api/v1/schemas/inquiry-template.json`.',
});

export const templateGraphResourceSchema = z
  .strictObject({
    type: z.literal('inquiry-template-graph'),
    id: identifier.meta({examples: ['itmplv_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({graph}),
  })
  .meta({id: 'inquiry-template-graph', description: 'What a version asks, to be kept, edited and brought back.'});

export const createTemplateSchema = z.strictObject({
  data: z.strictObject({attributes: z.strictObject({name: z.string().min(1).max(200), graph})}),
});
export const createTemplateVersionSchema = z.strictObject({
  data: z.strictObject({attributes: z.strictObject({'inquiry-template-id': z.string().max(100), graph})}),
});
export const updateTemplateVersionSchema = z.strictObject({
  data: z.strictObject({attributes: z.strictObject({graph: graph.optional()})}),
});

export const inquiryTemplateVersionSchema = z
  .strictObject({
    type: z.literal('inquiry-template-version'),
    id: identifier.meta({examples: ['itmplv_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      'name-display': z.string().nullable(),
      description: z.string().nullable(),
      status: z.enum(['draft', 'published', 'archived']),
      live: z.boolean(),
      'last-updater': z.string().nullable(),
      'enabled-locales': z.array(z.string()),
      'created-at': timestamp,
      'updated-at': timestamp.nullable(),
      'published-at': timestamp.nullable(),
      theme: z.strictObject({}),
    }),
    relationships: z.strictObject({
      'inquiry-template': z.strictObject({data: z.strictObject({type: z.literal('inquiry-template'), id: identifier})}),
    }),
  })
  .meta({id: 'inquiry-template-version', description: 'One frozen state of a template.'});
export type InquiryTemplateVersionResource = z.infer<typeof inquiryTemplateVersionSchema>;
