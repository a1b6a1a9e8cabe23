import type {Check, ImageRegion} from './check.ts';

/** What a document is, in the reference's short codes: passport, driver licence, identity card, permanent resident card, visa, other. */
export const documentTypes = ['pp', 'dl', 'id', 'pr', 'visa', 'other'] as const;
export type DocumentType = (typeof documentTypes)[number];

export const documentSides = ['front', 'back'] as const;
export type DocumentSide = (typeof documentSides)[number];

/** Document types that carry what we need on two sides; a passport or visa has everything on one. */
export const twoSidedTypes: readonly DocumentType[] = ['dl', 'id', 'pr'];

/** Layouts of machine-readable zones: ICAO 9303 parts 4 to 7, and the former French identity card. */
export const mrzLayouts = ['TD1', 'TD2', 'TD3', 'MRVA', 'MRVB', 'FRA2X36'] as const;
export type MrzLayout = (typeof mrzLayouts)[number];

export type FieldSource = 'mrz' | 'barcode' | 'viz';

/** One value read from a document, and how we came to it. */
export interface ReadField {
  value: string;
  /** Every source that says the same, best first. */
  sources: FieldSource[];
  /** From 0 (a guess) to 1 (certain); a value with a valid check digit is at least 0.9. */
  confidence: number;
  /** True where a character was corrected to satisfy a check digit or a grammar. */
  repaired?: boolean;
  region?: ImageRegion;
}

/** The fields a government ID can give. Dates are ISO 8601 (YYYY-MM-DD); countries ISO 3166-1 alpha-2. */
export const governmentIdFieldNames = [
  'name-first',
  'name-middle',
  'name-last',
  'name-suffix',
  'birthdate',
  'sex',
  'nationality',
  'identification-number',
  'document-number',
  'issuing-country',
  'issuing-subdivision',
  'issuing-authority',
  'issue-date',
  'expiration-date',
  'address-street-1',
  'address-street-2',
  'address-city',
  'address-subdivision',
  'address-postal-code',
  'address-country-code',
  'height',
  'eye-color',
  'designations',
  'real-id',
  'organ-donor',
  'veteran',
] as const;
export type GovernmentIdFieldName = (typeof governmentIdFieldNames)[number];

/** What a template asks of a government ID. Thresholds override docs/checks.md by check name. */
export interface GovernmentIdConfig {
  /** ISO 3166-1 alpha-2 codes that are accepted; absent = every country. */
  countries?: string[] | undefined;
  types?: DocumentType[] | undefined;
  /** The person must be at least this old, in years. */
  minimumAge?: number | undefined;
  /** Fields without which the document is of no use. */
  requiredFields?: GovernmentIdFieldName[] | undefined;
  /**
   * How many independent sources (zone, bar code, print) must spell a name alike before an inquiry is approved without a person: 2 unless 1
   * is said here, for a name has no check digit.
   */
  nameSources?: 1 | 2 | undefined;
  /** Checks whose requirement differs from the table in docs/checks.md. */
  requirements?: Record<string, 'required' | 'not_required'> | undefined;
  thresholds?: Record<string, number> | undefined;
}

/** One picture for people to look at: the whole of it, and the card flattened, upright and in its own proportions. */
export interface DisplayPicture {
  side: DocumentSide;
  evidenceId: string;
  jpeg: Uint8Array;
  width: number;
  height: number;
  /** Absent where the whole picture is as good. */
  card?: FlatCard & {jpeg: Uint8Array};
}

export interface FlatCard {
  width: number;
  height: number;
  /** Where it lies in the whole picture, as shares of its width and height: top left, top right, bottom right, bottom left as it reads. */
  corners: {x: number; y: number}[];
  /** Its border; about where its zone says that it is; or the whole picture, turned. */
  foundBy: 'outline' | 'zone' | 'picture';
  /** Scale, where the kind of document tells its size. */
  pixelsPerMm?: number;
}

/** What a document may be, as a person can be asked. */
export interface KindGuess {
  type: DocumentType;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
}

/** Everything the engine says of one submission. */
export interface GovernmentIdResult {
  documentType?: DocumentType;
  /** ISO 3166-1 alpha-2 of the issuer, when known. */
  countryCode?: string;
  subdivisionCode?: string;
  mrzLayout?: MrzLayout;
  fields: Partial<Record<GovernmentIdFieldName, ReadField>>;
  checks: Check[];
  /** A side that is still needed before the document can be judged. */
  missingSide?: DocumentSide;
  /** Only where the pictures show a document and neither they nor the person said which: what it may be, likeliest first. */
  unsure?: KindGuess[];
  /** Upright, re-encoded, metadata-free JPEGs for people to look at. */
  displayImages: DisplayPicture[];
  /** CPU time spent, in milliseconds. */
  cpuMs: number;
}
