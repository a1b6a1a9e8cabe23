/** Covers drawn over the lower half of a face, along its mesh: what `worn` learns coverings from, as nobody gave us photographs of them. */
import sharp from 'sharp';
import type {Frame, Point} from '../../src/verification/face/frame.ts';
import {at, type Mesh} from '../../src/verification/face/mesh.ts';
import {interocular} from '../../src/verification/face/pose.ts';

export const coverKinds = ['surgical', 'black', 'white', 'pattern', 'scarf', 'skin', 'mouth', 'hand'] as const;
export type CoverKind = (typeof coverKinds)[number];

/** From ear to ear along the jaw. */
const jaw = [93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323];

/** From 0 to 1, the same every time: a linear congruential generator. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** The frame with one cover, once more compressed as a camera's frame is. */
export async function covered(frame: Frame, mesh: Mesh, kind: CoverKind, roll: () => number): Promise<Frame> {
  const {width, height} = frame;
  const raw = {raw: {width, height, channels: 3 as const}};
  const drawing = Buffer.from(drawingOf(kind, mesh, {width, height, skin: skinOf(frame, mesh), roll}));
  const jpeg = await sharp(frame.data, raw)
    .composite([{input: drawing}])
    .removeAlpha()
    .jpeg({quality: 88})
    .toBuffer();
  const grey = isGrey(frame);
  const {data} = await sharp(jpeg)
    .modulate({saturation: grey ? 0.01 : 1})
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true});
  return {data: new Uint8Array(data), width, height, channels: 3};
}

interface Ground {
  width: number;
  height: number;
  skin: [number, number, number];
  roll: () => number;
}

function drawingOf(kind: CoverKind, mesh: Mesh, {width, height, skin, roll}: Ground): string {
  const eyes = interocular(mesh);
  const [red, green, blue] = skin;
  const light = (0.299 * red + 0.587 * green + 0.114 * blue) / 150;
  const colour = (...parts: number[]) =>
    `rgb(${parts.map((part) => Math.min(255, Math.round(part * light))).join(',')})`;
  const any = () => colour(40 + roll() * 200, 40 + roll() * 200, 40 + roll() * 200);
  const own = `rgb(${skin.map(Math.round).join(',')})`;
  const fills: Record<CoverKind, string> = {
    surgical: colour(150, 190, 215),
    black: colour(35, 35, 38),
    white: colour(225, 225, 222),
    pattern: 'url(#p)',
    scarf: 'url(#p)',
    skin: own,
    mouth: any(),
    hand: own,
  };
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`;
  if (kind === 'hand') return `${open}${fingers(mesh, eyes, own)}</svg>`;
  const {outline, folds} = shapeOf(kind, mesh, {height, eyes, roll});
  const side = eyes * (0.06 + roll() * 0.15);
  const spot =
    roll() < 0.5
      ? `<circle cx="${side / 2}" cy="${side / 2}" r="${side * 0.3}" fill="${any()}"/>`
      : `<rect width="${side}" height="${side * 0.45}" fill="${any()}"/>`;
  return `${open}<defs>
    <pattern id="p" width="${side}" height="${side}" patternUnits="userSpaceOnUse" patternTransform="rotate(${roll() * 90})">
      <rect width="${side}" height="${side}" fill="${any()}"/>${spot}</pattern>
    <linearGradient id="g"><stop offset="0" stop-opacity=".35"/><stop offset=".4" stop-opacity="0"/>
      <stop offset="1" stop-opacity=".35"/></linearGradient>
    <clipPath id="c"><path d="${outline}"/></clipPath></defs>
    <path d="${outline}" fill="${fills[kind]}"/>
    <g clip-path="url(#c)" stroke-width="${eyes * 0.02}" fill="none" stroke="black" stroke-opacity=".27">${folds}
      <path d="${outline}" fill="url(#g)" stroke="none"/></g></svg>`;
}

function shapeOf(
  kind: CoverKind,
  mesh: Mesh,
  {height, eyes, roll}: {height: number; eyes: number; roll: () => number},
): {outline: string; folds: string} {
  const small = kind === 'mouth';
  const middle = at(mesh, 164);
  const grow = kind === 'scarf' ? 1.06 : 1.02;
  const out = (index: number): Point => {
    const {x, y} = at(mesh, index);
    return {x: middle.x + (x - middle.x) * grow, y: middle.y + (y - middle.y) * grow};
  };
  const top = at(mesh, small ? 2 : ([6, 197, 195, 5][Math.floor(roll() * 4)] ?? 197));
  const [left, right] = [out(small ? 132 : 93), out(small ? 361 : 323)];
  const along = small ? jaw.slice(1, -1) : jaw;
  const below =
    kind === 'scarf'
      ? `M${text(left)} L${left.x - 0.3 * eyes},${height} L${right.x + 0.3 * eyes},${height} L${text(right)}`
      : `M${along.map((index) => text(out(index))).join(' L')}`;
  const [cheekLeft, cheekRight] = small ? [142, 371] : [118, 347];
  const over = ` Q${text(at(mesh, cheekRight))} ${text(top)} Q${text(at(mesh, cheekLeft))} ${text(left)} Z`;
  const between = (a: Point, b: Point, share: number): Point => ({
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
  });
  const pleats = [0.3, 0.5, 0.7].map((share) => {
    const [from, to] = [between(left, out(172), share), between(right, out(397), share)];
    return `<path d="M${text(from)} Q${text(between(top, at(mesh, 152), share))} ${text(to)}"/>`;
  });
  const seam = `<path d="M${text(top)} Q${at(mesh, 1).x + eyes * 0.05},${at(mesh, 1).y} ${text(at(mesh, 152))}"/>`;
  return {outline: below + over, folds: kind === 'surgical' ? pleats.join('') : kind === 'white' ? seam : ''};
}

function fingers(mesh: Mesh, eyes: number, fill: string): string {
  const [x, y] = [at(mesh, 61).x - eyes * 0.9, at(mesh, 0).y - eyes * 0.12];
  return [0, 1, 2, 3]
    .map(
      (i) =>
        `<rect x="${x}" y="${y + i * eyes * 0.17}" width="${eyes * (1.9 - 0.1 * i)}" height="${eyes * 0.2}" rx="${eyes * 0.1}" fill="${fill}" stroke="black" stroke-opacity=".35" stroke-width="${eyes * 0.02}"/>`,
    )
    .join('');
}

function text({x, y}: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

/** Mean of a patch below the eyes. */
function skinOf({data, width, height}: Frame, mesh: Mesh): [number, number, number] {
  const eyes = interocular(mesh);
  const {x, y} = at(mesh, 5);
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let dy = -0.1; dy <= 0.1; dy += 0.05) {
    for (let dx = -0.3; dx <= 0.3; dx += 0.05) {
      const px = Math.max(0, Math.min(width - 1, Math.round(x + dx * eyes)));
      const py = Math.max(0, Math.min(height - 1, Math.round(y + dy * eyes)));
      for (const c of [0, 1, 2] as const) sum[c] += data[3 * (py * width + px) + c] ?? 0;
      count++;
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function isGrey({data}: Frame): boolean {
  for (let i = 0; i + 2 < data.length; i += 999) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}
