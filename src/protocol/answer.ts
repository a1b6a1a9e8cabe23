/**
 * What counts as an answer to an input of a screen. One definition, pure, run by the frame before it sends and by the server on what
 * comes. What the frame cannot know (whether a phone number exists, whether a file has arrived) the server adds.
 */
import {isCountry} from './countries.ts';
import type {AddressFormat} from './address-format.ts';
import type {InputComponent} from './component.ts';
import {addressParts} from './input.ts';

export const answerCodes = [
  'required',
  'must_agree',
  'invalid',
  'too_short',
  'too_long',
  'email',
  'pattern',
  'mask',
  'not_whole',
  'too_precise',
  'too_small',
  'too_large',
  'no_such_date',
  'too_early',
  'too_late',
  'too_young',
  'too_old',
  'not_offered',
  'too_few',
  'too_many',
  'phone',
  'country',
  'postal_code',
  'url',
  'file',
  'locked',
] as const;
export type AnswerCode = (typeof answerCodes)[number];

export interface AnswerProblem {
  /** Key of the inquiry's field; of an address, the part. */
  field: string;
  code: AnswerCode;
  /** What was allowed: a number, or a date as YYYY-MM-DD. */
  limit?: number | string;
}

type Finding = Omit<AnswerProblem, 'field'>;

/** An input's rules, whether its words are in one language or in all. */
export type AnswerRule = InputComponent extends infer C
  ? C extends {options: unknown}
    ? Omit<C, WordKey | 'options'> & {options: readonly {value: string}[]}
    : C extends unknown
      ? Omit<C, WordKey>
      : never
  : never;
type WordKey = 'label' | 'help' | 'placeholder' | 'patternMessage' | 'showIf';

/** What an answer is measured by besides its own rules. */
export interface AnswerGround {
  now: Date;
  addressFormat: (country: string) => AddressFormat | undefined;
  /** As `pattern.ts` does; the frame fetches it for screens that have a pattern. */
  matchesPattern: (pattern: string, text: string) => boolean;
}

/** The answer as it is kept: texts trimmed and composed (NFC), what is empty is `null`. */
export function cleanAnswer(rule: AnswerRule, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(rule, value) || null;
  if (Array.isArray(value)) return value.length > 0 ? [...new Set(value as unknown[])] : null;
  return value ?? null;
}

function cleanText(rule: AnswerRule, text: string): string {
  const clean = text.normalize('NFC').trim();
  if (rule.kind === 'masked-text') return bareText(rule.mask, clean) ?? clean;
  if (rule.kind === 'url' && clean && !/^[a-z][a-z0-9+.-]*:/i.test(clean)) return `https://${clean}`;
  return rule.kind === 'text-area' ? clean.replaceAll('\r\n', '\n') : clean.replaceAll(/\s+/g, ' ');
}

/** Everything wrong with a clean answer; `read` gives it by the field's key. */
export function problemsWith(
  rule: AnswerRule,
  read: (field: string) => unknown,
  ground: AnswerGround,
): AnswerProblem[] {
  if (rule.kind === 'address') return addressProblems(rule, read, ground);
  const value = read(rule.field);
  const finding =
    isNothing(value) || (rule.kind === 'checkbox' && !value) ? missing(rule) : misfit(rule, value, ground);
  return finding ? [{field: rule.field, ...finding}] : [];
}

function missing(rule: AnswerRule): Finding | undefined {
  if (!rule.required) return undefined;
  return {code: rule.kind === 'checkbox' ? 'must_agree' : 'required'};
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

type OneFieldRule = Exclude<AnswerRule, {kind: 'address'}>;

function misfit(rule: OneFieldRule, value: unknown, ground: AnswerGround): Finding | undefined {
  switch (rule.kind) {
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : {code: 'invalid'};
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? numberMisfit(rule, value) : {code: 'invalid'};
    case 'multi-select':
    case 'checkbox-group':
      return choicesMisfit(rule, value);
  }
  if (typeof value !== 'string' || value.includes('\0')) return {code: 'invalid'};
  switch (rule.kind) {
    case 'text-input':
    case 'text-area':
      return lengthMisfit(rule, value) ?? (rule.kind === 'text-input' ? shapeMisfit(rule, value, ground) : undefined);
    case 'masked-text':
      return bareText(rule.mask, value) === value ? undefined : {code: 'mask'};
    case 'date':
      return dateMisfit(rule, value, ground.now);
    case 'select':
    case 'radio-group':
      return rule.options.some((option) => option.value === value) ? undefined : {code: 'not_offered'};
    case 'id-type':
      return !rule.types || rule.types.some((type) => type === value) ? undefined : {code: 'not_offered'};
    case 'country':
      return countryMisfit(rule.countries, value);
    case 'phone':
      return /^\+[\d ()./-]{5,30}$/.test(value) && /^\d{5,17}$/.test(value.replaceAll(/\D/g, ''))
        ? undefined
        : {code: 'phone'};
    case 'url':
      return isWebAddress(value) ? undefined : {code: 'url'};
    case 'file':
      return value.length <= 100 ? undefined : {code: 'file'};
  }
}

const longestText = 10_000;

function lengthMisfit(rule: {minLength?: number | undefined; maxLength?: number | undefined}, text: string) {
  // as people count: a character outside the basic plane is one
  const length = [...text].length;
  const {minLength = 0, maxLength = longestText} = rule;
  if (length < minLength) return {code: 'too_short', limit: minLength} as const;
  return length > maxLength ? ({code: 'too_long', limit: maxLength} as const) : undefined;
}

function shapeMisfit(
  {format, pattern}: Extract<AnswerRule, {kind: 'text-input'}>,
  text: string,
  ground: AnswerGround,
): Finding | undefined {
  if (format === 'email' && !/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return {code: 'email'};
  return pattern === undefined || ground.matchesPattern(pattern, text) ? undefined : {code: 'pattern'};
}

function numberMisfit(rule: Extract<AnswerRule, {kind: 'number'}>, value: number): Finding | undefined {
  const {min, max, decimals = 0} = rule;
  if (Number(value.toFixed(decimals)) !== value)
    return decimals === 0 ? {code: 'not_whole'} : {code: 'too_precise', limit: decimals};
  if (min !== undefined && value < min) return {code: 'too_small', limit: min};
  return max !== undefined && value > max ? {code: 'too_large', limit: max} : undefined;
}

function choicesMisfit(
  rule: Extract<AnswerRule, {kind: 'multi-select' | 'checkbox-group'}>,
  value: unknown,
): Finding | undefined {
  if (!Array.isArray(value)) return {code: 'invalid'};
  const {min = 0, max = rule.options.length} = rule;
  if (!value.every((one) => rule.options.some((option) => option.value === one))) return {code: 'not_offered'};
  if (value.length < min) return {code: 'too_few', limit: min};
  return value.length > max ? {code: 'too_many', limit: max} : undefined;
}

/** Somewhere on Earth it is tomorrow already and elsewhere still yesterday; whoever is in time there is in time. */
const hourMs = 3_600_000;
export function latestToday(now: Date): string {
  return new Date(now.getTime() + 14 * hourMs).toISOString().slice(0, 10);
}
export function earliestToday(now: Date): string {
  return new Date(now.getTime() - 12 * hourMs).toISOString().slice(0, 10);
}

function dateMisfit(rule: Extract<AnswerRule, {kind: 'date'}>, day: string, now: Date): Finding | undefined {
  if (!isDay(day)) return {code: 'no_such_date'};
  const {min, max, minAge, maxAge} = rule;
  const first = min === 'today' ? earliestToday(now) : min;
  const last = max === 'today' ? latestToday(now) : max;
  if (first !== undefined && day < first) return {code: 'too_early', limit: first};
  if (last !== undefined && day > last) return {code: 'too_late', limit: last};
  if (minAge !== undefined && birthday(day, minAge) > latestToday(now)) return {code: 'too_young', limit: minAge};
  if (maxAge !== undefined && birthday(day, maxAge + 1) <= earliestToday(now)) return {code: 'too_old', limit: maxAge};
  return undefined;
}

/** The day somebody becomes so old, to be compared as text; whoever was born on 29 February does so on 1 March. */
function birthday(born: string, age: number): string {
  return String(Number(born.slice(0, 4)) + age).padStart(4, '0') + born.slice(4);
}

/** Whether a text is a day of the calendar as YYYY-MM-DD: JavaScript alone turns 30 February into 2 March. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

function countryMisfit(offered: readonly string[] | undefined, value: unknown): Finding | undefined {
  if (typeof value !== 'string' || !isCountry(value)) return {code: 'country'};
  return !offered || offered.includes(value) ? undefined : {code: 'not_offered'};
}

function isWebAddress(text: string): boolean {
  if (text.length > 2000 || /\s/.test(text) || !URL.canParse(text)) return false;
  const {protocol, hostname, username, password} = new URL(text);
  return /^https?:$/.test(protocol) && hostname.includes('.') && !username && !password;
}

const longestPart = 200;

function addressProblems(
  rule: Extract<AnswerRule, {kind: 'address'}>,
  read: (field: string) => unknown,
  {addressFormat}: AnswerGround,
): AnswerProblem[] {
  const values = addressParts.map((part) => ({
    part,
    field: `${rule.field}-${part}`,
    value: read(`${rule.field}-${part}`),
  }));
  const country = values.find(({part}) => part === 'country-code')?.value;
  // a country alone is no address yet: it may stand there before anything was typed
  const begun = values.some(({part, value}) => part !== 'country-code' && !isNothing(value));
  if (!begun && !rule.required) return [];
  const format = typeof country === 'string' ? addressFormat(country) : undefined;
  return values.flatMap(({part, field, value}) => {
    const finding = isNothing(value)
      ? part === 'country-code' || format?.required.includes(part)
        ? ({code: 'required'} as const)
        : undefined
      : part === 'country-code'
        ? countryMisfit(rule.countries, value)
        : partMisfit(part, value, format);
    return finding ? [{field, ...finding}] : [];
  });
}

function partMisfit(part: string, value: unknown, format: AddressFormat | undefined): Finding | undefined {
  if (typeof value !== 'string' || value.includes('\0')) return {code: 'invalid'};
  if ([...value].length > longestPart) return {code: 'too_long', limit: longestPart};
  if (part !== 'postal-code' || !format?.postalCode) return undefined;
  return new RegExp(`^(?:${format.postalCode})$`, 'i').test(value) ? undefined : {code: 'postal_code'};
}

/**
 * What was typed into a mask, without what stands there anyway: `(###) AA` of "(123) ab" is "123ab". Undefined when it does not fit.
 * A text without the standing characters fits too.
 */
export function bareText(mask: string, text: string): string | undefined {
  const places = [...mask];
  const typed = [...text];
  const bare = places.filter((place) => '#A*'.includes(place));
  const standing = fit(places, typed);
  return standing ?? fit(bare, typed);
}

function fit(places: readonly string[], typed: readonly string[]): string | undefined {
  if (typed.length !== places.length) return undefined;
  let bare = '';
  for (const [at, place] of places.entries()) {
    const character = typed[at] ?? '';
    if (!'#A*'.includes(place)) {
      if (character !== place) return undefined;
      continue;
    }
    if (!fitsPlace(place, character)) return undefined;
    bare += character;
  }
  return bare;
}

/** Whether a character may stand in a mask's `#`, `A` or `*`. */
export function fitsPlace(place: string, character: string): boolean {
  return place === '#' ? /^\d$/.test(character) : (place === 'A' ? /^\p{L}$/u : /^[\p{L}\d]$/u).test(character);
}
