/** Dated versions of the public API and the ways keys can be written. */

/** Newest first, as `Persona-Version` and `Countersign-Version` name them; the first is the one we speak natively. */
export const apiVersions = [
  '2025-12-08',
  '2025-10-27',
  '2023-01-05',
  '2022-09-01',
  '2021-08-18',
  '2021-07-05',
  '2021-02-21',
  '2020-05-18',
] as const;
export type ApiVersion = (typeof apiVersions)[number];

export const nativeVersion: ApiVersion = apiVersions[0];

export const inflections = ['kebab', 'camel', 'snake'] as const;
export type Inflection = (typeof inflections)[number];

/** The newest version that is not younger than the date; a date before all of them means the oldest. */
export function versionAt(date: string): ApiVersion {
  const oldest = apiVersions[apiVersions.length - 1] ?? nativeVersion;
  return apiVersions.find((version) => version <= date) ?? oldest;
}
