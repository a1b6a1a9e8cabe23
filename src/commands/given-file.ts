/**
 * Files that a backend sends inline. Their bytes are sealed before the commit that gives them meaning, for no bytes flow inside of a
 * transaction; where that commit never comes, the sweep takes them away within a day.
 */
import {CountersignError} from '../protocol/errors.ts';
import type {EvidenceSide} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import {insertEvidence, setFileFacts} from '../storage/evidence.ts';
import type {EvidenceRow} from '../storage/evidence.ts';
import type {SealedObject} from '../storage/files.ts';
import type {Context} from './context.ts';
import {admitFile, contentTypes} from './admit-file.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

export interface GivenFile {
  bytes: Uint8Array;
  filename: string;
  /** Where it stood in the request. */
  pointer: string;
}

export interface SealedFile {
  fileId: string;
  sealed: SealedObject;
  contentType: string;
}

/** Under the key of `subjectId`, which is made where there is none. @throws CountersignError `unprocessable` for what is no picture or PDF */
export async function sealGivenFiles<F extends GivenFile>(
  ctx: Context,
  scope: Scope,
  subjectId: string,
  files: readonly F[],
): Promise<(F & SealedFile)[]> {
  if (files.length === 0) return [];
  const {envId} = scope;
  const typed = files.map((file) => ({...file, contentType: contentTypeOf(file)}));
  const reserved = await write(ctx, scope, async (w) => {
    const ids: string[] = [];
    for (const {contentType, filename} of typed)
      ids.push(await ctx.files.reserve(w.tx, {envId, subjectId, contentType, filename, now: w.now}));
    return ids;
  });
  const done: (F & SealedFile)[] = [];
  for (const [i, file] of typed.entries()) {
    const fileId = reserved[i] ?? '';
    const limits = {maxBytes: file.bytes.byteLength};
    done.push({...file, fileId, sealed: await ctx.files.write({envId, id: fileId}, [file.bytes], limits)});
  }
  return done;
}

/** The file counts from this commit on. */
export async function keepGivenFile(w: Write, {fileId, sealed, contentType}: SealedFile): Promise<void> {
  const key = {envId: w.envId, id: fileId};
  await w.ctx.files.commit(w.tx, key, sealed, w.now);
  await setFileFacts(w.tx, key, {content_type: contentType});
}

/** A file as the picture of a side, for an engine to look at. `file` is kept already. */
export async function evidenceOfFile(
  w: Write,
  file: {fileId: string; side: EvidenceSide; inquiryId: string | null; step: string},
): Promise<EvidenceRow> {
  const evidence: EvidenceRow = {
    env_id: w.envId,
    id: newId('evidence', w.now.getTime()),
    inquiry_id: file.inquiryId,
    file_id: file.fileId,
    step: file.step,
    side: file.side,
    capture: 'upload',
    state: 'ready',
    created_at: w.now,
  };
  await insertEvidence(w.tx, evidence);
  return evidence;
}

function contentTypeOf({bytes, filename, pointer}: GivenFile): string {
  const admitted = admitFile(bytes, {filename});
  if (admitted.type === 'refused') throw new CountersignError('unprocessable', {...admitted.why, pointer});
  return contentTypes[admitted.format];
}
