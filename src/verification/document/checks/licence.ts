/** What a North American licence says of its holder's address and of itself. */
import {findAamva} from '../classify.ts';
import {barcodeRegion} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOfFields} from './places.ts';

/** Nobody lives in a post-office box: English, Spanish, French, German, Dutch, Italian, Portuguese, Nordic. */
const poBox =
  /\b(?:P\.?\s*O\.?\s*B(?:OX|\.)|POST\s*OFFICE\s*BOX|POSTAL\s*BOX|G\.?P\.?O\.?\s*BOX|APARTADO|APDO|BO[IÎ]TE\s*POSTALE|CASE\s*POSTALE|C\.P\.|B\.?P\.?\s*\d+|POSTFACH|POSTBUS|CASELLA\s*POSTALE|CAIXA\s*POSTAL|POSTBOKS|POSTBOX)(?![A-Z])/iu;

export const poBoxDetection: CheckRule = {
  name: 'id_po_box_detection',
  requirement: 'not_required',
  /** Lines of the address that name a post-office box. */
  threshold: 0,
  unit: 'count',
  reasons: ['po_box', 'missing_address'],
  run(reading, threshold) {
    const {fields} = reading;
    const lines = [fields['address-street-1'], fields['address-street-2']].filter((field) => field !== undefined);
    if (lines.length === 0) return notApplicable('missing_address');
    const value = lines.filter((line) => poBox.test(line.value)).length;
    const more = {value, ...placesOfFields(reading, ['address-street-1', 'address-street-2'])};
    return value <= threshold ? passed(more) : failed('po_box', more);
  },
};

export const realIdDetection: CheckRule = {
  name: 'id_real_id_detection',
  requirement: 'not_required',
  /** The mark of compliance, 0 or 1. */
  threshold: 1,
  unit: 'count',
  reasons: ['not_real_id', 'no_barcode', 'not_stated', 'not_on_this_document'],
  run({fields, pictures, classification}, threshold) {
    const {type, country} = classification;
    // The REAL ID Act is one of the United States (element DDA of AAMVA's bar code, since version 2 of 2003).
    const elsewhere =
      (country !== undefined && country !== 'US') || (type !== undefined && type !== 'dl' && type !== 'id');
    if (elsewhere) return notApplicable('not_on_this_document');
    const found = findAamva(pictures);
    if (!found) return notApplicable('no_barcode');
    const stated = fields['real-id'];
    if (!stated) return notApplicable('not_stated');
    const value = stated.value === 'true' ? 1 : 0;
    const region = barcodeRegion(found.picture);
    const more = {value, ...(region && {regions: [region]})};
    return value >= threshold ? passed(more) : failed('not_real_id', more);
  },
};
