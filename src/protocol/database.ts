/** Database verifications: what somebody says of themselves, held against records that the operator loaded or a registry answers from. */

/** Columns of a record, and fields that may be compared with them. Texts; dates ISO 8601, countries ISO 3166-1 alpha-2. */
export const recordColumns = [
  'name-first',
  'name-middle',
  'name-last',
  'birthdate',
  'address-street-1',
  'address-street-2',
  'address-city',
  'address-subdivision',
  'address-postal-code',
  'address-country-code',
  'identification-number',
  'document-number',
  'phone-number',
  'email-address',
  /** `yes` where the person is known to have died; anything else says that they have not. */
  'deceased',
] as const;
export type RecordColumn = (typeof recordColumns)[number];
/** One person in a data set, or what somebody said of themselves. */
export type PersonRecord = Partial<Record<RecordColumn, string>>;

/** Every check of a database verification; docs/checks.md says what each means. */
export const databaseCheckNames = [
  'database_identity_comparison',
  'database_name_comparison',
  'database_birthdate_comparison',
  'database_address_comparison',
  'database_attribute_comparison',
  'database_inquiry_comparison',
  'database_deceased_detection',
  'database_po_box_detection',
  'database_address_deliverable_detection',
  'database_address_residential_detection',
] as const;
export type DatabaseCheckName = (typeof databaseCheckNames)[number];

/** What a template's step says of a database verification. */
export interface DatabaseConfig {
  /** Name of the data set, or of the registry that the operator configured. */
  source: string;
  requirements?: Record<string, 'required' | 'not_required'> | undefined;
  thresholds?: Record<string, number> | undefined;
}

/** How one thing of the person compares with the record that fits best. */
export interface Comparison {
  result: 'match' | 'close' | 'mismatch' | 'missing';
  /** 0 (nothing alike) to 1 (the same); absent where one side is missing. */
  score?: number;
  /** By which rule they are alike: `exact`, `spelling`, `initial`, `order`, `day_month_swapped`, `year_and_month`, `number_and_street`. */
  by?: string;
}

export const comparedThings = [
  'name',
  'birthdate',
  'address',
  'identification-number',
  'document-number',
  'phone-number',
  'email-address',
] as const;
export type ComparedThing = (typeof comparedThings)[number];

/** What a source of records answers. `service_unavailable`: it could not be asked now; `provider_not_configured`: nobody set it up. */
export type RecordAnswer =
  | {type: 'records'; records: PersonRecord[]; version: string}
  | {type: 'provider_not_configured'}
  | {type: 'service_unavailable'};
