/** Where a PDF begins and ends (ISO 32000-1, 7.5.5 and annex H.3.4): readers allow some bytes before and after. */
import {emptyLayout, type Layout} from './layout.ts';

/** Files that were changed have one end behind the other; one that lacks the last has much behind the one before. */
const mostTail = 1024;

export function readPdfLayout(bytes: Buffer): Layout {
  const layout = emptyLayout();
  const mark = bytes.lastIndexOf('%%EOF', undefined, 'latin1');
  if (mark !== -1) layout.end = mark + 5;
  layout.cut = mark === -1 || bytes.length - mark > mostTail;
  const start = bytes.indexOf('%PDF-', 0, 'latin1');
  if (start > 0) layout.notes.push(bytes.subarray(0, start));
  return layout;
}
