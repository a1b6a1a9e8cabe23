/**
 * The government-ID engine: pictures of a document in, fields and checks out.
 *
 * Steps: decode every side -> machine-readable zone on each -> bar code on those without one -> what it is -> what is
 * printed, to confirm it -> fields of all sources -> checks. A side that cannot be read costs its own check, never the run.
 */
import type {GovernmentIdResult} from '../../protocol/government-id.ts';
import type {ProgressWord} from '../../protocol/position.ts';
import {preparePdf417Reader} from '../barcode/pdf417-wasm.node.ts';
import type {GovernmentIdInput} from '../engine.ts';
import {encodeDisplayJpeg} from '../image/decode.node.ts';
import {warpRgb} from '../image/warp-rgb.ts';
import {flatSize, placeCard, type CardPlace} from './card-place.ts';
import {askKind} from './ask-kind.ts';
import {classify} from './classify.ts';
import {comparePrint, confirmed, mergeFields} from './merge-fields.ts';
import {mrzRecogniser} from './mrz-net.node.ts';
import {missingSide} from './missing-side.ts';
import {
  decodeEvidence,
  measurePicture,
  outlinePicture,
  readBarcode,
  readPortrait,
  readPrint,
  readZone,
  type Picture,
} from './read-pictures.node.ts';
import {isMachineRead, type Classification, type PictureReading} from './reading.ts';
import {runChecks} from './run-checks.ts';
import {visualZoneNets} from './viz/nets.node.ts';

type Report = (word: ProgressWord) => void;

/** Loads the nets and the bar-code reader, so that the first document is as quick as the next. */
export async function prepareGovernmentId(): Promise<void> {
  await Promise.all([mrzRecogniser(), preparePdf417Reader(), visualZoneNets()]);
}

export async function readGovernmentId(input: GovernmentIdInput, tell: Report): Promise<GovernmentIdResult> {
  const started = process.cpuUsage();
  const report = onlyOnce(tell);
  const {pictures, unreadable} = await decodeEvidence(input.evidence);
  const {chosen, config, today, sandbox} = input;
  const machineRead = outlineEach(await readPictures(pictures, input, report), pictures, report);
  const known = classify(machineRead);
  const about = {today, classification: known};
  // Nothing that machines read: what is printed says what it is, and so whether another side is needed.
  const looked = isMachineRead(known) ? machineRead : await readPrints(machineRead, pictures, about);
  const missing = missingSide({pictures: looked, unreadable, classification: classify(looked), chosen});
  // The other side will come, and then everything is read again.
  const printed = missing || !isMachineRead(known) ? looked : await readPrints(looked, pictures, about);
  const readings: PictureReading[] = [];
  for (const [i, reading] of printed.map(withCard).entries()) {
    const picture = pictures[i];
    readings.push(picture && !missing ? await readPortrait(reading, picture, input.selfie) : reading);
  }
  const classification = classify(readings);
  report('checking_dates');
  const fields = mergeFields(readings);
  const {expected} = input;
  const reading = {
    ...{
      pictures: readings,
      unreadable,
      classification,
      fields,
      print: comparePrint(readings),
      chosen,
      config,
      today,
      sandbox,
    },
    ...(expected && {expected}),
    ...(input.selfie && {selfie: true}),
  };
  const checks = runChecks(reading);
  const displayImages: GovernmentIdResult['displayImages'] = [];
  for (const [i, picture] of pictures.entries()) displayImages.push(await displayImage(picture, readings[i]?.card));
  const unsure = missing ? undefined : askKind(reading);
  const spent = process.cpuUsage(started);
  return {
    ...resultKind(reading.classification),
    fields: reading.fields,
    checks,
    ...(missing && {missingSide: missing}),
    ...(unsure && {unsure}),
    displayImages,
    cpuMs: (spent.user + spent.system) / 1000,
  };
}

/**
 * Upright zones and bar codes first, on every side; sideways and slanted ones only when no side gave anything, for that
 * search costs ten times as much. The words are said when they are true: `found_document` only once something was found.
 */
async function readPictures(pictures: Picture[], input: GovernmentIdInput, report: Report): Promise<PictureReading[]> {
  const {today, chosen} = input;
  const readings = pictures.map(measurePicture);
  const isRead = (reading: PictureReading | undefined) => reading?.mrz !== undefined || reading?.aamva?.ok === true;
  const readEach = async (
    word: ProgressWord,
    read: (reading: PictureReading, picture: Picture) => Promise<PictureReading>,
  ) => {
    if (readings.every(isRead)) return;
    report(word);
    for (const [i, picture] of pictures.entries()) {
      const reading = readings[i];
      if (!reading || isRead(reading)) continue;
      const first = !readings.some(isRead);
      readings[i] = await read(reading, picture);
      if (first && isRead(readings[i])) report('found_document');
    }
  };
  const zone = (anyOrientation: boolean) =>
    readEach('reading_text', (reading, picture) => readZone(reading, picture, {today, anyOrientation}));

  // A licence has a bar code, if anything: looking for a zone in its bars would take longer than reading them.
  if (chosen.type !== 'dl') await zone(false);
  await readEach('reading_barcode', readBarcode);
  if (!readings.some(isRead)) await zone(true);
  return readings;
}

/** Where nothing was read, a border says that there is a document at all. */
function outlineEach(readings: PictureReading[], pictures: Picture[], report: Report): PictureReading[] {
  const outlined = readings.map((reading, i) => {
    const picture = pictures[i];
    return picture ? outlinePicture(reading, picture) : reading;
  });
  if (outlined.some((reading) => reading.outline)) report('found_document');
  return outlined;
}

function withCard(reading: PictureReading): PictureReading {
  const {width, height, scaleToOriginal: scale} = reading;
  const card = placeCard({...reading, width: width / scale, height: height / scale});
  return card ? {...reading, card} : reading;
}

/**
 * What is printed confirms what machines read: the side without the bar code first, and the other only for what is still
 * unconfirmed. Where machines read nothing it is all that there is.
 */
async function readPrints(
  readings: PictureReading[],
  pictures: Picture[],
  {today, classification}: {today: string; classification: Classification},
): Promise<PictureReading[]> {
  const {country, source} = classification;
  const options = {today, ...(country !== undefined && {country})};
  const out = [...readings];
  const frontFirst = [...readings.keys()].sort((a, b) => Number(isBack(readings[a])) - Number(isBack(readings[b])));
  for (const i of frontFirst) {
    const [reading, picture] = [out[i], pictures[i]];
    // Beside a bar code stand restrictions and classes, not the person.
    if (!reading || !picture || reading.aamva?.ok) continue;
    if (source === undefined) {
      out[i] = await readPrint(reading, picture, options);
      continue;
    }
    if (confirmed(out)) break;
    const enough = (read: PictureReading) => confirmed(out.with(i, read));
    out[i] = await readPrint(reading, picture, {...options, enough});
  }
  return out;
}

function isBack(reading: PictureReading | undefined): boolean {
  return reading?.side === 'back';
}

/** A second look at the text is no news. */
function onlyOnce(report: Report): Report {
  const said = new Set<ProgressWord>();
  return (word) => {
    if (said.has(word)) return;
    said.add(word);
    report(word);
  };
}

function resultKind({type, country, subdivision, layout}: Classification) {
  return {
    ...(type !== undefined && {documentType: type}),
    ...(country !== undefined && {countryCode: country}),
    ...(subdivision !== undefined && {subdivisionCode: subdivision}),
    ...(layout !== undefined && {mrzLayout: layout}),
  };
}

/** The whole picture, which regions are measured in, and the card flattened, which people look at. */
async function displayImage(
  {evidenceId, side, page}: Picture,
  card: CardPlace | undefined,
): Promise<GovernmentIdResult['displayImages'][number]> {
  const whole = {evidenceId, side, ...(await encodeDisplayJpeg(page))};
  if (!card) return whole;
  const {width, height, pixelsPerMm} = flatSize(card);
  const flat = warpRgb({data: page.rgb, width: page.width, height: page.height}, card.quad, {width, height});
  const jpeg = await encodeDisplayJpeg({rgb: flat.data, width, height}, {maxSide: 2000, quality: 88});
  const corners = card.quad.map(({x, y}) => ({x: round(x / page.width), y: round(y / page.height)}));
  return {...whole, card: {...jpeg, corners, foundBy: card.by, ...(pixelsPerMm !== undefined && {pixelsPerMm})}};
}

/** A share of the picture, to a tenth of a pixel. */
function round(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}
