/**
 * The second, smaller portrait that many documents carry (a "ghost"): whether it shows the person of the first. Looked for on the flat
 * card beside the first one, in parts, for the detector sees no face below a twelfth of what it is given.
 */
import {detectFaces, meshOfDetection} from '../../face/nets.ts';
import {largestOf} from '../../face/measure-frame.node.ts';
import type {Frame} from '../../face/frame.ts';
import type {Mesh} from '../../face/mesh.ts';
import {distance} from '../../face/frame.ts';
import {eyeCentre} from '../../face/mesh.ts';
import type {FaceEngine} from '../../selfie/engine.node.ts';
import {squareToQuad, type RgbImage} from '../../image/gray.ts';
import type {PixelBox} from '../../image/quality.ts';
import {warpRgb} from '../../image/warp-rgb.ts';
import type {Quad} from '../viz/view.ts';

export interface GhostPortrait {
  /** Of the two faces, -1 to 1. */
  likeness: number;
  /** Of the ghost, in pixels of the picture. */
  box: PixelBox;
}

/** The first portrait: where it is in the picture, and as it was found. */
export interface PortraitFace {
  frame: Frame;
  mesh: Mesh;
  box: PixelBox;
}

/** Width of the flat card, in pixels; a ghost is about a tenth of it. */
const flatWidth = 1200;
/** Of the detector: holograms and emblems stay below. */
const leastScore = 0.75;
/** In pixels of the picture: eyes nearer to one another show too little to be compared. */
const leastEyeDistance = 25;
/** A ghost is smaller; what is as large is somebody else's picture, or the same one found twice. */
const mostSize = 0.75;

export async function ghostPortrait(
  {nets, embedder}: FaceEngine,
  image: RgbImage,
  {face, quad, size: full}: {face: PortraitFace; quad: Quad; size: {width: number; height: number}},
): Promise<GhostPortrait | undefined> {
  const size = {width: flatWidth, height: Math.round((flatWidth * full.height) / full.width)};
  const flat = warpRgb(image, quad, size);
  const place = placeOn(quad, size);
  for (const part of partsBeside(size, boxOnFlat(face.box, quad, size))) {
    const frame = cut(flat, part);
    const found = largestOf(await detectFaces(nets.faces, frame, leastScore));
    if (!found) continue;
    const {box} = found;
    const onFlat = {x: box.x + part.x, y: box.y + part.y, width: box.width, height: box.height};
    const onPicture = place(onFlat);
    if (onPicture.height > face.box.height * mostSize) continue;
    const {mesh, presence} = await meshOfDetection(nets.faces, frame, found);
    const eyes = distance(eyeCentre(mesh, 'left'), eyeCentre(mesh, 'right')) * (onPicture.width / box.width);
    if (presence < 0.5 || eyes < leastEyeDistance) continue;
    const [ghost, first] = [await embedder.embed(frame, mesh), await embedder.embed(face.frame, face.mesh)];
    return {likeness: embedder.compare(ghost, first), box: onPicture};
  }
  return undefined;
}

/** Squares of two thirds of the height to the left and right of the portrait. */
function partsBeside({width, height}: {width: number; height: number}, face: PixelBox): PixelBox[] {
  const side = Math.round(height * 0.6);
  const parts: PixelBox[] = [];
  const right = Math.round(face.x + face.width * 1.45);
  const left = Math.round(face.x - face.width * 0.45);
  for (const [from, to] of [
    [right, width],
    [0, left],
  ] as const) {
    if (to - from < side / 3) continue;
    const steps = Math.max(1, Math.ceil((to - from - side) / (side * 0.5)) + 1);
    for (let i = 0; i < steps; i++) {
      const x = steps === 1 ? from : Math.round(from + (i * (to - from - side)) / (steps - 1));
      const w = Math.min(side, to - from, width - x);
      for (const y of [0, height - side]) parts.push({x, y, width: w, height: side});
    }
  }
  return parts;
}

function cut({data, width}: RgbImage, box: PixelBox): Frame {
  const out = new Uint8Array(box.width * box.height * 3);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * width + box.x) * 3;
    out.set(data.subarray(from, from + box.width * 3), row * box.width * 3);
  }
  return {data: out, width: box.width, height: box.height, channels: 3};
}

/** From boxes of the flat card to boxes of the picture. */
function placeOn(quad: Quad, {width, height}: {width: number; height: number}): (box: PixelBox) => PixelBox {
  const h = squareToQuad(quad);
  const at = (x: number, y: number) => {
    const [u, v] = [x / width, y / height];
    const w = h.g * u + h.h * v + 1;
    return {x: (h.a * u + h.b * v + h.c) / w, y: (h.d * u + h.e * v + h.f) / w};
  };
  return (box) =>
    boundsOf([
      at(box.x, box.y),
      at(box.x + box.width, box.y),
      at(box.x + box.width, box.y + box.height),
      at(box.x, box.y + box.height),
    ]);
}

/** The portrait's box on the flat card: near enough by the corners of the card's own axes. */
function boxOnFlat(box: PixelBox, [p0, p1, , p3]: Quad, {width, height}: {width: number; height: number}): PixelBox {
  const [ax, ay, bx, by] = [p1.x - p0.x, p1.y - p0.y, p3.x - p0.x, p3.y - p0.y];
  const det = ax * by - ay * bx || 1;
  const at = (x: number, y: number) => ({
    x: (((x - p0.x) * by - (y - p0.y) * bx) / det) * width,
    y: (((y - p0.y) * ax - (x - p0.x) * ay) / det) * height,
  });
  return boundsOf([
    at(box.x, box.y),
    at(box.x + box.width, box.y),
    at(box.x + box.width, box.y + box.height),
    at(box.x, box.y + box.height),
  ]);
}

function boundsOf(points: readonly {x: number; y: number}[]): PixelBox {
  const [xs, ys] = [points.map(({x}) => x), points.map(({y}) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y};
}
