/** Files that between them bring every check of a document to each answer that it can give. */
import sharp from 'sharp';
import {bills} from '../../../src/cli/specimens/bills.ts';
import {writePdf, type PdfPage} from '../../../src/cli/specimens/write-pdf.ts';
import type {GenericDocumentInput} from '../../../src/verification/engine.ts';

export const today = '2026-11-22';

export interface Submission {
  /** What is special about it. */
  story: string;
  files: Uint8Array[];
  config?: GenericDocumentInput['config'];
  expected?: GenericDocumentInput['expected'];
}

const linnea = {'name-last': 'Solberg', 'address-postal-code': 'BS1 5TR', 'address-street-1': '17 Harbour Lane'};
const another = {'name-last': 'Muster', 'address-postal-code': 'BS9 9ZZ'};

export async function submissions(): Promise<Submission[]> {
  return [
    {
      story: 'a bill of the person who is expected',
      files: [letter('bill')],
      config: {types: ['utility_bill'], maximumAgeDays: 90},
      expected: {inquiry: linnea, account: linnea},
    },
    {
      story: 'an old one of somebody else, saved by an editor, of a kind that is not taken',
      files: [letter('bill-old', 'Sejda 3.2')],
      config: {types: ['bank_statement'], maximumAgeDays: 90},
      expected: {inquiry: another, account: another},
    },
    {
      story: 'a letter to a post-office box',
      files: [
        pdf(['JORDAN SAMPLE', 'PO BOX 2200', 'RICHMOND, VA 23218', 'Account statement', 'Statement date: 11/02/2026']),
      ],
    },
    {
      story: 'a letter that says nothing',
      files: [pdf(['Dear friend,', 'all is well here and the garden is in flower.', 'Yours'])],
    },
    {
      story: 'an empty page',
      files: [await blank()],
      config: {maximumAgeDays: 90},
      expected: {inquiry: linnea, account: linnea},
    },
    {story: 'no page', files: [new TextEncoder().encode('hello')], config: {requiredFields: []}},
  ];
}

function letter(name: string, producer = 'Specimens'): Uint8Array {
  const found = bills(today).find((one) => one.name === name);
  if (!found) throw new Error(`No letter is called ${name}`);
  return writePdf(found.pages, {producer, created: found.issueDate});
}

function pdf(lines: string[]): Uint8Array {
  const items: PdfPage['items'] = lines.map((text, i) => ({text, x: 60, y: 150 + 16 * i, size: 11}));
  return writePdf([{items}], {producer: 'Specimens', created: today});
}

async function blank(): Promise<Uint8Array> {
  const paper = sharp({create: {width: 900, height: 1200, channels: 3, background: '#f4f2ee'}});
  return new Uint8Array(await paper.jpeg().toBuffer());
}
