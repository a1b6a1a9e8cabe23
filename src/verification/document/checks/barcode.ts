/** The PDF417 bar code of North American cards: is it there, and does it agree with itself. */
import type {PictureReading} from '../reading.ts';
import {barcodeRegion} from '../regions.ts';
import {expectBarcode} from '../carries.ts';
import {findAamva} from '../classify.ts';
import {missingSide} from '../missing-side.ts';
import {failed, judged, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOr, type Places} from './places.ts';

export const barcodeDetection: CheckRule = {
  name: 'id_barcode_detection',
  requirement: 'required',
  /** Bar codes with a licence in them that were read. */
  threshold: 1,
  unit: 'count',
  reasons: ['barcode_not_detected', 'barcode_not_decoded', 'barcode_not_aamva', 'back_missing', 'not_on_this_document'],
  run(reading, threshold) {
    const {pictures, classification, chosen} = reading;
    const found = findAamva(pictures);
    if (found) {
      const {document} = found;
      const attempt = found.picture.barcode?.status === 'decoded' ? found.picture.barcode.attempt : 'none';
      const detail = {'aamva-version': document.version, 'read-by': attempt};
      const value = pictures.filter(({aamva}) => aamva?.ok).length;
      const more = {value, ...placesOf([found.picture], pictures), detail};
      return value >= threshold ? passed(more) : failed('barcode_not_detected', more);
    }
    const expected = expectBarcode(classification, chosen);
    if (expected === 'not_on_this_document') return notApplicable('not_on_this_document');
    const reason = missingSide(reading) === 'back' ? 'back_missing' : barcodeTrouble(pictures);
    return failed(reason, {value: 0, ...placesOf(pictures, pictures)});
  },
};

export const barcodeInconsistency: CheckRule = {
  name: 'id_barcode_inconsistency_detection',
  requirement: 'required',
  /** Elements that cannot be true alone or together. */
  threshold: 0,
  unit: 'count',
  reasons: [
    'unknown_issuer',
    'issuer_jurisdiction_mismatch',
    'issuer_country_mismatch',
    'birth_after_issue',
    'expiry_before_issue',
    'under_21_date_mismatch',
    'element_malformed',
    'barcode_not_detected',
    'barcode_not_decoded',
    'barcode_not_aamva',
    'not_on_this_document',
  ],
  run({pictures, classification, chosen}, threshold) {
    const found = findAamva(pictures);
    if (!found && expectBarcode(classification, chosen) === 'not_on_this_document') {
      return notApplicable('not_on_this_document');
    }
    if (!found) return notApplicable(barcodeTrouble(pictures));
    const {contradictions, fields, directoryExact} = found.document;
    const malformed = Object.values(fields).filter((field) => !field.valid);
    const reasons = [...contradictions, ...(malformed.length > 0 ? ['element_malformed'] : [])];
    const value = contradictions.length + malformed.length;
    const more = {
      value,
      ...placesOf([found.picture], pictures),
      detail: {'malformed-elements': malformed.map((field) => field.element), 'directory-exact': directoryExact},
    };
    return value > threshold ? judged(reasons, more) : passed(more);
  },
};

/** Why there is no licence text, as exact as is known. */
function barcodeTrouble(pictures: readonly PictureReading[]): string {
  if (pictures.some((picture) => picture.barcode?.status === 'decoded')) return 'barcode_not_aamva';
  if (pictures.some((picture) => picture.barcode?.status === 'located')) return 'barcode_not_decoded';
  return 'barcode_not_detected';
}

/** Where there are bar codes, else all that was searched. */
function placesOf(carriers: readonly PictureReading[], pictures: readonly PictureReading[]): Places {
  return placesOr(carriers.map(barcodeRegion), pictures);
}
