/** A link as a QR code (ISO/IEC 18004), drawn as one SVG path: sharp at any size, dark on light in every colour scheme. */
import {correction, generate} from 'lean-qr';

/** Modules of quiet zone that the standard asks for. */
const quiet = 4;

export function drawCode(link: string): SVGSVGElement {
  // Medium: a screen reflects, but nothing covers a part of the code.
  const code = generate(link, {minCorrectionLevel: correction.M});
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const side = code.size + 2 * quiet;
  svg.setAttribute('viewBox', `${-quiet} ${-quiet} ${side} ${side}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}
