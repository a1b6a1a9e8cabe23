/**
 * Under which keys a record is found: two records that may be of one person share at least one. Only keyed hashes of them are stored.
 * A person whose name and number and date of birth are all written otherwise is not found; that is told as no record.
 */
import type {PersonRecord} from '../../protocol/database.ts';
import {fold} from './compare-record.ts';

export function recordKeys(record: PersonRecord): string[] {
  const {birthdate = ''} = record;
  const first = fold(record['name-first'] ?? '').split(' ')[0] ?? '';
  const last = fold(record['name-last'] ?? '').replaceAll(' ', '');
  const postal = bare(record['address-postal-code']);
  return [
    key('identification', bare(record['identification-number'])),
    key('document', bare(record['document-number'])),
    key('phone', (record['phone-number'] ?? '').replace(/\D/g, '').replace(/^00/, '')),
    key('email', (record['email-address'] ?? '').normalize('NFKC').trim().toLowerCase()),
    key('last', last, birthdate),
    key('last', last, swapped(birthdate)),
    // a surname that changed or was misspelt, a given name that was
    key('first', first, birthdate),
    key('consonants', consonants(last), birthdate.slice(0, 4), first.slice(0, 1)),
    key('postal', last, postal),
  ].flat();
}

function key(kind: string, ...parts: string[]): string[] {
  return parts.includes('') ? [] : [JSON.stringify([kind, ...parts])];
}

/** The first letter and the consonants after it, each once in a row: most slips of the pen leave it as it is. */
function consonants(word: string): string {
  const rest = word.slice(1).replace(/[aeiouyhw]/g, '');
  return (word.slice(0, 1) + rest).replace(/(.)\1+/g, '$1');
}

function swapped(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? '' : `${year}-${day}-${month}`;
}

function bare(text: string | undefined): string {
  return (text ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
