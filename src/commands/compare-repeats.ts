/**
 * Looks up whether a document came before, by keyed hashes, and remembers it. Nothing is kept that could be read or tried out
 * without the master key; the environment stands in every hash, so hashes of two environments never meet.
 */
import type {GovernmentIdResult, ReadField} from '../protocol/government-id.ts';
import {insertDocumentNumber, listDocumentNumbers} from '../storage/document-number.ts';
import type {Keyring} from '../storage/keyring.ts';
import type {Row} from '../storage/schema.ts';
import {isCertain, withRepeats} from '../verification/document/checks/repeats.ts';
import {toMrzName} from '../verification/document/mrz/transliterate.ts';
import type {Write} from './write.ts';

/** The result with the two checks of repeats judged; as it is where no number was read with certainty. */
export async function compareRepeats(
  w: Write,
  inquiry: Pick<Row<'inquiry'>, 'id' | 'account_id'>,
  result: GovernmentIdResult,
): Promise<GovernmentIdResult> {
  const hashes = documentHashes(w.ctx.keyring, w.envId, result);
  if (!hashes) return result;
  const earlier = await listDocumentNumbers(w.tx, {
    envId: w.envId,
    numberHash: hashes.number,
    exceptInquiryId: inquiry.id,
  });
  await insertDocumentNumber(w.tx, {
    env_id: w.envId,
    inquiry_id: inquiry.id,
    number_hash: hashes.number,
    account_id: inquiry.account_id,
    birthdate_hash: hashes.birthdate,
    surname_hash: hashes.surname,
    created_at: w.now,
  });
  const others = earlier.flatMap(({account_id}) => account_id ?? []).filter((id) => id !== inquiry.account_id);
  const comparisons = earlier.map((row) => sameHolder(row, hashes)).filter((same) => same !== undefined);
  return {
    ...result,
    checks: withRepeats(result.checks, {
      account: inquiry.account_id !== null,
      otherAccounts: new Set(others).size,
      compared: comparisons.length,
      otherHolders: comparisons.filter((same) => !same).length,
    }),
  };
}

export interface DocumentHashes {
  number: Buffer;
  birthdate: Buffer | null;
  surname: Buffer | null;
}

/** Issuer, type and number together name a document; the holder's values are mixed with the number, so equal ones do not show. */
export function documentHashes(
  keyring: Pick<Keyring, 'mac'>,
  envId: string,
  {fields, countryCode, subdivisionCode, documentType}: Omit<GovernmentIdResult, 'checks' | 'displayImages' | 'cpuMs'>,
): DocumentHashes | undefined {
  const number = certain(fields['document-number'])
    ?.toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (!number) return undefined;
  const document = JSON.stringify([envId, countryCode, subdivisionCode, documentType, number]);
  const birthdate = certain(fields.birthdate);
  const surname = certain(fields['name-last']);
  return {
    number: keyring.mac('document-number', document),
    birthdate: birthdate === undefined ? null : keyring.mac('document-birthdate', `${document} ${birthdate}`),
    surname: surname === undefined ? null : keyring.mac('document-surname', `${document} ${toMrzName(surname)}`),
  };
}

function certain(field: ReadField | undefined): string | undefined {
  return isCertain(field) ? field?.value : undefined;
}

/** Undefined where the two readings have nothing in common. */
function sameHolder(row: Row<'document_number'>, hashes: DocumentHashes): boolean | undefined {
  const pairs = [
    [row.birthdate_hash, hashes.birthdate],
    [row.surname_hash, hashes.surname],
  ] as const;
  const compared = pairs.flatMap(([then, now]) => (then && now ? [then.equals(now)] : []));
  return compared.length === 0 ? undefined : compared.every(Boolean);
}
