/** Seals the engine's upright, metadata-free pictures, so that people can look at them; they count once their verification is settled. */
import type {EvidenceSide} from '../protocol/flow.ts';
import type {SealedObject} from '../storage/files.ts';
import type {Context} from './context.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

export interface DisplayImage {
  side: EvidenceSide;
  evidenceId: string;
  fileId: string;
  sealed: SealedObject;
}

/** More than any upright re-encoding of 50 megapixels takes. */
const largestDisplayBytes = 32 * 1024 * 1024;

export async function storeDisplayImages(
  ctx: Context,
  scope: Scope,
  inquiryId: string,
  images: readonly {side: EvidenceSide; evidenceId: string; jpeg: Uint8Array}[],
): Promise<DisplayImage[]> {
  const {envId} = scope;
  if (images.length === 0) return [];
  const fileIds = await write(ctx, scope, async (w) => {
    const ids: string[] = [];
    for (const _image of images) {
      ids.push(await ctx.files.reserve(w.tx, {envId, subjectId: inquiryId, contentType: 'image/jpeg', now: w.now}));
    }
    return ids;
  });

  const stored: DisplayImage[] = [];
  for (const [index, {side, evidenceId, jpeg}] of images.entries()) {
    const fileId = fileIds[index];
    if (fileId === undefined) continue;
    const sealed = await ctx.files.write({envId, id: fileId}, once(jpeg), {maxBytes: largestDisplayBytes});
    stored.push({side, evidenceId, fileId, sealed});
  }
  return stored;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
