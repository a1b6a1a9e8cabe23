/**
 * Draws each side of a specimen as SVG in tenths of a millimetre: a passport page of 125 x 88 mm (ICAO 9303-4), a card of
 * 85.6 x 54 mm (ISO/IEC 7810 ID-1). The layouts are our own; only what machines read follows its standard.
 */
import {formatAamva} from '../../verification/barcode/format-aamva.ts';
import {formatMrz} from '../../verification/document/mrz/format.ts';
import type {LicenceSpecimen, Specimen, TravelSpecimen} from './catalogue.ts';
import type {Palette} from './draw-ornament.ts';
import {drawEmblem, drawGhost, drawGround, drawPortrait, drawSpecimenMark} from './draw-ornament.ts';
import {drawPdf417} from './draw-pdf417.ts';
import {drawText} from './draw-text.ts';
import {portraitOf} from './people.ts';
import {ocrB} from './face-ocr-b.ts';
import {sans} from './face-sans.ts';
import {sansBold} from './face-sans-bold.ts';

export interface Drawing {
  /** File name without extension. */
  name: string;
  svg: string;
  /** Tenths of a millimetre. */
  width: number;
  height: number;
}

const teal: Palette = {ink: '#0b4f4a', ground: ['#eef6f4', '#d9ebe7'], line: '#7fb5ad', accent: '#c9a86a'};
const slate: Palette = {ink: '#27406b', ground: ['#f1f4fa', '#dbe4f2'], line: '#8ea7cf', accent: '#c58f9a'};
const sand: Palette = {ink: '#6a3d1c', ground: ['#fbf6ee', '#f0e3cf'], line: '#d0ab7d', accent: '#7fa8a2'};

const ownStreet = '1 SPECIMEN STREET';

/** `portrait`: a photograph in the holder's place, as a forger would put it; the ghost beside it stays the holder's. */
export async function drawSpecimen(specimen: Specimen, {portrait}: {portrait?: string} = {}): Promise<Drawing[]> {
  const own = specimen.kind === 'licence' ? undefined : await portraitOf(specimen.person);
  const shown = portrait === undefined ? own : await portraitOf({photo: portrait});
  switch (specimen.kind) {
    case 'passport':
      return [drawPassport(specimen, shown, own)];
    case 'id-card':
      return [drawIdFront(specimen, shown), drawIdBack(specimen)];
    case 'licence':
      return [drawLicenceFront(specimen), await drawLicenceBack(specimen)];
  }
}

function drawPassport(specimen: TravelSpecimen, photo: string | undefined, ghost: string | undefined): Drawing {
  const {person} = specimen;
  const page = {width: 1250, height: 880};
  const palette = specimen.issuer === 'UTO' ? teal : slate;
  const lines = formatMrz('TD3', mrzContent(specimen, 'P'));
  const body =
    drawGround({...page, palette}) +
    drawEmblem({x: 95, y: 82, radius: 42, color: palette.ink}) +
    title(specimen.issuerName.toUpperCase(), 160, 78, 44, palette) +
    title('PASSPORT', 1190, 78, 36, palette, 'end') +
    drawText('This is a specimen. It identifies nobody.', {face: sans, x: 162, y: 112, size: 18, fill: palette.ink}) +
    drawPortrait({x: 60, y: 170, width: 320, height: 416, palette, photo}) +
    (ghost === undefined ? '' : drawGhost({x: 1055, y: 330, width: 150, height: 195, photo: ghost})) +
    field('Type', 'P', 430, 190) +
    field('Code of issuer', specimen.issuer, 560, 190) +
    field('Passport number', specimen.number, 840, 190) +
    field('Surname', person.surname, 430, 268) +
    field('Given names', person.givenNames, 430, 346) +
    field('Nationality', specimen.issuerName.toUpperCase(), 430, 424) +
    field('Sex', person.sex, 840, 424) +
    field('Date of birth', readable(person.birthDate), 430, 502) +
    field('Date of issue', readable(specimen.issueDate), 430, 580) +
    field('Date of expiry', readable(specimen.expiryDate), 840, 580) +
    drawSpecimenMark(page) +
    `<rect x="0" y="672" width="1250" height="208" fill="#ffffff" opacity="0.72"/>` +
    machineReadable(lines, {width: 1250, firstLine: 752, gap: 63.5});
  return finish(specimen.name, page, body, 22);
}

function drawIdFront(specimen: TravelSpecimen, photo: string | undefined): Drawing {
  const {person} = specimen;
  const card = {width: 856, height: 540};
  const body =
    drawGround({...card, palette: slate}) +
    drawEmblem({x: 62, y: 58, radius: 32, color: slate.ink}) +
    title(specimen.issuerName.toUpperCase(), 112, 56, 32, slate) +
    title('IDENTITY CARD', 820, 56, 26, slate, 'end') +
    drawText('This is a specimen. It identifies nobody.', {face: sans, x: 113, y: 82, size: 14, fill: slate.ink}) +
    drawPortrait({x: 40, y: 130, width: 250, height: 325, palette: slate, photo}) +
    field('Surname', person.surname, 325, 140, 26) +
    field('Given names', person.givenNames, 325, 208, 26) +
    field('Nationality', specimen.issuerName.toUpperCase(), 325, 276, 26) +
    field('Sex', person.sex, 620, 276, 26) +
    field('Date of birth', readable(person.birthDate), 325, 344, 26) +
    field('Card number', specimen.number, 325, 412, 26) +
    field('Date of expiry', readable(specimen.expiryDate), 620, 412, 26) +
    drawSpecimenMark(card);
  return finish(`${specimen.name}-front`, card, body, 31);
}

function drawIdBack(specimen: TravelSpecimen): Drawing {
  const card = {width: 856, height: 540};
  const body =
    drawGround({...card, palette: slate}) +
    field('Place of birth', 'HARBOUR TOWN', 48, 52, 24) +
    field('Height', '172 CM', 420, 52, 24) +
    field('Date of issue', readable(specimen.issueDate), 620, 52, 24) +
    field('Authority', 'CIVIL REGISTRY OF UTOPIA', 48, 122, 24) +
    drawSpecimenMark({width: 856, height: 420}) +
    `<rect x="0" y="330" width="856" height="210" fill="#ffffff" opacity="0.72"/>` +
    machineReadable(formatMrz('TD1', mrzContent(specimen, 'I')), {width: 856, firstLine: 402, gap: 42.5});
  return finish(`${specimen.name}-back`, card, body, 31);
}

function drawLicenceFront(specimen: LicenceSpecimen): Drawing {
  const {person} = specimen;
  const card = {width: 856, height: 540};
  const body =
    drawGround({...card, palette: sand}) +
    `<rect width="856" height="92" fill="${sand.ink}" opacity="0.92"/>` +
    drawText('DRIVER LICENCE', {face: sansBold, x: 40, y: 48, size: 32, fill: '#ffffff', spacing: 1.5}) +
    drawText('Specimen of no real design. It identifies nobody.', {
      face: sans,
      x: 41,
      y: 76,
      size: 15,
      fill: '#ffffff',
    }) +
    drawEmblem({x: 800, y: 46, radius: 32, color: '#ffffff'}) +
    drawPortrait({x: 40, y: 128, width: 250, height: 325, palette: sand}) +
    field('4d  Number', specimen.number, 325, 134, 26) +
    field('9  Class', 'D', 690, 134, 26) +
    field('1  Family name', person.surname, 325, 200, 26) +
    field('2  Given names', `${person.givenNames} ${person.middleName}`, 325, 266, 26) +
    field('3  Date of birth', readable(person.birthDate), 325, 332, 26) +
    field('15  Sex', person.sex, 620, 332, 26) +
    field('4a  Issued', readable(specimen.issueDate), 325, 398, 26) +
    field('4b  Expires', readable(specimen.expiryDate), 620, 398, 26) +
    field('8  Address', `${specimen.street ?? ownStreet}, ANYTOWN`, 325, 464, 22) +
    drawSpecimenMark(card);
  return finish(`${specimen.name}-front`, card, body, 31);
}

async function drawLicenceBack(specimen: LicenceSpecimen): Promise<Drawing> {
  const {person} = specimen;
  const card = {width: 856, height: 540};
  const text = formatAamva({
    iin: specimen.iin,
    version: 10,
    kind: 'dl',
    number: specimen.number,
    nameFirst: person.givenNames,
    nameMiddle: person.middleName,
    nameLast: person.surname,
    birthdate: person.birthDate,
    issueDate: specimen.issueDate,
    expirationDate: specimen.expiryDate,
    sex: person.sex,
    street: specimen.street ?? ownStreet,
    city: 'ANYTOWN',
    postalCode: '23220',
    heightCm: 175,
    eyeColor: 'BRO',
    discriminator: '0000SPECIMEN0000',
    realId: specimen.realId ?? true,
    organDonor: true,
  });
  const body =
    `<rect width="856" height="540" fill="#f7f4ee"/>` +
    `<rect y="34" width="856" height="82" fill="#23211f"/>` +
    `<rect x="40" y="140" width="776" height="286" fill="#ffffff"/>` +
    (await drawPdf417(text, {x: 58, y: 158, width: 740, height: 250})) +
    drawText('SPECIMEN - IDENTIFIES NOBODY - SPECIMEN', {
      face: sansBold,
      x: 428,
      y: 464,
      size: 22,
      anchor: 'middle',
      fill: '#b3261e',
      spacing: 1,
    }) +
    drawText('Class D: motor vehicles. Restrictions: none. Endorsements: none.', {
      face: sans,
      x: 428,
      y: 500,
      size: 17,
      anchor: 'middle',
      fill: '#4a4640',
    });
  return finish(`${specimen.name}-back`, card, body, 31);
}

function mrzContent(specimen: TravelSpecimen, documentCode: string) {
  const {person} = specimen;
  return {
    documentCode,
    issuer: specimen.issuer,
    surname: person.surname,
    givenNames: person.givenNames,
    documentNumber: specimen.number,
    nationality: specimen.issuer,
    birthDate: person.birthDate,
    sex: person.sex,
    expiryDate: specimen.expiryDate,
    ...specimen.zone,
  };
}

/** OCR-B at its ten characters to the inch (ICAO 9303-3, 4.4). */
function machineReadable(lines: string[], at: {width: number; firstLine: number; gap: number}): string {
  const pitch = 25.4;
  const style = {face: ocrB, size: 34.5, pitch, anchor: 'middle', x: at.width / 2, fill: '#14161a'} as const;
  return lines.map((line, i) => drawText(line, {...style, y: at.firstLine + i * at.gap})).join('');
}

function title(
  text: string,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  anchor: 'start' | 'end' = 'start',
): string {
  return drawText(text, {face: sansBold, x, y, size, fill: palette.ink, spacing: size * 0.05, anchor});
}

function field(label: string, value: string, x: number, y: number, size = 30): string {
  return (
    drawText(label, {face: sans, x, y, size: size * 0.54, fill: '#55606a'}) +
    drawText(value, {face: sansBold, x, y: y + size * 1.12, size, fill: '#16191d'})
  );
}

/** `2035-04-11` as `11 APR 2035`, which nobody mistakes. */
function readable(date: string): string {
  const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day} ${months[Number(month) - 1] ?? ''} ${year}`;
}

function finish(name: string, size: {width: number; height: number}, body: string, corner: number): Drawing {
  const {width, height} = size;
  const clip = `<clipPath id="corner"><rect width="${width}" height="${height}" rx="${corner}"/></clipPath>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `${clip}<g clip-path="url(#corner)">${body}</g></svg>`;
  return {name, svg, width, height};
}
