/** Imports of data sets over the API: for which one the file is. */
import type {Migration} from './migration.ts';

export const importedDataSets: Migration = {
  number: 14,
  name: 'imported data sets',
  sql: `
alter table importer add column data_set text;
`,
};
