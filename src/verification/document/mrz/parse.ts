/**
 * Reads the lines of a machine-readable zone into fields, each with its value, whether it is valid, and why not.
 * Nothing is corrected here (that is `repair.ts`), and nothing thrown: any input gives an answer.
 */
import type {DocumentType, MrzLayout} from '../../../protocol/government-id.ts';
import {checkDigitsOf, longNumberOf, type MrzCheckDigit} from './check-digits.ts';
import {readMrzDate, type MrzDate} from './dates.ts';
import {mrzIssuer} from './issuers.ts';
import {layoutOf, textAt, type MrzFieldName, type MrzLayoutTable, type MrzRange} from './layouts.ts';

export type {MrzFieldName, MrzRange} from './layouts.ts';
export type {MrzCheckDigit} from './check-digits.ts';

export type MrzReason =
  NonNullable<MrzDate['reason']> | 'check_digit_wrong' | 'unknown_code' | 'malformed' | 'empty' | 'truncated';

export interface MrzField {
  /**
   * For people and programs: dates ISO 8601 (partial where the document is), countries ISO alpha-2 (null where the issuer has none),
   * sex M, F or X, names with single spaces; null when there is none or it cannot be read.
   */
  value: string | null;
  /** Well-formed, and its check digit, where it has one, agrees. */
  valid: boolean;
  /** The characters as they stand, fillers included. */
  raw: string;
  range: MrzRange;
  /** Why it is invalid, or what to know of a valid one (`date_partial`, `truncated`, `empty`). */
  reason?: MrzReason;
}

export type MrzFields = Partial<Record<MrzFieldName, MrzField>>;

export interface MrzParse {
  /** Null when number and length of the lines fit no layout; then there are no fields. */
  layout: MrzLayout | null;
  /** What was given, and the same in upper case without blanks. */
  raw: string[];
  lines: string[];
  fields: MrzFields;
  checks: MrzCheckDigit[];
  documentType?: DocumentType;
  /** Every field and every check digit is valid. */
  valid: boolean;
}

export interface MrzParseOptions {
  /** The day it is read on, ISO 8601, which settles the centuries; the machine's date by default. */
  today?: string;
}

export function parseMrz(lines: readonly string[], options: MrzParseOptions = {}): MrzParse {
  const raw = lines.map(String);
  const clean = raw.map((line) => line.toUpperCase().replace(/\s+/g, '')).filter((line) => line !== '');
  const table = layoutOf(clean);
  if (!table) return {layout: null, raw, lines: clean, fields: {}, checks: [], valid: false};
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const checks = checkDigitsOf(clean, table);
  const fields = readFields(clean, table, checks, today);
  const documentType = typeOf(table.layout, fields);
  const valid = checks.every((check) => check.valid) && Object.values(fields).every((field) => field.valid);
  return {layout: table.layout, raw, lines: clean, fields, checks, valid, documentType};
}

interface Reading {
  lines: readonly string[];
  table: MrzLayoutTable;
  checks: readonly MrzCheckDigit[];
  today: string;
}

function readFields(
  lines: readonly string[],
  table: MrzLayoutTable,
  checks: MrzCheckDigit[],
  today: string,
): MrzFields {
  const reading: Reading = {lines, table, checks, today};
  const {slots} = table;
  const fields: MrzFields = {...nameFields(reading), documentNumber: numberField(reading)};
  const add = (
    name: MrzFieldName,
    range: MrzRange | undefined,
    read: (raw: string) => Omit<MrzField, 'raw' | 'range'>,
  ) => {
    if (!range) return;
    const text = textAt(lines, range);
    fields[name] = {...read(text), raw: text, range};
  };
  add('documentCode', slots.documentCode, readCode);
  add('issuer', slots.issuer, readCountry);
  add('nationality', slots.nationality, readCountry);
  add('sex', slots.sex, readSex);
  add('birthDate', slots.birthDate, (text) => withCheck(readMrzDate(text, 'birth', today), 'birthDate', checks));
  add('expiryDate', slots.expiryDate, (text) => withCheck(readMrzDate(text, 'expiry', today), 'expiryDate', checks));
  add('issueDate', slots.issueDate, (text) => readMrzDate(text, 'issue', today));
  add('issuingOffice', slots.issuingOffice, readOptional);
  add('optional1', slots.optional1, (text) => {
    const rest = longNumberOf(lines, table)?.rest;
    return withCheck(readOptional(rest ?? text), 'optional1', checks);
  });
  add('optional2', slots.optional2, readOptional);
  return fields;
}

function withCheck<F extends Omit<MrzField, 'raw' | 'range'>>(
  field: F,
  name: MrzCheckDigit['name'],
  checks: readonly MrzCheckDigit[],
): F | (F & {valid: false; reason: 'check_digit_wrong'}) {
  const check = checks.find((each) => each.name === name);
  return !field.valid || !check || check.valid ? field : {...field, valid: false, reason: 'check_digit_wrong'};
}

function readCode(raw: string): Omit<MrzField, 'raw' | 'range'> {
  const value = raw.replace(/<+$/, '');
  return /^[A-Z][A-Z0-9]?$/.test(value) ? {value, valid: true} : {value: null, valid: false, reason: 'malformed'};
}

function readCountry(raw: string): Omit<MrzField, 'raw' | 'range'> {
  const issuer = mrzIssuer(raw);
  if (!issuer) return {value: null, valid: false, reason: 'unknown_code'};
  return {value: issuer.alpha2 ?? null, valid: true};
}

/** ICAO writes a filler for "unspecified"; some issuers print X. */
function readSex(raw: string): Omit<MrzField, 'raw' | 'range'> {
  if (raw === 'M' || raw === 'F') return {value: raw, valid: true};
  if (raw === '<' || raw === 'X') return {value: 'X', valid: true};
  return {value: null, valid: false, reason: 'malformed'};
}

function readOptional(raw: string): Omit<MrzField, 'raw' | 'range'> {
  const value = raw.replace(/<+$/, '').replace(/</g, ' ').trim();
  return value ? {value, valid: true} : {value: null, valid: true, reason: 'empty'};
}

function numberField({lines, table, checks}: Reading): MrzField {
  const range = table.slots.documentNumber ?? {line: 0, start: 0, end: 0};
  const raw = textAt(lines, range);
  const long = longNumberOf(lines, table);
  const value = (long?.number ?? raw).replace(/<+$/, '').replace(/</g, '');
  if (!value) return {value: null, valid: false, reason: 'empty', raw, range};
  return withCheck({value, valid: true, raw, range}, 'documentNumber', checks);
}

/** `SURNAME<<GIVEN<NAMES`; on the French card the given names stand alone on the second line. */
function nameFields({lines, table}: Reading): MrzFields {
  const range = table.slots.names;
  if (!range) return {};
  const raw = textAt(lines, range);
  if (table.slots.given) {
    return {surname: nameField(raw, range), givenNames: nameField(textAt(lines, table.slots.given), table.slots.given)};
  }
  const split = raw.search(/<<(?=[^<])/);
  const surnameEnd = split < 0 ? raw.length : split;
  const fields: MrzFields = {
    surname: nameField(raw.slice(0, surnameEnd), {...range, end: range.start + surnameEnd}),
  };
  if (split >= 0) {
    fields.givenNames = nameField(raw.slice(split + 2), {...range, start: range.start + split + 2});
    // A name that reaches the last position was probably cut (ICAO 9303-3, 4.6).
    if (!raw.endsWith('<') && fields.givenNames.valid) fields.givenNames.reason = 'truncated';
  }
  return fields;
}

function nameField(raw: string, range: MrzRange): MrzField {
  const value = raw.replace(/<+/g, ' ').trim();
  if (!value) return {value: null, valid: false, reason: 'empty', raw, range};
  if (!/^[A-Z ]+$/.test(value)) return {value, valid: false, reason: 'malformed', raw, range};
  return {value, valid: true, raw, range};
}

/** Second letters of document codes that residence permits carry (regulation EC 1030/2002 uses AR and IR; the US green card C1, C2). */
const residenceCode = /^(AR|IR|RP|C[0-9A-Z]?)$/;

function typeOf(layout: MrzLayout, fields: MrzFields): DocumentType {
  const code = fields.documentCode?.raw.replace(/<+$/, '') ?? '';
  if (code.startsWith('V')) return 'visa';
  if (layout === 'TD3' || code.startsWith('P')) return 'pp';
  if (residenceCode.test(code)) return 'pr';
  return /^[IAC]/.test(code) ? 'id' : 'other';
}
