/**
 * Reads the text of a North American driver licence or ID card (PDF417, AAMVA versions 1 to 10).
 * Never throws: what cannot be read comes back as a field with `valid: false` and a reason.
 */
import {dateOrder, parseAamvaDate} from './aamva-date.ts';
import type {AamvaElement, AamvaFieldName} from './aamva-elements.ts';
import {aamvaElements, emptyValues} from './aamva-elements.ts';
import type {AamvaSubfile} from './aamva-header.ts';
import {readAamvaFrame} from './aamva-header.ts';
import type {AamvaIssuer} from './aamva-issuers.ts';
import {currentJurisdiction, findAamvaIssuer} from './aamva-issuers.ts';
import type {NamePart, Truncation} from './aamva-name.ts';
import {readName, readTruncation} from './aamva-name.ts';

export type AamvaFieldReason = 'not_a_date' | 'unexpected_date_order' | 'unknown_code' | 'invalid_characters';

export interface AamvaField {
  /** The normalised value: dates ISO 8601, sex M, F or X, country alpha-2, flags `true` or `false`. */
  value: string;
  valid: boolean;
  /** Always present when not valid; `unexpected_date_order` also on a valid date. */
  reason?: AamvaFieldReason;
  element: string;
}

/** Statements of one bar code that cannot be true together. */
export type AamvaContradiction =
  | 'unknown_issuer'
  | 'issuer_jurisdiction_mismatch'
  | 'issuer_country_mismatch'
  | 'birth_after_issue'
  | 'expiry_before_issue'
  | 'under_21_date_mismatch';

export interface AamvaDocument {
  iin: string;
  issuer?: AamvaIssuer;
  version: number;
  jurisdictionVersion?: number;
  /** `dl` for DL and EN subfiles, `id` for an ID card. */
  kind: 'dl' | 'id';
  fields: Partial<Record<AamvaFieldName, AamvaField>>;
  truncation: {last: Truncation; first: Truncation; middle: Truncation};
  /** True where the card says that it never expires. */
  neverExpires: boolean;
  contradictions: AamvaContradiction[];
  subfiles: AamvaSubfile[];
  directoryExact: boolean;
}

export type AamvaResult = {ok: true; document: AamvaDocument} | {ok: false; reason: 'not_aamva' | 'no_elements'};

/** `text` is the bytes of the bar code as latin1, so that control characters are still themselves. */
export function parseAamva(text: string): AamvaResult {
  const frame = readAamvaFrame(text);
  if (!frame) return {ok: false, reason: 'not_aamva'};
  const subfile = frame.subfiles.find((one) => /^(DL|ID|EN)$/.test(one.type));
  if (!subfile) return {ok: false, reason: 'no_elements'};

  const issuer = findAamvaIssuer(frame.iin);
  const {elements} = subfile;
  const country = countryOf(elements.get('DCG')) ?? issuer?.country ?? 'US';
  const fields = readFields(elements, {country, version: frame.version});
  if (issuer) {
    fields['issuing-country'] ??= {value: issuer.country, valid: true, element: 'IIN'};
    fields['issuing-subdivision'] = {value: issuer.jurisdiction, valid: true, element: 'IIN'};
  }

  const {subfiles, ...head} = frame;
  return {
    ok: true,
    document: {
      ...head,
      ...(issuer && {issuer}),
      kind: subfile.type === 'ID' ? 'id' : 'dl',
      fields,
      truncation: readTruncation(elements),
      neverExpires: neverExpires(elements.get('DBA')),
      contradictions: findContradictions(fields, issuer),
      subfiles,
    },
  };
}

function readFields(
  elements: ReadonlyMap<string, string>,
  issuer: {country: string; version: number},
): AamvaDocument['fields'] {
  const fields: AamvaDocument['fields'] = {};
  const name = readName(elements);
  const put = (field: AamvaFieldName, part: NamePart | undefined) => {
    if (part) fields[field] = {...checkedName(part.value), element: part.element};
  };
  put('name-first', name.first);
  put('name-middle', name.middle);
  put('name-last', name.last);
  put('name-suffix', name.suffix);

  for (const element of aamvaElements) {
    const text = elements.get(element.id);
    if (text === undefined || emptyValues.has(text.toUpperCase()) || fields[element.field]?.valid) continue;
    if (element.id === 'DBA' && neverExpires(text)) continue;
    fields[element.field] = {...readValue(element, text, issuer), element: element.id};
  }
  return fields;
}

function readValue(
  {form, id}: AamvaElement,
  text: string,
  issuer: {country: string; version: number},
): Omit<AamvaField, 'element'> {
  switch (form) {
    case 'text':
      return {value: text.replace(/\s+/g, ' '), valid: true};
    case 'number':
      return checked(text.replace(/\s+/g, ' '), /^[\x20-\x7e]+$/.test(text), 'invalid_characters');
    case 'date':
      return readDate(text, issuer);
    case 'sex':
      return coded(text, {1: 'M', 2: 'F', 9: 'X', 0: 'X', 3: 'X', M: 'M', F: 'F', X: 'X'});
    case 'country': {
      const country = countryOf(text);
      return country ? {value: country, valid: true} : {value: text, valid: false, reason: 'unknown_code'};
    }
    case 'postal-code':
      return readPostalCode(text, issuer.country);
    case 'height':
      return readHeight(text, id);
    case 'weight-lb':
    case 'weight-kg':
      return checked(`${text.replace(/\D/g, '')} ${form.slice(-2)}`, /\d/.test(text), 'invalid_characters');
    case 'flag':
      return coded(text, {1: 'true', Y: 'true', 0: 'false', N: 'false'});
    case 'compliance':
      return coded(text, {F: 'true', N: 'false', M: 'false'});
  }
}

function readDate(text: string, issuer: {country: string; version: number}): Omit<AamvaField, 'element'> {
  const date = parseAamvaDate(text, dateOrder(issuer.country, issuer.version));
  if (date.value === undefined) return {value: text, valid: false, reason: 'not_a_date'};
  return {value: date.value, valid: true, ...(date.unexpectedOrder && {reason: 'unexpected_date_order'})};
}

/** Eleven places: a ZIP code with or without its four more digits, zeros or blanks behind; or a Canadian code. */
function readPostalCode(text: string, country: string): Omit<AamvaField, 'element'> {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  if (country === 'CA') {
    const valid = /^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(compact);
    return checked(valid ? `${compact.slice(0, 3)} ${compact.slice(3)}` : text, valid, 'invalid_characters');
  }
  const zip = /^(\d{5})(\d{4})?/.exec(compact);
  if (!zip) return {value: text, valid: false, reason: 'invalid_characters'};
  const more = zip[2] === undefined || zip[2] === '0000' ? '' : `-${zip[2]}`;
  return {value: `${zip[1] ?? ''}${more}`, valid: true};
}

/** `069 IN`, `69 in`, `175 CM`, and version 1's feet and inches (`509`, `5-09`, `5'09"`). The value is `175 cm`. */
function readHeight(text: string, element: string): Omit<AamvaField, 'element'> {
  const invalid = {value: text, valid: false, reason: 'invalid_characters'} as const;
  const measure = /^(\d{2,3}) *(IN|CM)?$/i.exec(text);
  const unit = measure?.[2]?.toUpperCase() ?? (element === 'DAV' ? 'CM' : undefined);
  const number = Number(measure?.[1]);
  if (measure && unit === 'CM') return {value: `${number} cm`, valid: true};
  if (measure && unit === 'IN') return {value: `${Math.round(number * 2.54)} cm`, valid: true};
  const feet = /^(\d)['\s-]*(\d{1,2})"?$/.exec(text);
  if (!feet || Number(feet[2]) > 11) return invalid;
  return {value: `${Math.round((Number(feet[1]) * 12 + Number(feet[2])) * 2.54)} cm`, valid: true};
}

function coded(text: string, codes: Readonly<Record<string, string>>): Omit<AamvaField, 'element'> {
  const key = text.trim().toUpperCase();
  const value = Object.hasOwn(codes, key) ? codes[key] : undefined;
  return value === undefined ? {value: text, valid: false, reason: 'unknown_code'} : {value, valid: true};
}

function checked(value: string, valid: boolean, reason: AamvaFieldReason): Omit<AamvaField, 'element'> {
  return valid ? {value, valid} : {value, valid, reason};
}

function checkedName(value: string): Omit<AamvaField, 'element'> {
  return checked(value, /^[\p{L}\p{M}' .,/-]+$/u.test(value), 'invalid_characters');
}

function countryOf(code: string | undefined): 'US' | 'CA' | 'MX' | undefined {
  const key = code?.trim().toUpperCase();
  return key === 'USA' || key === 'US' ? 'US' : key === 'CAN' || key === 'CA' ? 'CA' : key === 'MEX' ? 'MX' : undefined;
}

function neverExpires(text: string | undefined): boolean {
  return text !== undefined && /^(NON ?-?EXP.*|NOEXP.*|9{8}|0{8})$/i.test(text.trim());
}

function findContradictions(fields: AamvaDocument['fields'], issuer: AamvaIssuer | undefined): AamvaContradiction[] {
  const found: AamvaContradiction[] = [];
  const valid = (field: AamvaFieldName) => (fields[field]?.valid ? fields[field].value : undefined);
  const birth = valid('birthdate');
  const issued = valid('issue-date');
  const expiry = valid('expiration-date');
  const state = valid('address-subdivision');
  const adult = valid('under-21-until');

  if (!issuer) found.push('unknown_issuer');
  // The Department of State issues to diplomats who live in every state.
  if (issuer && state && issuer.jurisdiction !== 'DOS' && currentJurisdiction(state) !== issuer.jurisdiction) {
    found.push('issuer_jurisdiction_mismatch');
  }
  if (issuer && valid('issuing-country') !== issuer.country) found.push('issuer_country_mismatch');
  if (birth && issued && birth >= issued) found.push('birth_after_issue');
  if (issued && expiry && expiry <= issued) found.push('expiry_before_issue');
  if (birth && adult && Math.abs(Number(adult.slice(0, 4)) - Number(birth.slice(0, 4)) - 21) > 1) {
    found.push('under_21_date_mismatch');
  }
  return found;
}
