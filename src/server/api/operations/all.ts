/** Every operation of the public API. */
import type {AnyOperation} from '../operation.ts';
import {documentOperations} from './documents.ts';
import {eventOperations} from './events.ts';
import {inquiryTemplateOperations} from './inquiry-templates.ts';
import {verificationOperations} from './verifications.ts';

export const operations: readonly AnyOperation[] = [
  ...inquiryTemplateOperations,
  ...verificationOperations,
  ...documentOperations,
  ...eventOperations,
];
