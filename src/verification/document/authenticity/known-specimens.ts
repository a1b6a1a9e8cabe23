/**
 * Documents that everybody can find a picture of: specimens that issuers and standards publish, and our own. A genuine-looking
 * copy of one passes every check digit, so it is known by its number or its holder.
 *
 * Sources: ICAO Doc 9303 parts 4 to 7 (Utopia); AAMVA DL/ID Card Design Standard, annex D (sample of Virginia); PRADO, the Council of
 * the European Union's public register of authentic identity documents, and the issuers' own announcements (the others).
 * Numbers that were stolen are in no public list; an operator who has one rejects them by webhook.
 */
export interface KnownSpecimen {
  /** Without blanks and fillers. */
  number: string;
  /** Ours: drawn by `countersign specimens make`, to be uploaded in a sandbox. */
  demo?: true;
}

const published = [
  // ICAO 9303: ERIKSSON, ANNA MARIA
  'L898902C3 L898902C L8988901C D23145890 D231458907 L8988901C4',
  // Germany (MUSTERMANN, ERIKA): cards and passports of several years, and the Bundesdruckerei's samples
  'T220001293 T22000129 L01X00T47 LZ6311T47 C01X00T47 C01XYCCG9 C01X0006H C01X01JN9',
  // Netherlands, United Kingdom, United States, Canada, Australia
  'SPECI2014 SPECI2021 XA0000014 925076473 925665416 E00007730 340007237 ZE000509 PA0940409 PA0940443',
  // Estonia, France, Hungary, Liechtenstein, Lithuania, Poland, Portugal, Spain, Sweden, Taiwan
  'KB0000000 K682T8YLO BD0002028 ID9875401 11810187 ZS0000177 1234AZ567 BAA000589 AAA100001 59000002',
];

/** Of the demo; also the sample of AAMVA's standard and of most readers' documentation. */
const demo = 'T64235789 XN40C72B1';

const byNumber = new Map<string, KnownSpecimen>([
  ...published
    .join(' ')
    .split(' ')
    .map((number) => [number, {number}] as const),
  ...demo.split(' ').map((number) => [number, {number, demo: true}] as const),
]);

export function findSpecimenNumber(number: string): KnownSpecimen | undefined {
  return byNumber.get(plainNumber(number));
}

/** Names that only specimens bear. ANNA MARIA ERIKSSON is none of them: in Sweden hundreds do. */
const specimenSurnames: ReadonlySet<string> = new Set([
  'SPECIMEN',
  'MUSTERMANN',
  'MUSTERFRAU',
  'SPECIMENSPECIMEN',
  'UKSPECIMEN',
  'ESPANOLAESPANOLA',
]);
/** Surname and first given name together. */
const specimenHolders: ReadonlySet<string> = new Set([
  'TRAVELER HAPPY',
  'CITIZEN JANE',
  'DEBRUIJN WILLEKE',
  'VZOR SPECIMEN',
  'VZOREC TINA',
  'VOID VOID',
  'KOWALSKAKWIATKOWSKA JOANNA',
  'MAENNIK MARI',
]);

/** Both as an MRZ writes them: upper case without accents; blanks and hyphens do not count. */
export function isSpecimenHolder(surname: string, givenNames: string): boolean {
  const last = surname.replace(/[^A-Z]/g, '');
  const [first = ''] = givenNames.split(/[^A-Z]+/);
  return specimenSurnames.has(last) || specimenHolders.has(`${last} ${first}`);
}

/**
 * A number that nobody is given: no digit but one, or digits that count up or down. Six digits at least, since with fewer it may
 * happen; the letters around them do not matter (`XX000000`, `AB1234567`).
 */
export function isPlaceholderNumber(number: string): boolean {
  const digits = plainNumber(number).replace(/\D/g, '');
  if (digits.length >= 6 && /^(\d)\1+$/.test(digits)) return true;
  return digits.length >= 7 && ['01234567890', '09876543210'].some((run) => run.includes(digits));
}

function plainNumber(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
