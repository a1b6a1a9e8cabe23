/**
 * Whether a face came before in another account. A database with pgvector is asked (`face-index.ts`). Elsewhere faces lie only sealed
 * with the keys of their inquiries: each process opens them once, and asks the database before every search which of them still may be
 * looked at, so what was redacted is gone from memory as well.
 */
import type {SelfieResult} from '../protocol/selfie.ts';
import {findInquiry} from '../storage/inquiry.ts';
import {listFaceOwners, listFaceTemplates} from '../storage/face-template.ts';
import type {FaceGallery, GalleryFace} from '../verification/face/gallery.ts';
import {scanningGallery, type ScanningGallery} from '../verification/face/scanning-gallery.node.ts';
import {suspiciousEntity, withFaceRepeats} from '../verification/selfie/checks/repeats.ts';
import type {Context} from './context.ts';
import {indexedGallery, type FacesOf} from './face-index.ts';
import {openFace} from './face-template.ts';
import {unlessGone} from './unless-gone.ts';

/** Faces opened with one query. */
const batch = 200;

const galleries = new WeakMap<Context['database'], Map<string, ScanningGallery>>();

/** The result with the check judged; as it is where the selfie gave no face. */
export async function compareFaces(
  ctx: Context,
  {envId, inquiryId}: {envId: string; inquiryId: string},
  result: SelfieResult,
): Promise<SelfieResult> {
  const threshold = result.checks.find(({name}) => name === suspiciousEntity.name)?.metadata.threshold;
  if (!result.template || threshold === undefined) return result;
  const inquiry = await findInquiry(ctx.database.db, envId, inquiryId);
  const accountId = inquiry?.account_id ?? undefined;
  if (accountId === undefined) {
    return {
      ...result,
      checks: withFaceRepeats(result.checks, {account: false, compared: 0, otherAccounts: 0, threshold}),
    };
  }
  const {model, embedding} = result.template;
  const gallery = await openGallery(ctx, {envId, model, exceptInquiryId: inquiryId});
  const {compared, hits} = await gallery.search(embedding, {threshold, exceptAccountId: accountId});
  const otherAccounts = new Set(hits.map((hit) => hit.accountId)).size;
  const [best] = hits;
  const repeats = {account: true, compared, otherAccounts, threshold, ...(best && {highest: best.score})};
  return {...result, checks: withFaceRepeats(result.checks, repeats)};
}

/** As the database stands at this moment: for one search. */
export async function openGallery(ctx: Context, of: FacesOf): Promise<FaceGallery> {
  return (await indexedGallery(ctx, of)) ?? (await scannedGallery(ctx, of));
}

async function scannedGallery(ctx: Context, of: FacesOf): Promise<FaceGallery> {
  const known = galleries.get(ctx.database) ?? new Map<string, ScanningGallery>();
  galleries.set(ctx.database, known);
  const key = JSON.stringify([of.envId, of.model]);
  const gallery = known.get(key) ?? scanningGallery(of.model);
  known.set(key, gallery);
  const missing = gallery.keepOnly(await listFaceOwners(ctx.database.db, of));
  for (let i = 0; i < missing.length; i += batch) await load(ctx, of.envId, gallery, missing.slice(i, i + batch));
  return gallery;
}

async function load(ctx: Context, envId: string, gallery: ScanningGallery, faces: GalleryFace[]): Promise<void> {
  const owners = new Map(faces.map((face) => [face.id, face]));
  const rows = await listFaceTemplates(ctx.database.db, {envId, inquiryIds: [...owners.keys()]});
  for (const row of rows) {
    const face = owners.get(row.inquiry_id);
    const opened = await openFace(ctx, row).catch(unlessGone);
    if (face && opened) gallery.add(face, opened.embedding);
  }
}
