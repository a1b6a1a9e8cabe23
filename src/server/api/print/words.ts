/** The words of prints, which are for an organisation's own files: English, with every name and value as it was read. */

const labels: Record<string, string> = {
  'name-first': 'First name',
  'name-middle': 'Middle name',
  'name-last': 'Last name',
  'name-full': 'Full name',
  'name-suffix': 'Name suffix',
  birthdate: 'Date of birth',
  'address-street-1': 'Street',
  'address-street-2': 'Street, second line',
  'address-city': 'City',
  'address-subdivision': 'State or province',
  'address-postal-code': 'Postal code',
  'address-country-code': 'Country of address',
  'email-address': 'E-mail address',
  'phone-number': 'Phone number',
  'identification-number': 'Identification number',
  'document-number': 'Document number',
  'country-code': 'Issuing country',
  'id-class': 'Kind of document',
  'reference-id': 'Reference',
  'reviewer-comment': 'Comment of the decision',
  'selected-country-code': 'Selected country',
};

/** Whether a label of a place says what was read there, a field or a code. */
export function isReading(label: string): boolean {
  return label in labels || /^(mrz|barcode|.*-date)$/.test(label);
}

/** Words that are abbreviations, wherever they stand. */
const capitals = /\b(mrz|id|ip|viz|nfc|aamva|pdf|url)\b/g;

/** `name-first`, `id_mrz_detection` as people read them. */
export function sayName(name: string): string {
  const known = labels[name];
  if (known !== undefined) return known;
  const words = name.replace(/^(id|selfie|document|phone|email|database)_/, '').replaceAll(/[_-]/g, ' ');
  return words.replace(capitals, (word) => word.toUpperCase()).replace(/^./, (letter) => letter.toUpperCase());
}

/** A code in lower case inside a sentence: `glare_over_text` is “glare over text”. */
export function sayCode(code: string): string {
  return code.replaceAll(/[_-]/g, ' ').replace(capitals, (word) => word.toUpperCase());
}

/** What kind of verification: `government-id`. */
export function sayKind(kind: string): string {
  const kinds: Record<string, string> = {
    'government-id': 'Government ID',
    document: 'Document',
    selfie: 'Selfie',
    'phone-number': 'Phone number',
    'email-address': 'E-mail address',
    database: 'Database',
  };
  return kinds[kind] ?? sayName(kind);
}

/** `2026-11-29 19:40:12 UTC`; undefined where there is no moment. */
export function sayMoment(moment: unknown): string | undefined {
  if (typeof moment !== 'string') return undefined;
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
}

/** Any field's value; undefined where there is nothing to say. */
export function sayValue(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  if (Array.isArray(value)) return value.flatMap((one) => sayValue(one) ?? []).join(', ') || undefined;
  // of a file its name: its address would have run out long before the print
  if (typeof value === 'object' && 'filename' in value) return String(value.filename);
  return JSON.stringify(value);
}
