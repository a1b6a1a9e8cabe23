/** Imports: a table of accounts or list items, taken whole or not at all. */
import * as z from 'zod';
import type {ListKind} from './list.ts';
import {identifier, timestamp} from './resource.ts';

/** Kinds of lists whose items can be imported. */
export const importedListKinds = [
  'email-address',
  'geolocation',
  'government-id-number',
  'ip-address',
  'name',
  'phone-number',
] as const satisfies readonly ListKind[];

export type ImporterKind = 'account' | 'data-set' | `list-item/${(typeof importedListKinds)[number]}`;

/** A row that was refused; the value that was is not repeated. */
export interface ImportError {
  /** From 1; the header is row 1. */
  row: number;
  column: string | null;
  /** A short code, or what was expected. */
  reason: string;
}

export const importerSchema = z
  .strictObject({
    type: z.string().regex(/^importer\//),
    id: identifier.meta({examples: ['mprt_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(['pending', 'ready', 'errored']),
      'created-at': timestamp,
      'completed-at': timestamp.nullable(),
      'successful-count': z.int(),
      'duplicate-count': z.int().meta({description: 'Rows of what was there already.'}),
      'error-count': z.int().meta({description: 'Rows that do not fit; with one of them nothing is imported.'}),
    }),
  })
  .meta({id: 'importer', description: 'One import of a CSV file.'});
export type ImporterResource = z.infer<typeof importerSchema>;

export const importerErrorSchema = z
  .strictObject({
    type: z.literal('importer-error'),
    id: z.string(),
    attributes: z.strictObject({row: z.int(), column: z.string().nullable(), reason: z.string()}),
  })
  .meta({id: 'importer-error', description: 'A row that does not fit, without its values.'});

const file = z.strictObject({
  data: z.base64().meta({description: 'The CSV file, in base64.'}),
  filename: z.string().min(1).max(255),
});

/** Name of a data set: what a `source` says. */
export const dataSetNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'expected small letters, digits and hyphens, beginning with a letter')
  .meta({description: 'Name of the data set, as database verifications call it.', examples: ['residents']});

export const importDataSetSchema = z.strictObject({
  data: z.strictObject({
    type: z.string().max(100).optional(),
    attributes: z.strictObject({file, name: dataSetNameSchema}),
  }),
});

export const dataSetSchema = z
  .strictObject({
    type: z.literal('data-set'),
    id: identifier.meta({examples: ['dset_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      version: z.int().meta({description: 'The one that answers; the next import makes the next one.'}),
      'record-count': z.int(),
      'updated-at': timestamp,
    }),
  })
  .meta({id: 'data-set', description: 'Records that database verifications look somebody up in.'});

export const importAccountsSchema = z.strictObject({
  data: z.strictObject({type: z.string().max(100).optional(), attributes: z.strictObject({file})}),
});
export const importListItemsSchema = z.strictObject({
  data: z.strictObject({
    type: z.string().max(100).optional(),
    attributes: z.strictObject({file, 'list-id': identifier}),
  }),
});
