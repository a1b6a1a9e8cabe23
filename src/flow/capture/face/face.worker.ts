/** Finds the face in preview frames beside the page: a bitmap comes in, numbers go out, one at a time. The nets are those of the server. */
import type {Frame} from '../../../verification/face/frame.ts';
import {boxAround} from '../../../verification/face/frame.ts';
import {regionOfMesh, type FaceRegion} from '../../../verification/face/mesh.ts';
import {detectFaces, meshOfDetection, readMesh, type FaceNets} from '../../../verification/face/nets.ts';
import {measureFace} from '../../../verification/face/quality.ts';
import {openFaceNets, prepareTensorflow, type GraphModelFiles} from '../../../verification/face/tensorflow-nets.ts';
import type {FaceReading} from './guide.ts';

/** Addresses of what the worker loads, all of our own origin. */
export interface FaceFiles {
  wasm: Record<string, string>;
  models: string;
}

export type FaceRequest = {load: FaceFiles} | {bitmap: ImageBitmap};
export type FaceAnswer = {ready: true} | {reading: FaceReading; ms: number} | {failed: 'load' | 'frame'};

interface WorkerScope {
  onmessage: ((event: MessageEvent<FaceRequest>) => void) | null;
  postMessage(answer: FaceAnswer): void;
}

/** Frames between two looks for faces anywhere; between them the face is followed. */
const lookAgain = 20;
/** Below this the face that was followed is lost. */
const present = 0.6;

const scope = globalThis as unknown as WorkerScope;
let nets: FaceNets | undefined;
let canvas: OffscreenCanvas | undefined;
let region: FaceRegion | undefined;
let faces = 0;
let sinceLook = 0;

scope.onmessage = ({data}) => {
  if ('load' in data) {
    void load(data.load).then(
      () => scope.postMessage({ready: true}),
      () => scope.postMessage({failed: 'load'}),
    );
    return;
  }
  const began = performance.now();
  read(data.bitmap).then(
    (reading) => scope.postMessage({reading, ms: performance.now() - began}),
    () => scope.postMessage({failed: 'frame'}),
  );
};

async function load({wasm, models}: FaceFiles): Promise<void> {
  const [detector, mesh] = await Promise.all([
    loadModel(`${models}face-detector`),
    loadModel(`${models}face-mesh`),
    prepareTensorflow(wasm),
  ]);
  nets = await openFaceNets({detector, mesh});
  // the first run of a net compiles it: better now than under the person's eyes
  const blank = {data: new Uint8ClampedArray(4 * 64 * 64), width: 64, height: 64, channels: 4} as const;
  await nets.detect(new Float32Array(128 * 128 * 3));
  await readMesh(nets, blank, {cx: 32, cy: 32, side: 64, roll: 0});
}

async function loadModel(address: string): Promise<GraphModelFiles> {
  const [topology, weights] = await Promise.all([fetchFile(`${address}.json`), fetchFile(`${address}.bin`)]);
  return {
    topology: (await topology.json()) as GraphModelFiles['topology'],
    weights: await weights.arrayBuffer(),
  };
}

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('A model did not come.');
  return response;
}

async function read(bitmap: ImageBitmap): Promise<FaceReading> {
  const frame = pixelsOf(bitmap);
  if (!nets) throw new Error('The nets are not loaded.');
  if (!region || sinceLook >= lookAgain) return lookEverywhere(nets, frame);
  sinceLook++;
  const {mesh, presence} = await readMesh(nets, frame, region);
  if (presence < present) return lookEverywhere(nets, frame);
  region = regionOfMesh(mesh);
  return readingOf(frame, mesh);
}

async function lookEverywhere(loaded: FaceNets, frame: Frame): Promise<FaceReading> {
  sinceLook = 0;
  const found = await detectFaces(loaded, frame);
  faces = found.length;
  const [largest] = found.toSorted((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  region = undefined;
  if (!largest) return {faces: 0};
  const {mesh, presence} = await meshOfDetection(loaded, frame, largest);
  if (presence < present) return {faces: 0};
  region = regionOfMesh(mesh);
  return readingOf(frame, mesh);
}

function readingOf(frame: Frame, mesh: Parameters<typeof measureFace>[1]): FaceReading {
  const {pose, quality, expression} = measureFace(frame, mesh);
  const box = boxAround(mesh);
  return {
    faces,
    face: {
      yaw: pose.yaw,
      pitch: pose.pitch,
      roll: pose.roll,
      eyeShare: quality.interocular / frame.width,
      share: quality.share,
      x: (box.x + box.width / 2) / frame.width,
      y: (box.y + box.height / 2) / frame.height,
      brightness: quality.brightness,
      sharpness: quality.sharpness,
      eyesOpen: expression.eyesOpen,
    },
  };
}

function pixelsOf(bitmap: ImageBitmap): Frame {
  const {width, height} = bitmap;
  if (!canvas || canvas.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return {data: context.getImageData(0, 0, width, height).data, width, height, channels: 4};
}
