/** Which side has to be asked for before a document can be judged. */
import {twoSidedTypes, type DocumentSide} from '../../protocol/government-id.ts';
import {kindOf} from './carries.ts';
import type {SubmissionReading} from './reading.ts';

/**
 * A two-sided document of which only the front came, and whose front does not carry what machines read, needs its back.
 * A back with a zone or a bar code says everything that is judged.
 */
export function missingSide({
  pictures,
  unreadable,
  classification,
  chosen,
}: MissingSideInput): DocumentSide | undefined {
  const submitted = [...pictures, ...unreadable].map((one) => one.side);
  if (submitted.length === 0 || submitted.includes('back') || classification.source !== undefined) return undefined;
  const {type} = kindOf(classification, chosen);
  return type !== undefined && twoSidedTypes.includes(type) ? 'back' : undefined;
}

type MissingSideInput = Pick<SubmissionReading, 'pictures' | 'unreadable' | 'classification' | 'chosen'>;
