/** Every check of a document that is no ID, by name. A new one is a new line here and a new row in docs/checks.md. */
import {accountComparison, inquiryComparison} from './resident.ts';
import {extractedProperties, poBox, typeDetection} from './contents.ts';
import {expired} from './age.ts';
import {fabrication} from './making.ts';
import type {PaperRule} from './paper-rule.ts';
import {unprocessable} from './pages.ts';

export const genericDocumentChecks: readonly PaperRule[] = [
  unprocessable,
  typeDetection,
  extractedProperties,
  expired,
  inquiryComparison,
  accountComparison,
  poBox,
  fabrication,
];
