/**
 * Data elements of an AAMVA bar code, by their three-letter identifier.
 * Source: AAMVA DL/ID Card Design Standard, annex D (2000, 2003, 2005, 2009 to 2020 = versions 1 to 10).
 * Elements that say a name in several forms stand in `aamva-name.ts`.
 */
export const aamvaFieldNames = [
  'name-first',
  'name-middle',
  'name-last',
  'name-suffix',
  'birthdate',
  'sex',
  'document-number',
  'issuing-country',
  'issuing-subdivision',
  'issue-date',
  'expiration-date',
  'address-street-1',
  'address-street-2',
  'address-city',
  'address-subdivision',
  'address-postal-code',
  'height',
  'weight',
  'eye-color',
  'hair-color',
  'designations',
  'restrictions',
  'endorsements',
  'place-of-birth',
  'document-discriminator',
  'inventory-control',
  'audit-number',
  'card-revision-date',
  'under-18-until',
  'under-19-until',
  'under-21-until',
  'real-id',
  'limited-duration',
  'organ-donor',
  'veteran',
] as const;
export type AamvaFieldName = (typeof aamvaFieldNames)[number];

/** How the text of an element becomes a value. */
export type AamvaForm =
  | 'text'
  | 'number'
  | 'date'
  | 'sex'
  | 'country'
  | 'postal-code'
  | 'height'
  | 'weight-lb'
  | 'weight-kg'
  | 'flag'
  | 'compliance';

export interface AamvaElement {
  id: string;
  field: AamvaFieldName;
  form: AamvaForm;
}

/** Where two elements give one field, the first that is present counts. */
export const aamvaElements: readonly AamvaElement[] = [
  {id: 'DAQ', field: 'document-number', form: 'number'},
  {id: 'DBB', field: 'birthdate', form: 'date'},
  {id: 'DBD', field: 'issue-date', form: 'date'},
  {id: 'DBA', field: 'expiration-date', form: 'date'},
  {id: 'DBC', field: 'sex', form: 'sex'},
  {id: 'DAG', field: 'address-street-1', form: 'text'},
  {id: 'DAL', field: 'address-street-1', form: 'text'},
  {id: 'DAH', field: 'address-street-2', form: 'text'},
  {id: 'DAM', field: 'address-street-2', form: 'text'},
  {id: 'DAI', field: 'address-city', form: 'text'},
  {id: 'DAN', field: 'address-city', form: 'text'},
  {id: 'DAJ', field: 'address-subdivision', form: 'text'},
  {id: 'DAO', field: 'address-subdivision', form: 'text'},
  {id: 'DAK', field: 'address-postal-code', form: 'postal-code'},
  {id: 'DAP', field: 'address-postal-code', form: 'postal-code'},
  {id: 'DCG', field: 'issuing-country', form: 'country'},
  {id: 'DAU', field: 'height', form: 'height'},
  {id: 'DAV', field: 'height', form: 'height'},
  {id: 'DAW', field: 'weight', form: 'weight-lb'},
  {id: 'DAX', field: 'weight', form: 'weight-kg'},
  {id: 'DAY', field: 'eye-color', form: 'text'},
  {id: 'DAZ', field: 'hair-color', form: 'text'},
  {id: 'DCA', field: 'designations', form: 'text'},
  {id: 'DAR', field: 'designations', form: 'text'},
  {id: 'DCB', field: 'restrictions', form: 'text'},
  {id: 'DAS', field: 'restrictions', form: 'text'},
  {id: 'DCD', field: 'endorsements', form: 'text'},
  {id: 'DAT', field: 'endorsements', form: 'text'},
  {id: 'DCI', field: 'place-of-birth', form: 'text'},
  {id: 'DCF', field: 'document-discriminator', form: 'number'},
  {id: 'DCK', field: 'inventory-control', form: 'number'},
  {id: 'DCJ', field: 'audit-number', form: 'number'},
  {id: 'DDB', field: 'card-revision-date', form: 'date'},
  {id: 'DDH', field: 'under-18-until', form: 'date'},
  {id: 'DDI', field: 'under-19-until', form: 'date'},
  {id: 'DDJ', field: 'under-21-until', form: 'date'},
  {id: 'DDA', field: 'real-id', form: 'compliance'},
  {id: 'DDD', field: 'limited-duration', form: 'flag'},
  {id: 'DDK', field: 'organ-donor', form: 'flag'},
  {id: 'DBH', field: 'organ-donor', form: 'flag'},
  {id: 'DDL', field: 'veteran', form: 'flag'},
];

/** What issuers write where there is nothing to say. */
export const emptyValues: ReadonlySet<string> = new Set(['', 'NONE', 'UNAVL', 'UNAVAIL', 'UNAVAILABLE', 'N/A', 'NULL']);
