/** What the files say of their own making. Weak: anybody can write anything there, or nothing; so a silence is no verdict. */
import {editorOf} from '../../document/authenticity/editors.ts';
import {failed, notApplicable, passed} from '../../document/checks/check-rule.ts';
import type {PaperFile} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

/** Programs that change a PDF somebody else made; those that write, print or scan one are none of these. */
const pdfEditors: readonly [pattern: RegExp, name: string][] = [
  [/sejda/i, 'Sejda'],
  [/pdfescape/i, 'PDFescape'],
  [/ilovepdf/i, 'iLovePDF'],
  [/smallpdf/i, 'Smallpdf'],
  [/phantompdf|foxit.*editor/i, 'Foxit PDF Editor'],
  [/pdf-?xchange editor/i, 'PDF-XChange Editor'],
  [/nitro (pro|pdf)/i, 'Nitro'],
  [/pdffiller/i, 'pdfFiller'],
  [/master pdf editor/i, 'Master PDF Editor'],
  [/pdfelement/i, 'PDFelement'],
];

const dayMs = 24 * 3600 * 1000;

export const fabrication: PaperRule = {
  name: 'document_fabrication_detection',
  requirement: 'required',
  /** Whole days between the making of a PDF and its last change; stores stamp a file when it is fetched, the same day. */
  threshold: 1,
  unit: 'days',
  reasons: ['edited_with_software', 'changed_after_creation', 'no_metadata'],
  run({files}, threshold) {
    if (!files.some(({speaks}) => speaks)) return notApplicable('no_metadata');
    const editors = [...new Set(files.flatMap((file) => editorOfFile(file) ?? []))];
    const value = Math.max(0, ...files.map(daysChangedAfter));
    const reasons = [
      ...(editors.length > 0 ? ['edited_with_software'] : []),
      ...(value > threshold ? ['changed_after_creation'] : []),
    ];
    const more = {value, ...(editors.length > 0 && {detail: {software: editors}})};
    return reasons.length === 0 ? passed(more) : failed(reasons, more);
  },
};

function editorOfFile({software, pdf}: PaperFile): string | undefined {
  const names = [software, pdf?.creator, pdf?.producer];
  for (const name of names) {
    const editor = editorOf(name) ?? pdfEditors.find(([pattern]) => name !== undefined && pattern.test(name))?.[1];
    if (editor !== undefined) return editor;
  }
  return undefined;
}

function daysChangedAfter({pdf}: PaperFile): number {
  if (pdf?.createdAt === undefined || pdf.modifiedAt === undefined) return 0;
  return Math.floor((Date.parse(pdf.modifiedAt) - Date.parse(pdf.createdAt)) / dayMs);
}
