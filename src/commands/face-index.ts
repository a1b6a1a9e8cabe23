/**
 * The gallery in a database that has pgvector: no process holds the faces, and what the database holds are faces turned by a secret of
 * the environment and the net (`turn-face.ts`). Whom it names is told only after the sealed originals were compared.
 *
 * 1. A kept face and its turned twin are written in one transaction (`keepFace`); the database takes away one with the other.
 * 2. Faces that were kept before the extension came, or by a process that did not know of it, are taken in by `indexFaces`. Until the
 *    first of these is done for an environment and a net, its faces are scanned in memory as without the extension.
 */
import {
  countFaceVectors,
  isFaceVectorMissing,
  lockFacesWithoutVector,
  scanFaceVectors,
  searchFaceVectors,
  type NearFace,
} from '../storage/face-vector.ts';
import {listFaceTemplates} from '../storage/face-template.ts';
import {comparisonOf, distanceAt, type Embedding} from '../verification/face/embedding.ts';
import type {FaceGallery, GalleryHit} from '../verification/face/gallery.ts';
import type {Context} from './context.ts';
import {openFace} from './face-template.ts';
import {putTurnedFace, turnOf} from './turn-face.ts';
import {unlessGone} from './unless-gone.ts';

/** Which faces: an inquiry is never compared with itself. */
export interface FacesOf {
  envId: string;
  model: string;
  exceptInquiryId: string;
}

/** Up to so many faces every one is looked at, beyond them the index is asked. */
const mostScanned = 20_000;
/** People told at most, the most alike first. */
const mostHits = 100;
/** What single precision may add to a distance. */
const margin = 1e-3;

/** Undefined where the database has no such index, or it does not have all faces yet. */
export async function indexedGallery(ctx: Context, of: FacesOf): Promise<FaceGallery | undefined> {
  if (!ctx.database.faceVectors || !(await isComplete(ctx, of))) return undefined;
  return {
    async search(face, {threshold, exceptAccountId}) {
      const question = {
        ...of,
        exceptAccountId,
        turned: turnOf(ctx, of)(face),
        mostDistance: distanceAt(of.model, threshold) + margin,
      };
      const {compared, near} = await ctx.database.transaction(async (tx) => {
        const compared = await countFaceVectors(tx, question);
        const near =
          compared > mostScanned
            ? await searchFaceVectors(tx, question, mostHits)
            : await scanFaceVectors(tx, question);
        return {compared, near};
      });
      const hits = await confirmed(ctx, of, {face, near: near.slice(0, mostHits)});
      return {compared, hits: hits.filter(({score}) => score >= threshold)};
    },
  };
}

/** Turned faces only say whom to look at: what is told is measured on the sealed originals. */
async function confirmed(
  ctx: Context,
  {envId, model}: FacesOf,
  {face, near}: {face: Embedding; near: readonly NearFace[]},
): Promise<GalleryHit[]> {
  const accounts = new Map(near.map(({id, accountId}) => [id, accountId]));
  const rows = await listFaceTemplates(ctx.database.db, {envId, inquiryIds: [...accounts.keys()]});
  const hits: GalleryHit[] = [];
  for (const row of rows) {
    const accountId = accounts.get(row.inquiry_id);
    const opened = await openFace(ctx, row).catch(unlessGone);
    if (accountId === undefined || opened?.model !== model) continue;
    hits.push({id: row.inquiry_id, accountId, score: comparisonOf(model)(face, opened.embedding)});
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** Faces of one transaction. */
const batch = 100;

type Place = Parameters<typeof lockFacesWithoutVector>[1];

/** Takes in what the index lacks; returns how many. A row that somebody else holds waits for the next time. */
export async function indexFaces(ctx: Context, signal?: AbortSignal): Promise<number> {
  if (!ctx.database.faceVectors) return 0;
  let taken = 0;
  let after: Place | undefined = {env_id: '', inquiry_id: ''};
  while (after && !signal?.aborted) {
    const step = await takeIn(ctx, after);
    taken += step.taken;
    after = step.last;
  }
  return taken;
}

/** A batch after the place. Its rows are held until it is in: no later face of theirs and no redaction comes between. */
function takeIn(ctx: Context, after: Place): Promise<{taken: number; last?: Place}> {
  return ctx.database.transaction(async (tx) => {
    const rows = await lockFacesWithoutVector(tx, after, batch);
    let taken = 0;
    for (const row of rows) {
      const face = await openFace(ctx, row, tx).catch(unlessGone);
      if (!face) continue;
      await putTurnedFace(ctx, tx, {envId: row.env_id, inquiryId: row.inquiry_id, ...face});
      taken++;
    }
    const last = rows.length < batch ? undefined : rows.at(-1);
    return {taken, ...(last && {last})};
  });
}

const complete = new WeakMap<Context['database'], Set<string>>();

/** Asked until it is so: from then on every face comes with its vector. */
async function isComplete({database}: Context, {envId, model}: FacesOf): Promise<boolean> {
  const known = complete.get(database) ?? new Set();
  complete.set(database, known);
  const key = JSON.stringify([envId, model]);
  if (known.has(key)) return true;
  if (await isFaceVectorMissing(database.db, {envId, model})) return false;
  known.add(key);
  return true;
}
