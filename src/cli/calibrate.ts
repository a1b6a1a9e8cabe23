/** `countersign calibrate faces`: what the comparing net is worth on the operator's own pairs, and thresholds that follow from them. */
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Command} from 'commander';
import {calibrate, targetRates, type Calibrated} from '../verification/face/calibrate.ts';
import {openEmbedder, type Embedder} from '../verification/face/embedder.node.ts';
import type {Embedding} from '../verification/face/embedding.ts';
import {equalErrorRate, falseMatches, thresholdAt, trueMatches, type Scores} from '../verification/face/evaluation.ts';
import {openInstalledNets, type InstalledNets} from '../verification/face/installed.node.ts';
import {faceModelFolder} from '../verification/face/models/folder.node.ts';
import {readFace} from '../verification/face/read-faces.node.ts';
import {readSettings} from './read-settings.ts';

interface Pair {
  a: string;
  b: string;
  same: boolean;
}

export function calibrateCommand(): Command {
  const command = new Command('calibrate').description('measure the engines on your own material');
  command
    .command('faces')
    .argument(
      '<pairs>',
      'CSV of two pictures and yes or no (one person?), with a line of names first; paths from the file',
    )
    .option('--out <file>', 'write a calibration for COUNTERSIGN_FACE_CALIBRATION')
    .option('--id <name>', 'name of this measurement, kept with every score', new Date().toISOString().slice(0, 10))
    .action(async (pairs: string, {out, id}: {out?: string; id: string}) => {
      const settings = readSettings(process.env);
      const nets = await openInstalledNets(faceModelFolder(settings.COUNTERSIGN_MODEL_DIR));
      const embedder = await openEmbedder(nets, {profile: settings.COUNTERSIGN_FACE_MODEL});
      const listed = await readPairs(pairs, (message) => command.error(`countersign: ${message}`));
      const {scores, faceless} = await scorePairs({nets, embedder}, listed, showProgress);
      const calibrated = calibrate(scores, embedder.calibration, id);
      console.log(report(scores, calibrated, {embedder, faceless}));
      if (out === undefined) return;
      await writeFile(out, `${JSON.stringify(calibrated.calibration, null, 2)}\n`);
      console.log(`\nWritten to ${out}. Use it with COUNTERSIGN_FACE_CALIBRATION=${out}`);
    });
  return command;
}

async function readPairs(file: string, refuse: (message: string) => never): Promise<Pair[]> {
  const folder = path.dirname(file);
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  return lines.map((line, i) => {
    const [a, b, answer = ''] = line.split(',').map((cell) => cell.trim());
    if (!a || !b || !/^(yes|no|true|false|1|0)$/i.test(answer)) {
      return refuse(`${file}, line ${i + 2}: expected two pictures and yes or no, separated by commas`);
    }
    return {a: path.resolve(folder, a), b: path.resolve(folder, b), same: /^(yes|true|1)$/i.test(answer)};
  });
}

export async function scorePairs(
  {nets, embedder}: {nets: InstalledNets; embedder: Embedder},
  pairs: readonly Pair[],
  onProgress: (done: number, of: number) => void,
): Promise<{scores: Scores; faceless: string[]}> {
  const files = [...new Set(pairs.flatMap(({a, b}) => [a, b]))];
  const embeddings = new Map<string, Embedding>();
  const faceless: string[] = [];
  for (const [i, file] of files.entries()) {
    const face = await readFace(nets.faces, new Uint8Array(await readFile(file)));
    if (face) embeddings.set(file, await embedder.embed(face.frame, face.mesh));
    else faceless.push(file);
    onProgress(i + 1, files.length);
  }
  const scores = {genuine: [] as number[], impostor: [] as number[]};
  for (const {a, b, same} of pairs) {
    const [one, other] = [embeddings.get(a), embeddings.get(b)];
    if (one && other) (same ? scores.genuine : scores.impostor).push(embedder.compare(one, other));
  }
  return {scores, faceless};
}

function report(
  scores: Scores,
  {calibration, kept}: Calibrated,
  {embedder, faceless}: {embedder: Embedder; faceless: string[]},
): string {
  const rows = [1e-2, 1e-3, 1e-4].map((rate) => {
    const {threshold, measured} = thresholdAt(scores, rate);
    const says = `TAR ${percent(trueMatches(scores, threshold))} at FMR ${rate}, threshold ${threshold.toFixed(3)}`;
    return `  ${says}${measured ? '' : `  (needs ${Math.ceil(3 / rate)} pairs of strangers to be known)`}`;
  });
  const {rate, threshold} = equalErrorRate(scores);
  const builtIn = embedder.calibration;
  return [
    `${embedder.model} on ${scores.genuine.length} pairs of one person and ${scores.impostor.length} of strangers`,
    ...(faceless.length > 0 ? [`  ${faceless.length} pictures without a face were left out`] : []),
    ...rows,
    `  EER ${percent(rate)} at ${threshold.toFixed(3)}`,
    `  with the calibration in use (match ${builtIn.match}): TAR ${percent(trueMatches(scores, builtIn.match))}, FMR ${percent(falseMatches(scores, builtIn.match))}`,
    '',
    ...(['match', 'stepUp', 'duplicate'] as const).map((name) => {
      const why = kept.includes(name)
        ? `too few pairs for ${targetRates[name]}: the one in use, or above what was seen`
        : `FMR ${targetRates[name]}`;
      return `  ${name.padEnd(9)} ${calibration[name].toFixed(3)}  ${why}`;
    }),
  ].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K[${done}/${of}] faces${done === of ? '\n' : ''}`);
  else if (done % 50 === 0 || done === of) process.stderr.write(`[${done}/${of}] faces\n`);
}
