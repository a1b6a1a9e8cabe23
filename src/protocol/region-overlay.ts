/**
 * How the regions of checks are drawn on a picture: one drawing for the dashboard, for print and for the documentation.
 *
 * Regions are rectangles of the whole upright picture. Where the flattened card is shown they become quadrilaterals, by the homography
 * that flattened it. `overlayShapes` gives plain values for a template; `overlaySvg` a whole SVG document as text.
 */
import type {ImageRegion} from './check.ts';

export interface OverlayMark {
  region: ImageRegion;
  /** Said beside it; empty = nothing. */
  label: string;
  tone: OverlayTone;
}
export type OverlayTone = 'passed' | 'failed' | 'neutral';

/** What is drawn on, in its own pixels. `corners`: where a flattened card lies in the whole picture, as shares of that. */
export interface OverlayFrame {
  width: number;
  height: number;
  corners?: readonly Point[];
}

export interface Point {
  x: number;
  y: number;
}

export interface OverlayShape {
  tone: OverlayTone;
  /** Corners in pixels of the frame. */
  points: [Point, Point, Point, Point];
  /** As an SVG attribute has them. */
  path: string;
  label?: OverlayLabel;
}

export interface OverlayLabel {
  text: string;
  /** The plate behind the text. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of the text, whose baseline begins at `textX`, `textY`. */
  fontSize: number;
  textX: number;
  textY: number;
}

/** Marks of one place are drawn once, with all that is said of it. */
export function overlayShapes(marks: readonly OverlayMark[], frame: OverlayFrame): OverlayShape[] {
  const toFrame = mapping(frame);
  const shapes: OverlayShape[] = [];
  for (const {region, labels, tone} of placesOf(marks)) {
    const [left, top] = [region.x / region.pictureWidth, region.y / region.pictureHeight];
    const [right, bottom] = [left + region.width / region.pictureWidth, top + region.height / region.pictureHeight];
    const points = [
      toFrame({x: left, y: top}),
      toFrame({x: right, y: top}),
      toFrame({x: right, y: bottom}),
      toFrame({x: left, y: bottom}),
    ] as OverlayShape['points'];
    const label = labels.length > 0 ? placeLabel(labels.join(' · '), points, frame) : undefined;
    const path = points.map(({x, y}) => `${round(x)},${round(y)}`).join(' ');
    shapes.push({tone, points, path, ...(label && {label})});
  }
  return shapes;
}

/** Colours of the documents' SVG; the dashboard has its own. */
const colours: Record<OverlayTone, string> = {passed: '#1d7a3e', failed: '#c0261c', neutral: '#1f5fbf'};

/** `picture`: address of the picture below, where there is to be one. */
export function overlaySvg(marks: readonly OverlayMark[], frame: OverlayFrame & {picture?: string}): string {
  const {width, height, picture} = frame;
  const stroke = round(Math.max(2, width / 400));
  const shapes = overlayShapes(marks, frame).map(({tone, path, label}) => {
    const colour = colours[tone];
    const polygon = `<polygon points="${path}" fill="${colour}" fill-opacity="0.14" stroke="${colour}" stroke-width="${stroke}"/>`;
    return label ? `${polygon}${plate(label, colour)}` : polygon;
  });
  const below = picture === undefined ? '' : `<image href="${escape(picture)}" width="${width}" height="${height}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${below}${shapes.join('')}</svg>`;
}

function plate({text, x, y, width, height, fontSize, textX, textY}: OverlayLabel, colour: string): string {
  const box = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colour}"/>`;
  const place = `x="${round(textX)}" y="${round(textY)}"`;
  return `${box}<text ${place} font-family="sans-serif" font-size="${round(fontSize)}" fill="#fff">${escape(text)}</text>`;
}

interface Place {
  region: ImageRegion;
  labels: string[];
  tone: OverlayTone;
}

function placesOf(marks: readonly OverlayMark[]): Place[] {
  const places = new Map<string, Place>();
  for (const {region, label, tone} of marks) {
    const key = `${region.x} ${region.y} ${region.width} ${region.height}`;
    const place = places.get(key) ?? {region, labels: [], tone};
    // What failed shows through what passed.
    if (tone === 'failed') place.tone = tone;
    if (label !== '' && !place.labels.includes(label)) place.labels.push(label);
    places.set(key, place);
  }
  return [...places.values()];
}

/** Above its shape, or below where there is no room above; never beyond the frame where it fits into it. */
function placeLabel(text: string, points: readonly Point[], {width, height}: OverlayFrame): OverlayLabel {
  const fontSize = Math.max(11, width / 55);
  const padding = fontSize * 0.3;
  // No font is measured here: 0.6 of the size is a little more than the mean letter takes.
  const size = {width: text.length * fontSize * 0.6 + 2 * padding, height: fontSize * 1.4};
  const left = Math.min(...points.map(({x}) => x));
  const top = Math.min(...points.map(({y}) => y));
  const bottom = Math.max(...points.map(({y}) => y));
  const x = Math.max(0, Math.min(left, width - size.width));
  const y = Math.max(0, top >= size.height ? top - size.height : Math.min(bottom, height - size.height));
  return {text, x, y, ...size, fontSize, textX: x + padding, textY: y + fontSize * 1.05};
}

/** From shares of the whole picture to pixels of the frame. */
function mapping({width, height, corners}: OverlayFrame): (point: Point) => Point {
  const [p0, p1, p2, p3] = corners ?? [];
  if (!p0 || !p1 || !p2 || !p3) return ({x, y}) => ({x: x * width, y: y * height});
  const h = squareTo([p0, p1, p2, p3]);
  return ({x, y}) => {
    // Solves x = (a u + b v + c) / (g u + k v + 1) and its twin for u and v.
    const [a, b, c] = [h.a - h.g * x, h.b - h.k * x, x - h.c];
    const [d, e, f] = [h.d - h.g * y, h.e - h.k * y, y - h.f];
    const det = a * e - b * d || 1e-9;
    return {x: (width * (c * e - b * f)) / det, y: (height * (a * f - c * d)) / det};
  };
}

/** The unit square onto a quadrilateral (Heckbert 1989). */
function squareTo([p0, p1, p2, p3]: [Point, Point, Point, Point]) {
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y];
  const [dx1, dx2, dy1, dy2] = [p1.x - p2.x, p3.x - p2.x, p1.y - p2.y, p3.y - p2.y];
  const det = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (sx * dy2 - dx2 * sy) / det;
  const k = (dx1 * sy - sx * dy1) / det;
  return {
    ...{a: p1.x - p0.x + g * p1.x, b: p3.x - p0.x + k * p3.x, c: p0.x},
    ...{d: p1.y - p0.y + g * p1.y, e: p3.y - p0.y + k * p3.y, f: p0.y},
    ...{g, k},
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
