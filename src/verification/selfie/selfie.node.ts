/**
 * The selfie engine: frames of a session in, checks out.
 *
 * Steps: measure every frame -> one vector a frame -> the best three of the straight ones stand for the person -> against the
 * document's portrait and the account's earlier selfie, more closely where the score is grey -> age -> checks.
 */
import type {ProgressWord} from '../../protocol/position.ts';
import type {SelfieResult} from '../../protocol/selfie.ts';
import type {SelfieInput} from '../engine.ts';
import {ageContext, ageNetSide} from '../face/age-net.ts';
import {contextBox, dlibChip, squeezed} from '../face/align.ts';
import {dlibScore, type Embedding} from '../face/embedding.ts';
import {readFrame, withIdentity, type ReadFrame} from '../face/measure-frame.node.ts';
import {findPortrait, type Portrait} from '../face/portrait.node.ts';
import {decodeImage, encodeDisplayJpeg} from '../image/decode.node.ts';
import {bestOf, selfieFrame} from './best-frames.ts';
import {installedFaceEngine, type FaceEngine} from './engine.node.ts';
import {fusedScore, needsStepUp} from './match.ts';
import type {Comparison, SelfieReading} from './reading.ts';
import {runSelfieChecks, withoutNets} from './run-checks.ts';

/** Frames whose mean stands for the person; and in the closer look, and for the age. */
const bestCount = 3;
const closerCount = 5;

export async function judgeSelfie(input: SelfieInput, report: Report = () => undefined): Promise<SelfieResult> {
  const started = process.cpuUsage();
  const engine = await installedFaceEngine();
  const result = engine ? await judge(engine, input, report) : {checks: withoutNets(input.config), displayImages: []};
  const {user, system} = process.cpuUsage(started);
  return {...result, cpuMs: (user + system) / 1000};
}

type Report = (word: ProgressWord) => void;

async function judge(engine: FaceEngine, input: SelfieInput, report: Report): Promise<Omit<SelfieResult, 'cpuMs'>> {
  const {nets, embedder} = engine;
  report('finding_face');
  const read: ReadFrame[] = [];
  for (const frame of input.frames) read.push(await withIdentity(nets, embedder, await readFrame(nets, frame)));
  report('checking_liveness');
  const frames = read.map(({measured}, i) => selfieFrame(measured, input.frames[i]));
  const best = bestOf(frames, closerCount);
  const bestRead = best.flatMap((id) => read.find(({measured}) => measured.id === id) ?? []);
  const own = vectorsOf(bestRead);
  report('comparing_faces');
  const reading: SelfieReading = {
    frames,
    best: best.slice(0, bestCount),
    record: input.liveness,
    config: input.config,
    net: embedder,
    today: input.today,
    ...(input.document && {document: await compareDocument(engine, input.document, bestRead)}),
    ...(input.account && {account: compareAccount(engine, input.account, own)}),
    ...(bestRead.length > 0 && {age: await estimateAge(engine, bestRead)}),
  };
  const template = own.length > 0 && {model: embedder.model, embedding: embedder.mean(own.slice(0, bestCount))};
  return {
    checks: runSelfieChecks(reading),
    displayImages: await displayImages(read, reading),
    ...(template && {template}),
  };
}

async function compareDocument(
  engine: FaceEngine,
  {bytes, birthdate}: NonNullable<SelfieInput['document']>,
  bestRead: readonly ReadFrame[],
): Promise<NonNullable<SelfieReading['document']>> {
  const image = await decodeImage(bytes, {side: 1600});
  const frame = {data: image.rgb, width: image.width, height: image.height, channels: 3 as const};
  const portrait = await findPortrait(engine.nets.faces, frame);
  const known = birthdate === undefined ? {} : {birthdate};
  if (!portrait) return {faceFound: false, ...known};
  const comparison = await compare(engine, portrait, bestRead);
  return {faceFound: true, ...(comparison && {comparison}), ...known};
}

async function compare(
  {nets, embedder}: FaceEngine,
  portrait: Portrait,
  bestRead: readonly ReadFrame[],
): Promise<Comparison | undefined> {
  const own = vectorsOf(bestRead);
  if (own.length === 0) return undefined;
  const theirs = await embedder.embed(portrait.frame, portrait.mesh);
  const first = own.slice(0, bestCount);
  const score = embedder.compare(embedder.mean(first), theirs);
  // a second opinion counts only beside the net it was calibrated with
  if (embedder.model !== 'fr_feature' || !needsStepUp(score, embedder.calibration))
    return {score, frames: first.length};
  const dlib = await nets.dlib();
  const reference = await dlib.embed(dlibChip(portrait.frame, portrait.mesh));
  const closer: number[] = [];
  for (const {frame, mesh} of bestRead)
    if (mesh) closer.push(1 - dlibScore(await dlib.embed(dlibChip(frame, mesh)), reference));
  const distance = closer.reduce((sum, each) => sum + each, 0) / Math.max(1, closer.length);
  const wider = embedder.compare(embedder.mean(own), theirs);
  return {
    score,
    frames: first.length,
    stepUp: {frames: own.length, score: wider, fused: fusedScore(wider, distance)},
  };
}

function compareAccount(
  {embedder}: FaceEngine,
  account: NonNullable<SelfieInput['account']>,
  own: readonly Embedding[],
): NonNullable<SelfieReading['account']> {
  const first = own.slice(0, bestCount);
  if (account.model !== embedder.model || first.length === 0) return {};
  return {comparison: {score: embedder.compare(embedder.mean(first), account.embedding), frames: first.length}};
}

async function estimateAge(
  {nets}: FaceEngine,
  bestRead: readonly ReadFrame[],
): Promise<{estimate: number; frames: number}> {
  const net = await nets.age();
  const ages: number[] = [];
  for (const {frame, mesh} of bestRead) {
    if (mesh) ages.push(await net.estimate(squeezed(frame, contextBox(frame, mesh, ageContext).box, ageNetSide)));
  }
  return {estimate: ages.reduce((sum, age) => sum + age, 0) / Math.max(1, ages.length), frames: ages.length};
}

function vectorsOf(read: readonly ReadFrame[]): Embedding[] {
  return read.flatMap(({measured}) => measured.face?.embedding ?? []);
}

/** For people to look at: the best straight frame, and the last of every other pose. */
async function displayImages(
  read: readonly ReadFrame[],
  reading: SelfieReading,
): Promise<SelfieResult['displayImages']> {
  const chosen = new Map<string, string>();
  for (const {id, pose, face} of reading.frames) if (face) chosen.set(pose, id);
  const [first] = reading.best;
  if (first !== undefined) chosen.set('center', first);
  const ids = [...new Set(chosen.values())];
  const images: SelfieResult['displayImages'] = [];
  for (const id of ids) {
    const frame = read.find(({measured}) => measured.id === id);
    const pose = id === first ? 'center' : reading.frames.find((each) => each.id === id)?.pose;
    if (frame && pose) images.push({pose, evidenceId: id, ...(await encodeDisplayJpeg(frame.image, {maxSide: 960}))});
  }
  return images;
}
