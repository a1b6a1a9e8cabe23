/** What a document is and who issued it, from what machines can read on it. */
import type {DocumentSide} from '../../protocol/government-id.ts';
import type {AamvaDocument} from '../barcode/parse-aamva.ts';
import {mrzIssuer} from './mrz/issuers.ts';
import type {MrzReading} from './mrz/read.ts';
import type {Classification, PictureReading} from './reading.ts';

export function classify(pictures: readonly PictureReading[]): Classification {
  const mrz = bestMrz(pictures);
  const aamva = findAamva(pictures);
  const byMrz = mrz && classifyMrz(mrz.reading, mrz.picture.side);
  const byBarcode = aamva && classifyAamva(aamva.document, aamva.picture.side);
  // An enhanced licence carries both: it is the licence that it says it is.
  if (byBarcode) return byMrz?.layout ? {...byBarcode, layout: byMrz.layout} : byBarcode;
  return byMrz ?? {};
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

function classifyMrz(reading: MrzReading, side: DocumentSide): Classification {
  const {parsed, layout} = reading;
  const code = parsed.fields.issuer?.raw.replace(/<+$/, '') ?? '';
  const issuer = mrzIssuer(code);
  return {
    ...(parsed.documentType && {type: parsed.documentType}),
    ...(issuer?.alpha2 !== undefined && {country: issuer.alpha2}),
    layout,
    issuerCode: code,
    issuerKind: issuer?.kind ?? 'unknown',
    source: 'mrz',
    side,
  };
}

function classifyAamva(document: AamvaDocument, side: DocumentSide): Classification {
  const country = document.issuer?.country ?? document.fields['issuing-country']?.value;
  return {
    type: document.kind,
    ...(country !== undefined && {country}),
    ...(document.issuer && {subdivision: document.issuer.jurisdiction}),
    issuerCode: document.iin,
    issuerKind: document.issuer ? 'state' : 'unknown',
    source: 'barcode',
    side,
  };
}
