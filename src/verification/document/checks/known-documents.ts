/** Whether it is a document that everybody can find a picture of, and whether its number is one that its issuer gives. */
import {isPlaceholderNumber, isSpecimenHolder, findSpecimenNumber} from '../authenticity/known-specimens.ts';
import {numberFormat} from '../authenticity/number-formats.ts';
import {toMrzName} from '../mrz/transliterate.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOfFields} from './places.ts';

export const compromised: CheckRule = {
  name: 'id_compromised_detection',
  requirement: 'required',
  /** Signs of a document that everybody can have. */
  threshold: 0,
  unit: 'count',
  reasons: ['known_specimen', 'specimen_name', 'placeholder_number', 'no_document_number'],
  run(reading, threshold) {
    const {fields, classification, sandbox} = reading;
    const number = fields['document-number'];
    const surname = fields['name-last'];
    if (!number && !surname) return notApplicable('no_document_number');
    const specimen = number && findSpecimenNumber(number.value);
    const reasons: string[] = [];
    if (specimen) reasons.push('known_specimen');
    if (surname && isSpecimenHolder(mrzName(surname.value), mrzName(fields['name-first']?.value ?? '')))
      reasons.push('specimen_name');
    if (number && isPlaceholderNumber(number.value)) reasons.push('placeholder_number');
    const more = {value: reasons.length, ...placesOfFields(reading, ['document-number', 'name-last'])};
    // A sandbox is where people try our own, and those of a state that does not exist.
    if (sandbox && (specimen?.demo || classification.issuerKind === 'specimen'))
      return passed({...more, value: 0, detail: {'specimen-in-sandbox': reasons.length > 0}});
    return reasons.length <= threshold ? passed(more) : failed(reasons, more);
  },
};

function mrzName(name: string): string {
  return toMrzName(name).replaceAll('<', ' ');
}

export const numberFormatInconsistency: CheckRule = {
  name: 'id_number_format_inconsistency_detection',
  requirement: 'not_required',
  /** Numbers that are not of their issuer's form: there is one. */
  threshold: 0,
  unit: 'count',
  reasons: ['number_format_mismatch', 'no_known_format', 'no_document_number'],
  run(reading, threshold) {
    const {fields, classification} = reading;
    const number = fields['document-number'];
    if (!number) return notApplicable('no_document_number');
    const format = numberFormat(classification);
    if (!format) return notApplicable('no_known_format');
    const value = format.test(plain(number.value)) ? 0 : 1;
    const more = {
      value,
      ...placesOfFields(reading, ['document-number']),
      detail: {'number-length': plain(number.value).length},
    };
    return value <= threshold ? passed(more) : failed('number_format_mismatch', more);
  },
};

/** Dashes and blanks are how a number is set, not what it is. */
function plain(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
