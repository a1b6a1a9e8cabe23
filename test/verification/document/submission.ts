/** Readings made from text, for tests of rules that never see a picture. */
import type {MrzLayout} from '../../../src/protocol/government-id.ts';
import type {AamvaStatement} from '../../../src/verification/barcode/format-aamva.ts';
import {formatAamva} from '../../../src/verification/barcode/format-aamva.ts';
import {parseAamva} from '../../../src/verification/barcode/parse-aamva.ts';
import {classify} from '../../../src/verification/document/classify.ts';
import {comparePrint, mergeFields} from '../../../src/verification/document/merge-fields.ts';
import type {MrzContent} from '../../../src/verification/document/mrz/format.ts';
import {formatMrz} from '../../../src/verification/document/mrz/format.ts';
import {parseMrz} from '../../../src/verification/document/mrz/parse.ts';
import type {MrzReading} from '../../../src/verification/document/mrz/read.ts';
import type {PictureReading, SubmissionReading} from '../../../src/verification/document/reading.ts';

export const today = '2026-11-22';

export const passport: MrzContent = {
  documentCode: 'P',
  issuer: 'NLD',
  surname: 'SAMPLE',
  givenNames: 'JORDAN',
  documentNumber: 'T64235789',
  birthDate: '1999-10-20',
  sex: 'F',
  expiryDate: '2035-12-03',
};

export const licence: AamvaStatement = {
  iin: '636000',
  version: 10,
  kind: 'dl',
  number: 'T64235789',
  nameFirst: 'JORDAN',
  nameLast: 'SAMPLE',
  birthdate: '1999-10-20',
  issueDate: '2025-12-04',
  expirationDate: '2035-12-03',
  sex: 'F',
  street: '1 SPECIMEN STREET',
  city: 'ANYTOWN',
  postalCode: '23220',
};

export function picture(about: Partial<PictureReading> = {}): PictureReading {
  return {
    evidenceId: 'evi_1',
    side: 'front',
    width: 1600,
    height: 1200,
    scaleToOriginal: 1,
    quality: {
      sharpness: 150,
      glare: {fraction: 0, regions: []},
      exposure: {mean: 140, darkFraction: 0, brightFraction: 0, contrast: 150},
      cutEdges: [],
    },
    ...about,
  };
}

/** `change` spoils the lines before they are parsed. */
export function withZone(
  content: Partial<MrzContent> = {},
  {
    layout = 'TD3',
    change = (lines) => lines,
    ...about
  }: Partial<PictureReading> & {
    layout?: MrzLayout;
    change?: (lines: string[]) => string[];
  } = {},
): PictureReading {
  const lines = change(formatMrz(layout, {...passport, ...content}));
  const parsed = parseMrz(lines, {today});
  const mrz: MrzReading = {
    layout,
    lines,
    rawLines: lines,
    repairs: [],
    parsed,
    repairedFields: [],
    verified: parsed.checks.every((check) => check.valid),
    confidence: 0.95,
    lineConfidences: lines.map(() => 0.95),
    fieldConfidences: Object.fromEntries(Object.keys(parsed.fields).map((name) => [name, 0.95])),
    quad: [
      {x: 100, y: 900},
      {x: 1500, y: 900},
      {x: 1500, y: 1050},
      {x: 100, y: 1050},
    ],
    region: {x: 100, y: 900, width: 1400, height: 150},
    charPitchPx: 25,
    orientation: 0,
    pitchVariation: 0.02,
  };
  return picture({...about, mrz});
}

export function withBarcode(
  statement: Partial<AamvaStatement> = {},
  about: Partial<PictureReading> = {},
): PictureReading {
  const text = formatAamva({...licence, ...statement});
  const corners: [Point, Point, Point, Point] = [
    {x: 100, y: 400},
    {x: 1500, y: 400},
    {x: 1500, y: 800},
    {x: 100, y: 800},
  ];
  return picture({
    side: 'back',
    barcode: {status: 'decoded', text, corners, attempt: 'as_is'},
    aamva: parseAamva(text),
    ...about,
  });
}

interface Point {
  x: number;
  y: number;
}

export function submission(pictures: PictureReading[], about: Partial<SubmissionReading> = {}): SubmissionReading {
  return {
    pictures,
    unreadable: [],
    classification: classify(pictures),
    fields: mergeFields(pictures),
    print: comparePrint(pictures),
    chosen: {},
    config: {},
    today,
    sandbox: false,
    ...about,
  };
}
