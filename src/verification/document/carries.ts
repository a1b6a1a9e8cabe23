/** Which documents carry what a machine can read, so that its absence means something. */
import type {DocumentType} from '../../protocol/government-id.ts';
import {isMachineRead, type Classification} from './reading.ts';

export type Expectation = 'expected' | 'not_on_this_document' | 'unknown';

/** Issuers whose licences and cards follow the AAMVA standard. */
const aamvaCountries: ReadonlySet<string> = new Set(['US', 'CA']);

interface Kind {
  type?: DocumentType;
  country?: string;
}

/** What machines read decides; before that, what the person said it is; and then what is printed on it. */
export function kindOf(classification: Classification, chosen: Kind): Kind {
  if (isMachineRead(classification)) return classification;
  return {...classification, ...chosen};
}

/** Passports and visas always do, residence cards and identity cards mostly, licences never (ICAO 9303 parts 4 to 7). */
export function expectMrz(classification: Classification, chosen: Kind): Expectation {
  if (classification.layout !== undefined) return 'expected';
  if (classification.source === 'barcode') return 'not_on_this_document';
  const {type, country} = kindOf(classification, chosen);
  if (type === 'pp' || type === 'visa' || type === 'pr') return 'expected';
  if (type === 'dl') return 'not_on_this_document';
  if (type === 'id') return country !== undefined && aamvaCountries.has(country) ? 'not_on_this_document' : 'expected';
  return 'unknown';
}

/** PDF417 by the AAMVA standard: licences and identity cards of the United States and Canada. */
export function expectBarcode(classification: Classification, chosen: Kind): Expectation {
  if (classification.source === 'barcode') return 'expected';
  if (classification.layout !== undefined) return 'not_on_this_document';
  const {type, country} = kindOf(classification, chosen);
  if (type === undefined) return 'unknown';
  if (type !== 'dl' && type !== 'id') return 'not_on_this_document';
  if (country === undefined) return type === 'dl' ? 'expected' : 'unknown';
  return aamvaCountries.has(country) ? 'expected' : 'not_on_this_document';
}
