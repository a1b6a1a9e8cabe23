/** The door for files: what can be told from the container alone is said at once, where a person can still choose another. */
import {fileProblem} from '../domain/steps/document-problems.ts';
import type {ErrorInfo} from '../protocol/errors.ts';
import type {FileClaims} from '../verification/image/claims.ts';
import {ImageError} from '../verification/image/image-error.ts';
import {inspectFile} from '../verification/image/inspect.node.ts';
import type {ImageFormat} from '../verification/image/sniff.ts';

export type Admission = {type: 'admitted'; format: ImageFormat} | {type: 'refused'; why: ErrorInfo};

export function admitFile(bytes: Uint8Array, claims: FileClaims): Admission {
  try {
    return {type: 'admitted', format: inspectFile(bytes, claims).format};
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const details = `${error.message}. Expected a JPEG, PNG, HEIC, WebP, TIFF or PDF file.`;
    return {type: 'refused', why: {details, reason: error.code, problem: fileProblem(error.code)}};
  }
}

export const contentTypes: Record<ImageFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tiff: 'image/tiff',
  heic: 'image/heic',
  pdf: 'application/pdf',
};
