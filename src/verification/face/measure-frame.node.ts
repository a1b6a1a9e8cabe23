/** One picture of a face as the server measures it, from the bytes: whatever a browser said of it does not count. */
import type {FaceFrame, MeasuredFace} from '../../protocol/selfie.ts';
import {decodeImage, type DecodedImage} from '../image/decode.node.ts';
import {resizeGray, type GrayImage} from '../image/gray.ts';
import type {Detection} from './detect.ts';
import type {Embedder} from './embedder.node.ts';
import type {Frame} from './frame.ts';
import type {InstalledNets} from './installed.node.ts';
import type {Mesh} from './mesh.ts';
import {detectFaces, meshOfDetection} from './nets.ts';
import {passiveScore} from './passive.ts';
import {measureFace} from './quality.ts';
import {rigidCoordinates} from './rigid.ts';
import {readWorn} from './worn.ts';

/** Longer side at which frames are measured; a camera gives 640 to 1280. */
const side = 1280;

/** A frame with what only the engine needs: its pixels and its mesh. */
export interface ReadFrame {
  measured: FaceFrame;
  frame: Frame;
  image: DecodedImage;
  mesh?: Mesh;
}

export async function readFrame(nets: InstalledNets, {id, bytes}: {id: string; bytes: Uint8Array}): Promise<ReadFrame> {
  const image = await decodeImage(bytes, {side});
  const frame: Frame = {data: image.rgb, width: image.width, height: image.height, channels: 3};
  const found = await detectFaces(nets.faces, frame);
  const measured: FaceFrame = {
    id,
    width: frame.width,
    height: frame.height,
    faces: found.length,
    hash: hashOf(image.gray),
  };
  const largest = largestOf(found);
  if (!largest) return {measured, frame, image};
  const {mesh} = await meshOfDetection(nets.faces, frame, largest);
  return {measured: {...measured, face: measuredFace(frame, largest, mesh)}, frame, image, mesh};
}

/** With what the verdict needs beside the measures: the vector, the passive net's score, and what is worn. */
export async function withIdentity(nets: InstalledNets, embedder: Embedder, read: ReadFrame): Promise<ReadFrame> {
  const {frame, mesh, measured} = read;
  if (!mesh || !measured.face) return read;
  const embedding = await embedder.embed(frame, mesh);
  const passive = await passiveScore(await nets.passive(), frame, mesh);
  const face = {...measured.face, embedding, passive: passive.score, worn: readWorn(frame, mesh)};
  return {...read, measured: {...measured, face}};
}

/** The face that fills most of the picture: people walk by behind. */
export function largestOf(found: readonly Detection[]): Detection | undefined {
  const area = ({box}: Detection): number => box.width * box.height;
  return [...found].sort((a, b) => area(b) - area(a))[0];
}

export function measuredFace(frame: Frame, {score, box}: Detection, mesh: Mesh): MeasuredFace {
  const {pose, expression, quality} = measureFace(frame, mesh);
  return {
    score,
    box,
    pose,
    points: rigidCoordinates(mesh),
    eyeDistance: quality.interocular,
    eyeOpen: Math.min(expression.eyeOpenLeft, expression.eyeOpenRight),
    mouthOpen: expression.mouthOpen,
    quality: {
      sharpness: quality.sharpness,
      luma: quality.brightness,
      overexposed: quality.glare,
      asymmetry: quality.unevenness,
    },
  };
}

/** Difference hash: whether each of 8 x 8 cells is darker than its right neighbour. */
function hashOf(gray: GrayImage): string {
  const [columns, rows] = [9, 8];
  const small = resizeGray(
    gray,
    Math.max(columns / gray.width, rows / gray.height, 64 / Math.max(gray.width, gray.height)),
  );
  const cell = (column: number, row: number): number => {
    const x = Math.min(small.width - 1, Math.floor(((column + 0.5) * small.width) / columns));
    const y = Math.min(small.height - 1, Math.floor(((row + 0.5) * small.height) / rows));
    return small.data[y * small.width + x] ?? 0;
  };
  let bits = 0n;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      bits = (bits << 1n) | (cell(column, row) < cell(column + 1, row) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}
