/** Tables as comma-separated values (RFC 4180): quotes double inside quotes, lines end in CRLF or LF, a byte order mark is skipped. */

/** Records of cells; blank lines are left out. `row` counts from 1, and a record in quotes may span several lines. */
export type CsvTable = {ok: true; records: {row: number; cells: string[]}[]} | {ok: false; row: number; reason: string};

export function readCsv(text: string): CsvTable {
  const records: {row: number; cells: string[]}[] = [];
  let cells: string[] = [];
  let row = 1;
  const end = () => {
    if (cells.length > 1 || cells[0] !== '') records.push({row, cells});
    cells = [];
    row += 1;
  };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const cell = readCell(text, at);
    if (typeof cell === 'string') return {ok: false, row, reason: cell};
    cells.push(cell.value);
    at = cell.end;
    if (at >= text.length) break;
    if (text[at] === ',') at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      end();
      if (at >= text.length) return {ok: true, records};
    }
  }
  end();
  return {ok: true, records};
}

/** One cell from `at` to the comma or line end after it, or what is wrong with it. */
function readCell(text: string, at: number): {value: string; end: number} | string {
  if (text[at] !== '"') {
    const stop = /[,\r\n"]/g;
    stop.lastIndex = at;
    const end = stop.exec(text)?.index ?? text.length;
    if (text[end] === '"') return 'stray_quote';
    return {value: text.slice(at, end), end};
  }
  let value = '';
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'unclosed_quote';
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    return next === undefined || /[,\r\n]/.test(next) ? {value, end: quote + 1} : 'stray_quote';
  }
}
