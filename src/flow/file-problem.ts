/** What the server found wrong with a file itself, in words of its own. */
import {FlowApiError} from './flow-api-error.ts';
import type {WordKey} from './words.ts';

const byCode: Record<string, WordKey> = {
  payload_too_large: 'problems.file_too_large',
  unsupported_media_type: 'problems.file_unsupported',
};

/** Undefined for trouble that has nothing to do with the file. */
export function fileProblem(error: unknown): WordKey | undefined {
  if (!(error instanceof FlowApiError)) return undefined;
  return error.problem ? `problems.${error.problem}` : byCode[error.code];
}
