/** Every check of a government ID, by name. A new one is a new line here and a new row in docs/checks.md. */
import {ageInconsistency} from './ages.ts';
import {colourInconsistency, electronicReplica, fabrication, tamper} from './authenticity.ts';
import {barcodeDetection, barcodeInconsistency} from './barcode.ts';
import type {CheckRule} from './check-rule.ts';
import {ageComparison, expired, validDates} from './dates.ts';
import {accountComparison, inquiryComparison} from './holder.ts';
import {disallowedCountry, disallowedType, entityDetection, typeDetection} from './kind.ts';
import {compromised, numberFormatInconsistency} from './known-documents.ts';
import {poBoxDetection, realIdDetection} from './licence.ts';
import {listMatch} from './lists.ts';
import {mrzDetection, mrzInconsistency} from './mrz.ts';
import {notRun} from './not-run.ts';
import {blur, glare, unprocessable} from './picture.ts';
import {portraitClarity, portraitDetection} from './portrait.ts';
import {ghostComparison, portraitPaste} from './portrait-replaced.ts';
import {extractedProperties, extractionInconsistency} from './properties.ts';
import {inconsistentRepeat, repeat} from './repeats.ts';
import {selfieComparison} from './selfie.ts';
import {doubleSide} from './sides.ts';

export const governmentIdChecks: readonly CheckRule[] = [
  unprocessable,
  typeDetection,
  entityDetection,
  disallowedCountry,
  disallowedType,
  doubleSide,
  mrzDetection,
  mrzInconsistency,
  barcodeDetection,
  barcodeInconsistency,
  extractedProperties,
  extractionInconsistency,
  expired,
  validDates,
  ageComparison,
  blur,
  glare,
  compromised,
  numberFormatInconsistency,
  ageInconsistency,
  inquiryComparison,
  accountComparison,
  poBoxDetection,
  realIdDetection,
  repeat,
  inconsistentRepeat,
  listMatch,
  electronicReplica,
  colourInconsistency,
  tamper,
  portraitDetection,
  portraitClarity,
  portraitPaste,
  ghostComparison,
  selfieComparison,
  fabrication,
  ...notRun,
];
