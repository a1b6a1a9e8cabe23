/** Pictures with what checks looked at marked on them, side by side where they are upright and one by one where they are wide. */
import {overlayShapes, type OverlayShape} from '../../protocol/region-overlay.ts';
import type {PrintPicture} from '../../protocol/print.ts';
import {colours, type Sheet} from './sheet.node.ts';

const gap = 18;
/** No picture is higher, in points. */
const highest = 330;

export function drawPictures(sheet: Sheet, pictures: readonly PrintPicture[]): void {
  const columns = pictures.length > 1 ? 2 : 1;
  const column = (sheet.width - gap * (columns - 1)) / columns;
  for (let i = 0; i < pictures.length; i += columns) {
    const row = pictures.slice(i, i + columns).map((picture) => placed(sheet, picture, column));
    const height = Math.max(...row.map((one) => one.height)) + 16;
    sheet.need(height);
    row.forEach((one, n) => drawPicture(sheet, one, sheet.left + n * (column + gap)));
    sheet.y += height;
    sheet.skip(8);
  }
}

function placed(sheet: Sheet, picture: PrintPicture, column: number) {
  const image = sheet.pdf.openImage(Buffer.from(picture.jpeg));
  const scale = Math.min(column / image.width, highest / image.height);
  return {picture, image, scale, width: image.width * scale, height: image.height * scale};
}

function drawPicture(sheet: Sheet, {picture, image, scale, width, height}: ReturnType<typeof placed>, x: number): void {
  const {pdf} = sheet;
  sheet.draw(sheet.set(picture.title, width, {size: 8, colour: colours.quiet}), x, sheet.y);
  const top = sheet.y + 14;
  pdf.save().roundedRect(x, top, width, height, 4).clip();
  pdf.image(image, x, top, {width, height});
  const frame = {width: image.width, height: image.height, ...(picture.corners && {corners: picture.corners})};
  const shapes = overlayShapes(picture.marks, frame);
  for (const shape of shapes) drawShape(sheet, shape, {x, y: top, scale});
  for (const shape of shapes) drawLabel(sheet, shape, {x, y: top, scale, width, height});
  pdf.restore();
  pdf.roundedRect(x, top, width, height, 4).lineWidth(0.6).stroke(colours.line);
}

interface Place {
  x: number;
  y: number;
  scale: number;
}

function drawShape(sheet: Sheet, {points, tone}: OverlayShape, {x, y, scale}: Place): void {
  const corners = points.map((point) => [x + point.x * scale, y + point.y * scale] as [number, number]);
  sheet.pdf
    .polygon(...corners)
    .lineWidth(0.9)
    .fillOpacity(0.08)
    .fillAndStroke(colours[tone], colours[tone])
    .fillOpacity(1);
}

/** In the size of print, not of the picture. */
function drawLabel(sheet: Sheet, {label, points, tone}: OverlayShape, place: Place & {width: number; height: number}) {
  if (!label) return;
  const text = sheet.set(label.text, 400, {size: 5.5, colour: '#ffffff', bold: true});
  const size = {width: (text.lines[0]?.width ?? 0) + 5, height: 8};
  const left = place.x + Math.min(...points.map(({x}) => x)) * place.scale;
  const top = place.y + Math.min(...points.map(({y}) => y)) * place.scale;
  const x = Math.max(place.x, Math.min(left, place.x + place.width - size.width));
  const y = Math.max(place.y, top - size.height);
  sheet.pdf.rect(x, y, size.width, size.height).fill(colours[tone]);
  sheet.draw({...text, lines: text.lines.slice(0, 1)}, x + 2.5, y + 0.2);
}
