/** What makes a drawing feel like a document: woven lines, rosettes, a portrait. All our own; none is any issuer's. */
import {drawText} from './draw-text.ts';
import {sansBold} from './face-sans-bold.ts';

export interface Palette {
  /** Strong colour of titles. */
  ink: string;
  /** Light ground, from top left to bottom right. */
  ground: [string, string];
  /** Fine lines. */
  line: string;
  accent: string;
}

/** Strands of sine waves that weave through one another, across the whole width. */
export function drawWeave({
  width,
  y,
  height,
  color,
  strands = 18,
}: {
  width: number;
  y: number;
  height: number;
  color: string;
  strands?: number;
}): string {
  let paths = '';
  for (let k = 0; k < strands; k++) {
    const phase = (k / strands) * Math.PI * 2;
    let d = '';
    for (let x = -10; x <= width + 10; x += 10) {
      const swell = 0.55 + 0.45 * Math.sin((x / width) * Math.PI * 3 + phase / 2);
      const at = y + (height / 2) * swell * Math.sin((x / width) * Math.PI * 7 + phase);
      d += `${d === '' ? 'M' : 'L'}${x} ${at.toFixed(1)}`;
    }
    paths += `<path d="${d}"/>`;
  }
  return `<g fill="none" stroke="${color}" stroke-width="0.7" opacity="0.5">${paths}</g>`;
}

/** Petals turned a little from ring to ring. */
export function drawRosette({
  x,
  y,
  radius,
  color,
  petals = 12,
  rings = 14,
}: {
  x: number;
  y: number;
  radius: number;
  color: string;
  petals?: number;
  rings?: number;
}): string {
  let paths = '';
  for (let k = 0; k < rings; k++) {
    let d = '';
    for (let step = 0; step <= 360; step += 3) {
      const angle = (step * Math.PI) / 180;
      const r =
        radius * (0.62 + 0.38 * Math.cos(petals * angle + (k / rings) * Math.PI * 2)) * (0.55 + (0.45 * k) / rings);
      d += `${d === '' ? 'M' : 'L'}${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;
    }
    paths += `<path d="${d}Z"/>`;
  }
  return `<g fill="none" stroke="${color}" stroke-width="0.6" opacity="0.55">${paths}</g>`;
}

export function drawGround({width, height, palette}: {width: number; height: number; palette: Palette}): string {
  const [from, to] = palette.ground;
  const weaves = [0.2, 0.5, 0.8]
    .map((at, i) =>
      drawWeave({width, y: height * at, height: height * 0.34, color: i === 1 ? palette.accent : palette.line}),
    )
    .join('');
  return (
    `<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/>` +
    `<stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="url(#ground)"/>${weaves}` +
    drawRosette({x: width * 0.82, y: height * 0.42, radius: height * 0.3, color: palette.line})
  );
}

/** The portrait once more, small and pale, as a second print that is hard to replace along with the first. */
export function drawGhost({
  x,
  y,
  width,
  height,
  photo,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  photo: string;
}): string {
  return (
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" opacity="0.55">` +
    `<image href="${photo}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice"/></svg>`
  );
}

/** A neutral figure in lines: nobody, and plainly so. */
export function drawPortrait({
  x,
  y,
  width,
  height,
  palette,
  photo,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  palette: Palette;
  /** A photograph as a data URL. */
  photo?: string | undefined;
}): string {
  if (photo !== undefined) {
    return (
      `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<image href="${photo}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice"/>` +
      `<rect width="${width}" height="${height}" fill="none" stroke="${palette.ink}" stroke-width="3"/></svg>`
    );
  }
  const line = `fill="none" stroke="${palette.ink}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"`;
  return (
    `<g transform="translate(${x} ${y}) scale(${width / 100} ${height / 130})">` +
    `<rect width="100" height="130" rx="3" fill="#f4f6f7" stroke="${palette.ink}" stroke-width="0.8"/>` +
    `<path d="M8 129C10 104 26 95 40 92L40 80L60 80L60 92C74 95 90 104 92 129Z" fill="${palette.ground[1]}"/>` +
    `<ellipse cx="50" cy="57" rx="23" ry="29" fill="#fbfbfa"/>` +
    `<path d="M26 58C22 28 36 18 51 18C67 18 78 29 74 58C72 45 68 39 60 36C50 42 36 40 31 42C28 46 27 52 26 58Z" fill="${palette.line}" opacity="0.55"/>` +
    `<g ${line}><path d="M8 129C10 104 26 95 40 92L40 83"/><path d="M92 129C90 104 74 95 60 92L60 83"/>` +
    `<path d="M27 55C27 76 38 87 50 87C62 87 73 76 73 55"/><path d="M26 58C22 28 36 18 51 18C67 18 78 29 74 58"/>` +
    `<path d="M35 53Q40 50 45 53M55 53Q60 50 65 53M50 56L47 67L52 68M43 76Q50 79 57 76M40 93Q50 104 60 93"/></g>` +
    `<circle cx="40" cy="57" r="2" fill="${palette.ink}"/><circle cx="60" cy="57" r="2" fill="${palette.ink}"/>` +
    drawText('SPECIMEN', {face: sansBold, x: 50, y: 124, size: 11, anchor: 'middle', fill: '#b3261e', spacing: 1}) +
    `</g>`
  );
}

/** Large and pale across the whole document. */
export function drawSpecimenMark({width, height}: {width: number; height: number}): string {
  const size = width / 7.5;
  const text = drawText('SPECIMEN', {
    face: sansBold,
    x: 0,
    y: size * 0.36,
    size,
    anchor: 'middle',
    fill: '#b3261e',
    spacing: size * 0.08,
  });
  return `<g opacity="0.11" transform="translate(${width / 2} ${height / 2}) rotate(-18)">${text}</g>`;
}

/** A contactless-chip sign is a standard's mark, so ours is a plain star in a ring. */
export function drawEmblem({x, y, radius, color}: {x: number; y: number; radius: number; color: string}): string {
  let points = '';
  for (let i = 0; i < 16; i++) {
    const r = i % 2 === 0 ? radius * 0.72 : radius * 0.34;
    const angle = (i * Math.PI) / 8 - Math.PI / 2;
    points += `${(x + r * Math.cos(angle)).toFixed(1)},${(y + r * Math.sin(angle)).toFixed(1)} `;
  }
  return (
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${color}" stroke-width="2"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius * 0.86}" fill="none" stroke="${color}" stroke-width="0.8"/>` +
    `<polygon points="${points.trim()}" fill="${color}"/>`
  );
}
