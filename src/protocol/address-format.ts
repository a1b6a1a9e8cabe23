/** How a country writes its addresses: which parts, in which order and lines, which must be there, and what its postal codes are. */
import type {AddressPart} from './input.ts';

export interface AddressFormat {
  /** Line by line, as they are asked for; parts of one line belong together. */
  lines: AddressPart[][];
  required: AddressPart[];
  /** A regular expression for the whole, case ignored; absent where there are no postal codes or no rule for them. */
  postalCode?: string;
  /** One that is right, for a hint. */
  example?: string;
  /** What its parts are called there. */
  names: {subdivision?: SubdivisionName; city?: CityName; postalCode?: PostalCodeName};
}

export type SubdivisionName =
  | 'area'
  | 'county'
  | 'department'
  | 'district'
  | 'do_si'
  | 'emirate'
  | 'island'
  | 'oblast'
  | 'parish'
  | 'prefecture'
  | 'province'
  | 'state';
export type CityName = 'city' | 'district' | 'post_town' | 'suburb';
export type PostalCodeName = 'postal' | 'zip' | 'pin' | 'eircode';
