/** Whether the files are pages at all, and good enough where nothing could be read. */
import {judged} from '../../document/checks/check-rule.ts';
import {imageErrorCodes} from '../../image/image-error.ts';
import {regionOfLines, type Page} from '../page-line.ts';
import type {PageQuality, PaperReading} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

/** Below these a page on which nothing was read is better photographed again. */
const limits = {shortestSide: 500, darkest: 45, leastSharpness: 7, mostGlare: 0.05} as const;
/** Lines from which a submission counts as read. */
const leastLines = 3;

export const unprocessable: PaperRule = {
  name: 'document_unprocessable_submission_detection',
  requirement: 'required',
  reasons: [...imageErrorCodes, 'too_small', 'too_dark', 'blurry', 'glare', 'no_text'],
  run(reading) {
    const files = reading.unreadable.map(({reason}) => reason);
    const lines = reading.pages.reduce((sum, page) => sum + page.lines.length, 0);
    const [value, read] = [lines, lines >= leastLines];
    if (read || files.length > 0) return judged([...new Set<string>(files)], {value});
    const trouble = reading.qualities.flatMap((quality) => troubleOf(quality, reading));
    const regions = reading.pages.flatMap((page) => wholePage(page) ?? []);
    return judged([...new Set(trouble.length > 0 ? trouble : ['no_text'])], {value, regions});
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

function wholePage(page: Page) {
  const whole = {x: 0, y: 0, width: page.width, height: page.height};
  return regionOfLines([page], [{text: '', page: 0, box: whole, certainty: 1, source: 'viz'}]);
}
