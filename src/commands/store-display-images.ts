/** Seals the engine's upright, metadata-free pictures, so that people can look at them; they count once their verification is settled. */
import type {EvidenceSide} from '../protocol/flow.ts';
import type {DisplayPicture, FlatCard} from '../protocol/government-id.ts';
import type {SealedObject} from '../storage/files.ts';
import type {Context} from './context.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

export interface DisplayImage {
  side: EvidenceSide;
  evidenceId: string;
  whole: StoredPicture;
  /** The card flattened, where it was found. */
  card?: StoredPicture & {shape: FlatCard};
}

export interface StoredPicture {
  fileId: string;
  sealed: SealedObject;
}

/** What an engine gives to look at: a document's card, or a page. */
type Displayable = Pick<DisplayPicture, 'evidenceId' | 'jpeg' | 'card'> & {side: EvidenceSide};

/** More than any upright re-encoding of 50 megapixels takes. */
const largestDisplayBytes = 32 * 1024 * 1024;

export async function storeDisplayImages(
  ctx: Context,
  scope: Scope,
  inquiryId: string,
  images: readonly Displayable[],
): Promise<DisplayImage[]> {
  const {envId} = scope;
  if (images.length === 0) return [];
  const jpegs = images.flatMap(({jpeg, card}) => [jpeg, ...(card ? [card.jpeg] : [])]);
  const fileIds = await write(ctx, scope, async (w) => {
    const ids: string[] = [];
    for (const _jpeg of jpegs) {
      ids.push(await ctx.files.reserve(w.tx, {envId, subjectId: inquiryId, contentType: 'image/jpeg', now: w.now}));
    }
    return ids;
  });

  const free = [...fileIds];
  const store = async (jpeg: Uint8Array): Promise<StoredPicture> => {
    const fileId = free.shift();
    if (fileId === undefined) throw new Error('A picture has no file reserved.');
    return {fileId, sealed: await ctx.files.write({envId, id: fileId}, [jpeg], {maxBytes: largestDisplayBytes})};
  };
  const stored: DisplayImage[] = [];
  for (const {side, evidenceId, jpeg, card} of images) {
    const whole = await store(jpeg);
    stored.push({side, evidenceId, whole, ...(card && {card: {...(await store(card.jpeg)), shape: shapeOf(card)}})});
  }
  return stored;
}

function shapeOf({jpeg: _bytes, ...shape}: FlatCard & {jpeg: Uint8Array}): FlatCard {
  return shape;
}
