/** What every resource of the public API is made of: JSON:API-like objects with kebab-case keys (native version 2025-12-08). */
import * as z from 'zod';

/** UTC with milliseconds, as JavaScript writes it. */
export const timestamp = z.iso.datetime().meta({examples: ['2026-03-29T19:06:45.000Z']});

export const identifier = z.string().max(100);

/** A to-one relationship; `data` is null when there is none. */
export const toOne = <T extends string>(type: T) =>
  z.strictObject({data: z.strictObject({type: z.literal(type), id: identifier}).nullable()});

export const toMany = <T extends string>(...types: readonly [T, ...T[]]) =>
  z.strictObject({data: z.array(z.strictObject({type: z.enum(types), id: identifier}))});

/** `{key: {type, value}}`: how typed fields are read. They are written as plain `{key: value}`. */
export const fieldValuesSchema = z.record(z.string(), z.strictObject({type: z.string(), value: z.unknown()})).meta({
  examples: [{'name-first': {type: 'string', value: 'Anna Maria'}, birthdate: {type: 'date', value: '1974-08-12'}}],
});

/** A file behind a signed, expiring URL. */
export const fileSchema = z
  .strictObject({filename: z.string(), url: z.string(), 'byte-size': z.int().min(0)})
  .nullable()
  .meta({
    description:
      'A file; `url` carries its own access token and stops working when that expires or the file is redacted.',
  });

/** Any resource, where only its place matters. */
export interface Resource {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships?: Record<string, unknown>;
}
