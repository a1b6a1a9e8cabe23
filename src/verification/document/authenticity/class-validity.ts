/** How long documents of a class are valid, and from what age one holds them: what a forger who changes one date forgets. */
import type {DocumentType} from '../../../protocol/government-id.ts';

/**
 * ICAO Doc 9303-3 (section on validity) advises ten years at most for a passport, and no state gives more. Months carried over from
 * the old one are left to the rounding: completed years are compared.
 */
export const longestPassportYears = 10;

/** A learner's permit from 14 is the earliest that any jurisdiction gives (Alaska, Arkansas, Iowa, the Dakotas; mopeds in Europe). */
export const youngestHolder: Partial<Record<DocumentType, number>> = {dl: 14};

export interface ChildValidity {
  /** Passports issued below this age, in years, ... */
  below: number;
  /** ... are valid this long at most, in years. */
  years: number;
}

const row = (below: number, years: number): ChildValidity => ({below, years});

/** Passports of children, by issuer, as the issuers publish it. */
const childPassports: Readonly<Record<string, ChildValidity>> = {
  AT: row(12, 5),
  AU: row(16, 5),
  CA: row(16, 5),
  CH: row(18, 5),
  CN: row(16, 5),
  DE: row(24, 6),
  DK: row(18, 5),
  ES: row(30, 5),
  FR: row(18, 5),
  GB: row(16, 5),
  IE: row(18, 5),
  IN: row(15, 5),
  IT: row(18, 5),
  JP: row(18, 5),
  KR: row(18, 5),
  NL: row(18, 5),
  NZ: row(16, 5),
  PL: row(12, 5),
  US: row(16, 5),
};

export function childValidity(type: DocumentType | undefined, country: string | undefined): ChildValidity | undefined {
  return type === 'pp' && country !== undefined ? childPassports[country] : undefined;
}
