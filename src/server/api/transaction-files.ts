/** Files among the fields of a transaction: sealed before the commit, their places in the fields taken by what names them. */
import {sealGivenFiles} from '../../commands/given-file.ts';
import type {SealedFile} from '../../commands/given-file.ts';
import {givenFileSchema} from '../../protocol/given-file.ts';
import type {KeptFile} from '../../protocol/transaction.ts';
import type {TransactionTypeDefinition} from '../../protocol/transaction-type.ts';
import {escapePointer} from './body.ts';
import type {Call} from './operation.ts';

/** A value that is no file stays, for the rules of fields to refuse. */
export async function sealFieldFiles(
  {ctx, scope}: Pick<Call<unknown, unknown>, 'ctx' | 'scope'>,
  transactionId: string,
  {fields: schemas}: TransactionTypeDefinition,
  fields: Record<string, unknown>,
): Promise<{fields: Record<string, unknown>; files: readonly SealedFile[]}> {
  const given = Object.entries(fields).flatMap(([key, value]) => {
    if (schemas[key]?.type !== 'file' || value === null) return [];
    const file = givenFileSchema.safeParse(value);
    if (!file.success) return [];
    const {data, filename} = file.data;
    const pointer = `/data/attributes/fields/${escapePointer(key)}`;
    return [{key, filename, pointer, bytes: Buffer.from(data, 'base64')}];
  });
  const files = await sealGivenFiles(ctx, scope, transactionId, given);
  const kept = files.map(({key, fileId, filename, bytes}): [string, KeptFile] => [
    key,
    {fileId, filename, 'byte-size': bytes.byteLength},
  ]);
  return {fields: {...withoutFakes(fields, schemas), ...Object.fromEntries(kept)}, files};
}

/** Nobody names a file of ours by its id: only what came with this request is one. */
function withoutFakes(
  fields: Record<string, unknown>,
  schemas: TransactionTypeDefinition['fields'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      schemas[key]?.type === 'file' && value !== null ? [key, 'no file'] : [key, value],
    ),
  );
}

/** Keys of types are written `name_first`; older versions of the API turn them into `name-first` on their way in. */
export function fieldKeys(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.replaceAll('-', '_'), value]));
}
