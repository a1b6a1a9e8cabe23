/**
 * How well the print confirms what machines read: names, number and dates of labelled pictures, looked for in the lines of the visual
 * zone as the engine does it (stopping once all are found), and by their labels alone, as where there is no zone and no bar code.
 *
 * "Somebody else's" looks for the next picture's values in this one's lines: an agreement there is one that proves nothing.
 * CPU is all threads of this process, for the print alone: decoding and the machine-readable zone are the bench `documents`.
 */
import {readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {findCardOutline} from '../../src/verification/document/card-outline.ts';
import {mrzRecogniser} from '../../src/verification/document/mrz-net.node.ts';
import {parseMrz, type MrzFieldName} from '../../src/verification/document/mrz/parse.ts';
import {readMrz} from '../../src/verification/document/mrz/read.ts';
import {findFields} from '../../src/verification/document/viz/find-fields.ts';
import {findValue, type ValueKind} from '../../src/verification/document/viz/find-values.ts';
import {visualZoneNets} from '../../src/verification/document/viz/nets.node.ts';
import {readVisualZone} from '../../src/verification/document/viz/read-visual-zone.node.ts';
import type {TextLine} from '../../src/verification/document/viz/visual-zone.ts';
import type {GovernmentIdFieldName} from '../../src/protocol/government-id.ts';
import {decodeImage} from '../../src/verification/image/decode.node.ts';
import {findSets, readCases} from './documents.ts';
import type {Bench, BenchRequest} from './run.ts';

const today = '2026-11-22';

/** Sought on every document. */
const sought: readonly {mrz: MrzFieldName; field: GovernmentIdFieldName; kind: ValueKind}[] = [
  {mrz: 'surname', field: 'name-last', kind: 'name'},
  {mrz: 'givenNames', field: 'name-first', kind: 'name'},
  {mrz: 'documentNumber', field: 'document-number', kind: 'number'},
  {mrz: 'birthDate', field: 'birthdate', kind: 'date'},
  {mrz: 'expiryDate', field: 'expiration-date', kind: 'date'},
];

interface Wanted {
  field: GovernmentIdFieldName;
  kind: ValueKind;
  value: string;
}

interface Score {
  set: string;
  documents: number;
  fields: number;
  found: number;
  exact: number;
  /** Somebody else's values that seemed to stand there. */
  foreign: number;
  foreignFields: number;
  /** By labels alone. */
  labelled: number;
  labelledWrong: number;
  cpuMs: number[];
  aloneCpuMs: number[];
  missed: string[];
}

export const bench: Bench = {
  summary:
    'finds names, numbers and dates in the print of labelled pictures: found, exact, somebody else’s, by label, CPU, memory',
  help: ['PATH ...      truth files or folders of them (default: test/data/documents)'],
  async run(request) {
    const scores: Score[] = [];
    for (const path of findSets(request.paths)) {
      const score = await measure(path, request);
      if (score.documents > 0) scores.push(score);
    }
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return {data: {scores, peakMb}, markdown: render(scores, peakMb, request.verbose)};
  },
};

async function measure(path: string, request: BenchRequest): Promise<Score> {
  const cases = readCases(path, request.limit).cases.filter((each) => each.mrz);
  const score: Score = {
    set: basename(path, '.json'), documents: cases.length, fields: 0, found: 0, exact: 0, foreign: 0, foreignFields: 0, labelled: 0,
    labelledWrong: 0, cpuMs: [], aloneCpuMs: [], missed: [],
  }; // prettier-ignore
  for (const [i, {file, mrz}] of cases.entries()) {
    const bytes = readFileSync(join(dirname(path), file));
    const next = cases[(i + 1) % cases.length]?.mrz ?? [];
    await measureOne({bytes, file, wanted: wantedOf(mrz ?? []), foreign: wantedOf(next)}, score);
    request.progress(i + 1, cases.length, `${score.set} ${basename(file)}`);
  }
  score.cpuMs.sort((a, b) => a - b);
  score.aloneCpuMs.sort((a, b) => a - b);
  return score;
}

/** What the zone's true lines say; partial dates cannot be looked for. */
function wantedOf(mrz: readonly string[]): Wanted[] {
  const {fields} = parseMrz([...mrz], {today});
  return sought.flatMap(({mrz: name, field, kind}) => {
    const value = fields[name]?.value;
    return value && (kind !== 'date' || value.length === 10) ? [{field, kind, value}] : [];
  });
}

async function measureOne(
  {bytes, file, wanted, foreign}: {bytes: Uint8Array; file: string; wanted: Wanted[]; foreign: Wanted[]},
  score: Score,
): Promise<void> {
  const {gray} = await decodeImage(bytes);
  const nets = await visualZoneNets();
  const mrz = await readMrz(gray, await mrzRecogniser(), {today});
  const outline = findCardOutline(gray);
  const names = wanted.filter(({kind}) => kind === 'name').map(({value}) => value);
  const enough = (lines: readonly TextLine[]) =>
    wanted.every(({value, kind}) => findValue(value, kind, lines, names).similarity === 1);

  let started = process.cpuUsage();
  const {lines} = await readVisualZone(gray, nets, {enough, ...(mrz && {mrz}), ...(outline && {outline})});
  score.cpuMs.push(since(started));
  for (const {field, kind, value} of wanted) {
    const found = findValue(value, kind, lines, names);
    score.fields++;
    if (found.agrees) score.found++;
    if (found.similarity === 1) score.exact++;
    else
      score.missed.push(`${file} ${field} ${found.agrees ? `differs at ${found.differing.join(' ')}` : 'not found'}`);
  }
  // Specimens of one issuer share names and dates; those are nobody else's.
  const others = foreign.filter(
    ({value}) => !wanted.some((own) => own.value.includes(value) || value.includes(own.value)),
  );
  for (const {field, kind, value} of others) {
    score.foreignFields++;
    if (!findValue(value, kind, lines).agrees) continue;
    score.foreign++;
    score.missed.push(`${file} ${field} of the next picture found`);
  }

  started = process.cpuUsage();
  // As if nothing but the print had been found.
  const alone = await readVisualZone(gray, nets, outline ? {outline} : {});
  const fields = findFields(alone.lines, {today});
  score.aloneCpuMs.push(since(started));
  for (const {field, kind, value} of wanted) {
    const read = fields[field]?.value;
    if (read === undefined) continue;
    const own: TextLine[] = alone.lines.filter((line) =>
      line.text.toUpperCase().includes(fields[field]?.text.toUpperCase() ?? ''),
    );
    if (kind === 'date' ? read === value : findValue(value, kind, own, names).agrees) score.labelled++;
    else score.labelledWrong++;
  }
}

function since(started: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(started);
  return (user + system) / 1000;
}

function render(scores: Score[], peakMb: number, verbose: boolean): string {
  const lines = [
    '## The visual zone',
    '',
    'Surname, given names, number, date of birth and date of expiry of each document, which its zone tells, looked for in its print.',
    '*Found*: at least 0.85 alike. *Exact*: every letter. *Somebody else’s*: values of the next picture found in this one.',
    '*By label alone*: what the words beside a value give where nothing else was read, right and wrong. CPU: print alone, all threads.',
    '',
    '| set | documents | found | exact | somebody else’s | by label alone, right / wrong | CPU ms to confirm, median / p95 / max | CPU ms alone, median / p95 / max |',
    '|---|---|---|---|---|---|---|---|',
    ...scores.map(
      (s) =>
      [
        `| ${s.set}`, s.documents, share(s.found, s.fields), share(s.exact, s.fields), `${s.foreign} of ${s.foreignFields}`,
        `${share(s.labelled, s.fields)} / ${s.labelledWrong}`, spread(s.cpuMs), `${spread(s.aloneCpuMs)} |`,
      ].join(' | '), // prettier-ignore
    ),
    '',
    `Peak memory of the process with all nets: ${peakMb} MB.`,
  ];
  if (verbose) for (const {missed} of scores) lines.push('', ...missed.map((miss) => `    ${miss}`));
  return lines.join('\n');
}

function spread(sorted: readonly number[]): string {
  const at = (portion: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * portion))] ?? 0);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}
