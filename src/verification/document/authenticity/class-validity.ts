/** How long documents of a class are valid, and from what age one holds them: what a forger who changes one date forgets. */
import type {DocumentType} from '../../../protocol/government-id.ts';

/**
 * ICAO Doc 9303-2 advises that a passport be valid for ten years at most. Months carried over from the old one are left to the
 * rounding: completed years are compared.
 */
export const longestPassportYears = 10;

/** Directive 2006/126/EC, article 4: category AM from 16, which states may lower to 14; nothing that is a licence comes earlier. */
export const youngestHolder: Partial<Record<DocumentType, number>> = {dl: 14};
