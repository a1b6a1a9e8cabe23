/**
 * The frame of an AAMVA bar code: header, directory of subfiles, and the elements of each.
 *
 * Requirements (AAMVA DL/ID Card Design Standard, annex D)
 * 1. `@`, LF, RS, CR, file type `ANSI ` (`AAMVA` on the first cards), IIN (6), version (2), jurisdiction version (2, not
 *    in version 1), number of subfiles (2), then per subfile: type (2), offset (4), length (4).
 * 2. Every subfile starts with its type, glued to the first element; elements end with LF, the subfile with CR.
 * 3. In practice: offsets are often wrong by a few bytes, scanners replace or drop control characters in the prefix,
 *    some issuers write the first element directly behind the directory. So the directory names the subfiles, and
 *    elements are found by their own shape.
 */
export interface AamvaSubfile {
  /** `DL`, `ID`, `EN` (enhanced licence), or `Z` and a letter for what the jurisdiction added. */
  type: string;
  elements: ReadonlyMap<string, string>;
}

export interface AamvaFrame {
  iin: string;
  /** 1 to 10; 0 where the issuer wrote none. */
  version: number;
  jurisdictionVersion?: number;
  subfiles: AamvaSubfile[];
  /** Whether every offset of the directory points at its subfile. */
  directoryExact: boolean;
}

interface DirectoryEntry {
  type: string;
  offset: number;
}

/** More subfiles or elements than any card carries are not read; a bar code holds at most 1,850 characters. */
const longestText = 4096;

export function readAamvaFrame(text: string): AamvaFrame | undefined {
  const raw = text.slice(0, longestText);
  const header = /(?:ANSI|AAMVA) {0,2}(\d{6})(\d{2})(\d{2})?(\d{2})(?=\D|$)/.exec(raw);
  if (!header) return readWithoutDirectory(raw);

  const [whole, iin = '', version = '', jurisdictionVersion, count = ''] = header;
  const directory = readDirectory(raw, header.index + whole.length, Number(count));
  // Offsets count from the `@`, which a scanner may have preceded with its own prefix.
  const start = Math.max(raw.lastIndexOf('@', header.index), 0);
  const exact = directory.entries.every((entry) => raw.startsWith(entry.type, start + entry.offset));

  return {
    iin,
    version: Number(version),
    ...(jurisdictionVersion === undefined ? {} : {jurisdictionVersion: Number(jurisdictionVersion)}),
    subfiles: readSubfiles(raw.slice(directory.end), directory.entries[0]?.type ?? 'DL'),
    directoryExact: directory.entries.length > 0 && exact,
  };
}

/** Some first-edition cards stop after the IIN; their elements follow at once. */
function readWithoutDirectory(raw: string): AamvaFrame | undefined {
  const header = /(?:ANSI|AAMVA) {0,2}(\d{6})/.exec(raw);
  if (!header) return undefined;
  const version = /^\d{2}/.exec(raw.slice(header.index + header[0].length))?.[0] ?? '';
  const subfiles = readSubfiles(raw.slice(header.index + header[0].length).replace(/^\d+/, ''), 'DL');
  if (subfiles.length === 0) return undefined;
  return {iin: header[1] ?? '', version: Number(version), subfiles, directoryExact: false};
}

function readDirectory(raw: string, start: number, count: number): {entries: DirectoryEntry[]; end: number} {
  const entries: DirectoryEntry[] = [];
  const pattern = /([A-Z]{2})(\d{4})(\d{4})/y;
  pattern.lastIndex = start;
  let end = start;
  while (entries.length < Math.max(count, 1)) {
    const match = pattern.exec(raw);
    if (!match) break;
    entries.push({type: match[1] ?? '', offset: Number(match[2])});
    end = pattern.lastIndex;
  }
  return {entries, end};
}

function readSubfiles(body: string, firstType: string): AamvaSubfile[] {
  const found: {type: string; elements: Map<string, string>}[] = [];
  let type = firstType;
  for (const line of splitLines(body)) {
    const marker = /^(DL|ID|EN|Z[A-Z])(?=[DZ][A-Z]{2})/.exec(line);
    // `ZVZVA..` is subfile ZV with element ZVA; `ZVA..` alone is that element in the subfile that is open.
    const opens = marker !== null && (!line.startsWith('Z') || line.slice(2, 4) === line.slice(0, 2));
    if (opens) type = line.slice(0, 2);
    const element = /^([DZ][A-Z]{2})([^]*)$/.exec(opens ? line.slice(2) : line);
    if (!element) continue;

    let subfile = found.find((one) => one.type === type);
    if (!subfile) found.push((subfile = {type, elements: new Map()}));
    const [, id = '', value = ''] = element;
    // The first statement counts: a repeated element is an issuer's padding.
    if (!subfile.elements.has(id)) subfile.elements.set(id, value.trim());
  }
  return found;
}

function splitLines(body: string): string[] {
  return body.split(/[\n\r\x1c-\x1e]+/).map((line) => line.trimStart());
}
