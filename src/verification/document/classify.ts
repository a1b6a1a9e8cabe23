/** What a document is and who issued it: from what machines can read on it, else from what it says in print. */
import type {AamvaDocument} from '../barcode/parse-aamva.ts';
import {classifyPrint} from './classify-print.ts';
import {mrzIssuer} from './mrz/issuers.ts';
import type {MrzReading} from './mrz/read.ts';
import type {Classification, PictureReading} from './reading.ts';
import {barcodeRegion, cardRegion, mrzRegion} from './regions.ts';

export function classify(pictures: readonly PictureReading[]): Classification {
  const mrz = bestMrz(pictures);
  const aamva = findAamva(pictures);
  const byMrz = mrz && classifyMrz(mrz.reading, mrz.picture);
  const byBarcode = aamva && classifyAamva(aamva.document, aamva.picture);
  // An enhanced licence carries both: it is the licence that it says it is.
  if (byBarcode) return byMrz?.layout ? {...byBarcode, layout: byMrz.layout} : byBarcode;
  return byMrz ?? classifyByPrint(pictures);
}

/** From here on what is printed counts as an answer; below it is only named as what it may be. */
export const leastPrintConfidence = 0.4;

function classifyByPrint(pictures: readonly PictureReading[]): Classification {
  const guesses = pictures
    .flatMap((picture) => classifyPrint(picture.visual?.lines ?? []).map((guess) => ({guess, picture})))
    .sort((a, b) => b.guess.confidence - a.guess.confidence);
  const [first] = guesses;
  if (!first || first.guess.confidence < leastPrintConfidence) return {alternatives: guesses.map(({guess}) => guess)};
  const {guess, picture} = first;
  return {
    ...guess,
    source: 'print',
    side: picture.side,
    region: cardRegion(picture),
    alternatives: guesses.slice(1).map((other) => other.guess),
  };
}

/** Of a zone that agrees with itself the weakest line; less where a digit is wrong, and where nobody issues such. */
function zoneConfidence({confidence, verified}: MrzReading, known: boolean): number {
  return Math.round(confidence * (verified ? 1 : 0.8) * (known ? 1 : 0.6) * 1000) / 1000;
}

/** The reading with the most agreeing check digits, then the most certain one. */
export function bestMrz(
  pictures: readonly PictureReading[],
): {reading: MrzReading; picture: PictureReading} | undefined {
  const found = pictures.flatMap((picture) => (picture.mrz ? [{reading: picture.mrz, picture}] : []));
  return found.sort(
    (a, b) => Number(b.reading.verified) - Number(a.reading.verified) || b.reading.confidence - a.reading.confidence,
  )[0];
}

export function findAamva(
  pictures: readonly PictureReading[],
): {document: AamvaDocument; picture: PictureReading} | undefined {
  for (const picture of pictures) if (picture.aamva?.ok) return {document: picture.aamva.document, picture};
  return undefined;
}

function classifyMrz(reading: MrzReading, picture: PictureReading): Classification {
  const {parsed, layout} = reading;
  const code = parsed.fields.issuer?.raw.replace(/<+$/, '') ?? '';
  const issuer = mrzIssuer(code);
  const region = mrzRegion(picture);
  return {
    ...(parsed.documentType && {type: parsed.documentType}),
    ...(issuer?.alpha2 !== undefined && {country: issuer.alpha2}),
    layout,
    issuerCode: code,
    issuerKind: issuer?.kind ?? 'unknown',
    source: 'mrz',
    side: picture.side,
    confidence: zoneConfidence(reading, issuer !== undefined),
    ...(region && {region}),
  };
}

function classifyAamva(document: AamvaDocument, picture: PictureReading): Classification {
  const country = document.issuer?.country ?? document.fields['issuing-country']?.value;
  const region = barcodeRegion(picture);
  return {
    type: document.kind,
    ...(country !== undefined && {country}),
    ...(document.issuer && {subdivision: document.issuer.jurisdiction}),
    issuerCode: document.iin,
    issuerKind: document.issuer ? 'state' : 'unknown',
    source: 'barcode',
    side: picture.side,
    // Every character is protected; an issuer that AAMVA does not list is none.
    confidence: document.issuer ? 0.99 : 0.6,
    ...(region && {region}),
  };
}
