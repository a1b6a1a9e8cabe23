/** What a North American licence says of its holder's address and of itself. */
import {findAamva} from '../classify.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {regionsOfFields} from './field-regions.ts';

/** Nobody lives in a post-office box: English, Spanish, French, German, Dutch, Italian, Portuguese, Nordic. */
const poBox =
  /\b(?:P\.?\s*O\.?\s*B(?:OX|\.)|POST\s*OFFICE\s*BOX|POSTAL\s*BOX|G\.?P\.?O\.?\s*BOX|APARTADO|APDO|BO[IÎ]TE\s*POSTALE|CASE\s*POSTALE|C\.P\.|B\.?P\.?\s*\d+|POSTFACH|POSTBUS|CASELLA\s*POSTALE|CAIXA\s*POSTAL|POSTBOKS|POSTBOX)(?![A-Z])/iu;

export const poBoxDetection: CheckRule = {
  name: 'id_po_box_detection',
  requirement: 'not_required',
  reasons: ['po_box', 'missing_address'],
  run({fields}) {
    const lines = [fields['address-street-1'], fields['address-street-2']].filter((field) => field !== undefined);
    if (lines.length === 0) return notApplicable('missing_address');
    const regions = regionsOfFields(fields, ['address-street-1', 'address-street-2']);
    return lines.some(({value}) => poBox.test(value)) ? failed('po_box', regions) : passed(regions);
  },
};

export const realIdDetection: CheckRule = {
  name: 'id_real_id_detection',
  requirement: 'not_required',
  reasons: ['not_real_id', 'no_barcode', 'not_stated', 'not_on_this_document'],
  run({fields, pictures, classification}) {
    const {type, country} = classification;
    // The REAL ID Act is one of the United States (element DDA of AAMVA's bar code, since version 2 of 2003).
    const elsewhere =
      (country !== undefined && country !== 'US') || (type !== undefined && type !== 'dl' && type !== 'id');
    if (elsewhere) return notApplicable('not_on_this_document');
    if (!findAamva(pictures)) return notApplicable('no_barcode');
    const stated = fields['real-id'];
    if (!stated) return notApplicable('not_stated');
    const regions = regionsOfFields(fields, ['real-id']);
    return stated.value === 'true' ? passed(regions) : failed('not_real_id', regions);
  },
};
