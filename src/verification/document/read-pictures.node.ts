/** From files to readings: decode, measure, read the machine-readable zone, else the bar code. */
import type {DocumentSide} from '../../protocol/government-id.ts';
import {findPdf417, type BarcodeSearch} from '../barcode/find-pdf417.ts';
import {parseAamva} from '../barcode/parse-aamva.ts';
import {preparePdf417Reader} from '../barcode/pdf417-wasm.node.ts';
import type {DocumentEvidence, GovernmentIdInput} from '../engine.ts';
import {decodeImage, ImageError, type DecodedPage} from '../image/decode.node.ts';
import type {GrayImage} from '../image/gray.ts';
import {measureQuality} from '../image/quality.ts';
import {measureAuthenticity} from './authenticity/authenticity.ts';
import {ghostPortrait, type GhostPortrait, type PortraitFace} from './authenticity/ghost-portrait.node.ts';
import {pastedEdge} from './authenticity/pasted-edge.ts';
import {areaOf, farAway, findCardOutline} from './card-outline.ts';
import {flatSize, type CardPlace} from './card-place.ts';
import {fingerprint} from './fingerprint.ts';
import {mrzRecogniser} from './mrz-net.node.ts';
import {readMrz} from './mrz/read.ts';
import type {Frame} from '../face/frame.ts';
import {findPortrait} from '../face/portrait.node.ts';
import {faceQuality} from '../face/quality.ts';
import {installedFaceEngine, type FaceEngine} from '../selfie/engine.node.ts';
import type {DocumentPortrait, PictureReading, UnreadableFile} from './reading.ts';
import {findFields} from './viz/find-fields.ts';
import {visualZoneNets} from './viz/nets.node.ts';
import {readVisualZone} from './viz/read-visual-zone.node.ts';
import {cutView, sizeView, toPicture, viewOfOutline} from './viz/view.ts';

/** One upright picture with the evidence it came from. */
export interface Picture {
  evidenceId: string;
  side: DocumentSide;
  page: DecodedPage;
  /** The program that wrote the file, as it says itself. */
  software?: string;
}

/** A file that is no picture within the limits is told apart, not thrown. */
export async function decodeEvidence(
  evidence: readonly DocumentEvidence[],
): Promise<{pictures: Picture[]; unreadable: UnreadableFile[]}> {
  const pictures: Picture[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const {id, side, bytes} of evidence) {
    try {
      const decoded = await decodeImage(bytes);
      const pages: DecodedPage[] = decoded.pages ?? [decoded];
      const software = decoded.software === undefined ? {} : {software: decoded.software};
      // A PDF of two pages is a scanned front and back, unless the back came as a file of its own.
      const used = evidence.length > 1 ? pages.slice(0, 1) : pages.slice(0, 2);
      pictures.push(
        ...used.map((page, i) => ({evidenceId: id, side: i === 0 ? side : otherSide(side), page, ...software})),
      );
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      unreadable.push({evidenceId: id, side, reason: error.code});
    }
  }
  return {pictures, unreadable};
}

export function measurePicture({evidenceId, side, page, software}: Picture): PictureReading {
  const image = {data: page.rgb, width: page.width, height: page.height};
  return {
    evidenceId,
    side,
    width: Math.round(page.width * page.scaleToOriginal),
    height: Math.round(page.height * page.scaleToOriginal),
    scaleToOriginal: page.scaleToOriginal,
    quality: measureQuality(page.gray, image),
    authenticity: measureAuthenticity(image, software),
  };
}

/** Where the card lies and what it looks like as a whole. */
export function outlinePicture(reading: PictureReading, {page}: Picture): PictureReading {
  const outline = findCardOutline(page.gray);
  return {...reading, ...(outline && {outline}), fingerprint: fingerprint(page.gray, outline?.quad)};
}

export async function readZone(
  reading: PictureReading,
  {page}: Picture,
  options: {today: string; anyOrientation: boolean},
): Promise<PictureReading> {
  const mrz = await readMrz(page.gray, await mrzRecogniser(), options);
  return mrz ? {...reading, mrz} : reading;
}

export async function readBarcode(reading: PictureReading, {page}: Picture): Promise<PictureReading> {
  await preparePdf417Reader();
  const inPicture = await findPdf417(page.gray);
  const barcode = inPicture.status === 'decoded' ? inPicture : await findOnCard(page.gray, inPicture);
  if (barcode.status !== 'decoded') return {...reading, barcode};
  return {...reading, barcode, aamva: parseAamva(barcode.text)};
}

/** Longer side of the flattened card, in pixels: four to the narrowest bar of a licence's code. */
const cardSide = 2000;
/** A card that covers more of its picture than this was seen when the picture was looked at. */
const mostOfPicture = 0.5;

/** Once more on the card flattened, where a code was seen but not decoded or where the card is small in its picture. */
async function findOnCard(gray: GrayImage, inPicture: BarcodeSearch): Promise<BarcodeSearch> {
  const outline = findCardOutline(gray, farAway);
  if (!outline) return inPicture;
  const small = areaOf(outline.quad) < mostOfPicture * gray.width * gray.height;
  if (inPicture.status === 'absent' && !small) return inPicture;
  const view = sizeView(viewOfOutline(outline.quad), cardSide);
  const found = await findPdf417(cutView(gray, view));
  if (found.status === 'absent') return inPicture;
  const corners = found.corners.map(toPicture(view)) as typeof found.corners;
  return found.status === 'located' ? {...found, corners} : {...found, corners, attempt: 'card'};
}

export interface PrintOptions {
  today: string;
  /** The issuer's, ISO 3166-1 alpha-2, where it is known. */
  country?: string;
  /** Whether a picture with these lines will do; all of them are read otherwise. */
  enough?: (reading: PictureReading) => boolean;
}

/** What is printed for people. */
export async function readPrint(
  reading: PictureReading,
  {page}: Picture,
  {enough, ...about}: PrintOptions,
): Promise<PictureReading> {
  const {mrz, outline} = reading;
  const zone = await readVisualZone(page.gray, await visualZoneNets(), {
    ...(mrz && {mrz}),
    ...(outline && {outline}),
    ...(enough && {enough: (lines) => enough({...reading, visual: {lines, fields: {}}})}),
  });
  return {...reading, visual: {...zone, fields: findFields(zone.lines, about)}};
}

/** The holder's face on a front; another side keeps what it has. */
export async function readPortrait(
  reading: PictureReading,
  {page}: Picture,
  selfie?: GovernmentIdInput['selfie'],
): Promise<PictureReading> {
  if (reading.side !== 'front') return reading;
  const engine = await installedFaceEngine();
  if (!engine) return {...reading, portrait: false};
  const {frame, scale} = smallerFrame(page);
  const found = await findPortrait(engine.nets.faces, frame);
  if (!found) return reading;
  const {x, y, width, height} = found.detection.box;
  const box = {x: x * scale, y: y * scale, width: width * scale, height: height * scale};
  const {sharpness, interocular} = faceQuality(frame, found.mesh);
  const eyeDistance = interocular * scale;
  const pasted = reading.card && pastedEdge(page.gray, box, reading.card.quad);
  const ghost = await ghostOf(engine, page, {face: {frame, mesh: found.mesh, box, eyeDistance}, card: reading.card});
  const {embedder} = engine;
  const own = selfie?.model === embedder.model ? selfie : undefined;
  const score = own && embedder.compare(await embedder.embed(frame, found.mesh), own.embedding);
  const portrait: DocumentPortrait = {
    box,
    score: found.detection.score,
    sharpness,
    eyeDistance: eyeDistance * page.scaleToOriginal,
    ...(pasted && {pasted}),
    ...(ghost && {ghost}),
    ...(score !== undefined && {selfie: {score, net: embedder}}),
  };
  return {...reading, portrait};
}

/** A ghost has half the size at most: where the eyes of the first stand near, there is nothing to compare. */
const leastEyesForGhost = 50;

async function ghostOf(
  engine: FaceEngine,
  {rgb, width, height}: DecodedPage,
  {face, card}: {face: PortraitFace & {eyeDistance: number}; card: CardPlace | undefined},
): Promise<GhostPortrait | undefined> {
  if (!card || face.eyeDistance < leastEyesForGhost) return undefined;
  return ghostPortrait(engine, {data: rgb, width, height}, {face, quad: card.quad, size: flatSize(card)});
}

/** Every nth pixel, so that the longer side is at most 1600: the detector sees 128 of them. */
function smallerFrame({rgb, width, height}: DecodedPage): {frame: Frame; scale: number} {
  const scale = Math.ceil(Math.max(width, height) / 1600);
  if (scale === 1) return {frame: {data: rgb, width, height, channels: 3}, scale};
  const [columns, rows] = [Math.floor(width / scale), Math.floor(height / scale)];
  const data = new Uint8Array(columns * rows * 3);
  for (let y = 0, to = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, to += 3) {
      const from = (y * scale * width + x * scale) * 3;
      data[to] = rgb[from] ?? 0;
      data[to + 1] = rgb[from + 1] ?? 0;
      data[to + 2] = rgb[from + 2] ?? 0;
    }
  }
  return {frame: {data, width: columns, height: rows, channels: 3}, scale};
}

function otherSide(side: DocumentSide): DocumentSide {
  return side === 'front' ? 'back' : 'front';
}
