/** Whether the files are pages at all, and good enough where nothing could be read. */
import {judged} from '../../document/checks/check-rule.ts';
import {imageErrorCodes} from '../../image/image-error.ts';
import {wholePages} from '../page-line.ts';
import type {PageQuality, PaperReading} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

/** Below these a page on which nothing was read is better photographed again. */
const limits = {shortestSide: 500, darkest: 45, leastSharpness: 7, mostGlare: 0.05} as const;

export const unprocessable: PaperRule = {
  name: 'document_unprocessable_submission_detection',
  requirement: 'required',
  /** Lines of text from which a submission counts as read. */
  threshold: 3,
  unit: 'count',
  reasons: [...imageErrorCodes, 'too_small', 'too_dark', 'blurry', 'glare', 'no_text'],
  run(reading, threshold) {
    const files = reading.unreadable.map(({reason}) => reason);
    const lines = reading.pages.reduce((sum, page) => sum + page.lines.length, 0);
    const more = {value: lines, ...wholePages(reading.pages)};
    if (lines >= threshold || files.length > 0) return judged([...new Set<string>(files)], more);
    const trouble = reading.qualities.flatMap((quality) => troubleOf(quality, reading));
    return judged([...new Set(trouble.length > 0 ? trouble : ['no_text'])], more);
  },
};

function troubleOf({page, sharpness, mean, glare}: PageQuality, {pages}: PaperReading): string[] {
  const {width = 0, height = 0, scaleToOriginal = 1} = pages[page] ?? {};
  const trouble: string[] = [];
  if (Math.min(width, height) * scaleToOriginal < limits.shortestSide) trouble.push('too_small');
  if (mean < limits.darkest) trouble.push('too_dark');
  if (sharpness < limits.leastSharpness) trouble.push('blurry');
  if (glare > limits.mostGlare) trouble.push('glare');
  return trouble;
}
