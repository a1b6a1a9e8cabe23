/** One value per field from every source, with the sources that agree and how far it can be trusted. */
import type {FieldSource, GovernmentIdFieldName, GovernmentIdResult, ReadField} from '../../protocol/government-id.ts';
import {governmentIdFieldNames} from '../../protocol/government-id.ts';
import type {AamvaDocument} from '../barcode/parse-aamva.ts';
import {bestMrz, findAamva} from './classify.ts';
import type {MrzFieldName} from './mrz/layouts.ts';
import type {MrzReading} from './mrz/read.ts';
import {mrzIssuer} from './mrz/issuers.ts';
import type {PictureReading} from './reading.ts';
import {barcodeRegion, mrzFieldRegion, regionOf} from './regions.ts';
import {findAligned} from './viz/align.ts';
import {maskDifference} from './viz/mask-difference.ts';
import {comparedFields, compareVisual} from './viz/compare-visual.ts';
import type {VisualComparison, VisualComparisons} from './viz/comparison.ts';

type Fields = GovernmentIdResult['fields'];

/**
 * How much a single source is worth. Reed-Solomon protects every character of a bar code; a check digit misses one wrong
 * character in ten at worst; names in an MRZ have none, so they stay below 0.9 until a second source agrees.
 */
const confidence = {
  barcode: 0.98,
  checkDigit: 0.97,
  repairedCheckDigit: 0.9,
  withoutCheckDigit: 0.88,
  repairedWithout: 0.6,
  invalid: 0.3,
  /** Two sources differ: below what a required field must reach. */
  disputed: 0.3,
  agreed: 0.99,
  /** The recogniser must be this sure of the print for it to count as a source. */
  leastOfPrint: 0.6,
} as const;

/** MRZ fields and what they are called here. Given names have no boundary between first and middle names. */
const fromMrz: readonly {mrz: MrzFieldName; fields: readonly GovernmentIdFieldName[]; checkDigit: boolean}[] = [
  {mrz: 'givenNames', fields: ['name-first'], checkDigit: false},
  {mrz: 'surname', fields: ['name-last'], checkDigit: false},
  {mrz: 'birthDate', fields: ['birthdate'], checkDigit: true},
  {mrz: 'expiryDate', fields: ['expiration-date'], checkDigit: true},
  {mrz: 'issueDate', fields: ['issue-date'], checkDigit: false},
  {mrz: 'documentNumber', fields: ['document-number', 'identification-number'], checkDigit: true},
  {mrz: 'sex', fields: ['sex'], checkDigit: false},
  {mrz: 'nationality', fields: ['nationality'], checkDigit: false},
  {mrz: 'issuer', fields: ['issuing-country'], checkDigit: false},
];

const dateFields: ReadonlySet<string> = new Set(['birthdate', 'expiration-date', 'issue-date']);

export function mergeFields(pictures: readonly PictureReading[]): Fields {
  const merged = machineFields(pictures);
  // Print alone is read where nothing else is, and never mixed with it: its labels are a guess.
  if (Object.keys(merged).length === 0) return printedFields(pictures);
  const compared = compareVisual(pictures, merged);
  const confirmedFields = Object.keys(merged) as GovernmentIdFieldName[];
  for (const name of confirmedFields) {
    const [field, comparison] = [merged[name], compared[name === 'identification-number' ? 'document-number' : name]];
    if (field && comparison) merged[name] = withPrint(field, comparison);
  }
  return merged;
}

/** What machines read of `pictures` against what is printed; empty where no print was read. */
export function comparePrint(pictures: readonly PictureReading[]): VisualComparisons {
  return compareVisual(pictures, machineFields(pictures));
}

/** Every field that is compared with the print stands in it letter by letter. */
export function confirmed(pictures: readonly PictureReading[]): boolean {
  const fields = machineFields(pictures);
  const compared = compareVisual(pictures, fields);
  const names = Object.keys(comparedFields) as GovernmentIdFieldName[];
  return names.every((name) => !fields[name] || compared[name]?.similarity === 1);
}

function machineFields(pictures: readonly PictureReading[]): Fields {
  const mrz = bestMrz(pictures);
  const aamva = findAamva(pictures);
  const byMrz = mrz ? mrzFields(mrz.reading, mrz.picture) : {};
  const byBarcode = aamva ? barcodeFields(aamva.document, aamva.picture) : {};
  const merged: Fields = {};
  for (const name of governmentIdFieldNames) {
    const field = mergeField(name, byMrz[name], byBarcode[name]);
    if (field) merged[name] = field;
  }
  return merged;
}

/** Letters that a zone cannot write are taken over from the print where they transliterate into what the zone says. */
function withPrint(field: ReadField, {conflicts, similarity, confidence: seen, spelling}: VisualComparison): ReadField {
  if (conflicts) return {...field, confidence: Math.min(field.confidence, confidence.disputed)};
  if (similarity < 1 || seen < confidence.leastOfPrint) return field;
  // A wrong check digit or two sources that differ are not mended by a third that agrees with one.
  const settled = field.confidence > confidence.invalid;
  return {
    ...field,
    ...(spelling !== undefined && field.sources[0] === 'mrz' && {value: spelling}),
    sources: [...field.sources, 'viz'],
    confidence: settled ? confidence.agreed : field.confidence,
  };
}

/** Of the fields that labels stand beside; the picture with more of them first. */
function printedFields(pictures: readonly PictureReading[]): Fields {
  const fields: Fields = {};
  const count = ({visual}: PictureReading) => Object.keys(visual?.fields ?? {}).length;
  for (const picture of [...pictures].sort((a, b) => count(b) - count(a))) {
    for (const name of governmentIdFieldNames) {
      const found = picture.visual?.fields[name];
      const value = found && (name === 'nationality' ? mrzIssuer(found.value)?.alpha2 : found.value);
      if (!found || value === undefined) continue;
      fields[name] ??= {
        value,
        sources: ['viz'],
        confidence: found.confidence,
        region: regionOf(picture, found.region, name),
      };
    }
  }
  const number = fields['document-number'];
  return number ? {...fields, 'identification-number': number} : fields;
}

/** Fields that both sources carry with values that cannot mean the same. */
export function disagreeingFields(pictures: readonly PictureReading[]): {
  compared: GovernmentIdFieldName[];
  disagreeing: GovernmentIdFieldName[];
  /** Positions in the bar code's value, letters and digits only, whose character is another in the zone; counted from 0. */
  differing: Partial<Record<GovernmentIdFieldName, number[]>>;
  /** Both spellings, bar code first, masked but for the characters that differ. */
  spellings: Partial<Record<GovernmentIdFieldName, [string, string]>>;
} {
  const mrz = bestMrz(pictures);
  const aamva = findAamva(pictures);
  if (!mrz || !aamva) return {compared: [], disagreeing: [], differing: {}, spellings: {}};
  const byMrz = mrzFields(mrz.reading, mrz.picture);
  const byBarcode = barcodeFields(aamva.document, aamva.picture);
  const shared = governmentIdFieldNames.filter((name) => byMrz[name] && byBarcode[name]);
  const disagreeing = shared.filter((name) => !agree(name, byMrz[name]?.value ?? '', byBarcode[name]?.value ?? ''));
  const both = (name: GovernmentIdFieldName): [string, string] => {
    return [plain(byBarcode[name]?.value ?? ''), plain(byMrz[name]?.value ?? '')];
  };
  return {
    compared: shared,
    disagreeing,
    differing: Object.fromEntries(disagreeing.map((name) => [name, findAligned(...both(name)).differing])),
    spellings: Object.fromEntries(disagreeing.map((name) => [name, maskDifference(...both(name))])),
  };
}

function mergeField(name: GovernmentIdFieldName, mrz?: ReadField, barcode?: ReadField): ReadField | undefined {
  if (!mrz || !barcode) return mrz ?? barcode;
  const best = barcode.confidence >= mrz.confidence ? barcode : mrz;
  if (!agree(name, mrz.value, barcode.value))
    return {...best, confidence: Math.min(best.confidence, confidence.disputed)};
  const sources: FieldSource[] = best === barcode ? ['barcode', 'mrz'] : ['mrz', 'barcode'];
  return {...best, sources, confidence: confidence.agreed};
}

function mrzFields(reading: MrzReading, picture: PictureReading): Fields {
  const fields: Fields = {};
  for (const {mrz, fields: names, checkDigit} of fromMrz) {
    const field = reading.parsed.fields[mrz];
    if (!field || field.value === null) continue;
    // A partial date is no date that a program could compare.
    if (names.some((name) => dateFields.has(name)) && field.value.length !== 10) continue;
    const repaired = reading.repairedFields.includes(mrz);
    const certainty = mrzConfidence({
      checkDigit,
      repaired,
      valid: field.valid,
      recognised: reading.fieldConfidences[mrz] ?? 0,
    });
    for (const name of names) {
      const region = mrzFieldRegion(picture, mrz, name);
      fields[name] = {
        value: field.value,
        sources: ['mrz'],
        confidence: certainty,
        ...(repaired && {repaired}),
        ...(region && {region}),
      };
    }
  }
  return fields;
}

function mrzConfidence(about: {checkDigit: boolean; repaired: boolean; valid: boolean; recognised: number}): number {
  if (!about.valid) return confidence.invalid;
  if (about.checkDigit) return about.repaired ? confidence.repairedCheckDigit : confidence.checkDigit;
  const least = about.repaired ? confidence.repairedWithout : confidence.withoutCheckDigit;
  return Math.round(least * about.recognised * 1000) / 1000;
}

function barcodeFields(document: AamvaDocument, picture: PictureReading): Fields {
  const fields: Fields = {};
  const region = barcodeRegion(picture);
  const put = (name: GovernmentIdFieldName, field: {value: string; valid: boolean} | undefined) => {
    if (!field || (dateFields.has(name) && !field.valid)) return;
    const certainty = field.valid ? confidence.barcode : confidence.invalid;
    fields[name] = {value: field.value, sources: ['barcode'], confidence: certainty, ...(region && {region})};
  };
  for (const name of governmentIdFieldNames) {
    if (name in document.fields) put(name, document.fields[name as keyof AamvaDocument['fields']]);
  }
  put('identification-number', document.fields['document-number']);
  put('address-country-code', document.fields['address-subdivision'] && document.fields['issuing-country']);
  return fields;
}

/** Names agree when one begins with the other, since both sources cut long ones; other values when their characters do. */
function agree(name: GovernmentIdFieldName, a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (name === 'name-first' || name === 'name-last') return left.startsWith(right) || right.startsWith(left);
  return left === right;
}

function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return letters.replace(/[^A-Z0-9]/g, '');
}
