/** What was read from one submission, before anything is judged. Plain values: the checks below see no pixels. */
import type {
  DocumentSide,
  DocumentType,
  GovernmentIdConfig,
  GovernmentIdResult,
  MrzLayout,
} from '../../protocol/government-id.ts';
import type {ImageRegion} from '../../protocol/check.ts';
import type {BarcodeSearch} from '../barcode/find-pdf417.ts';
import type {AamvaResult} from '../barcode/parse-aamva.ts';
import type {GovernmentIdInput} from '../engine.ts';
import type {ImageErrorCode} from '../image/image-error.ts';
import type {Quality} from '../image/quality.ts';
import type {Authenticity} from './authenticity/authenticity.ts';
import type {ComparingNet} from '../selfie/reading.ts';
import type {GhostPortrait} from './authenticity/ghost-portrait.node.ts';
import type {PastedEdge} from './authenticity/pasted-edge.ts';
import type {CardOutline} from './card-outline.ts';
import type {CardPlace} from './card-place.ts';
import type {Fingerprint} from './fingerprint.ts';
import type {MrzReading} from './mrz/read.ts';
import type {VisualComparisons} from './viz/comparison.ts';
import type {VisualReading} from './viz/visual-zone.ts';

/** One picture: an evidence file, or one page of it. */
export interface PictureReading {
  evidenceId: string;
  side: DocumentSide;
  /** Of the upright original, in pixels. */
  width: number;
  height: number;
  /** What to multiply pixels of the readings with to get pixels of the upright original. */
  scaleToOriginal: number;
  quality: Quality;
  /** Absent where nobody measured it. */
  authenticity?: Authenticity;
  /** The card's border; looked for where nothing was read, or where two sides are compared. */
  outline?: CardOutline;
  fingerprint?: Fingerprint;
  mrz?: MrzReading;
  /** Absent where nobody looked, since the picture has a machine-readable zone. */
  barcode?: BarcodeSearch;
  aamva?: AamvaResult;
  /** The holder's face; looked for on fronts where the nets are installed, `false` where nobody could look. */
  portrait?: DocumentPortrait | false;
  /** What is printed for people; read to confirm the others, or where there is nothing else. */
  visual?: VisualReading;
  /** Absent where the whole picture is as good. */
  card?: CardPlace;
}

/** The face on a document, in pixels of the picture. */
export interface DocumentPortrait {
  box: {x: number; y: number; width: number; height: number};
  /** Of the detector, 0 to 1. */
  score: number;
  /** As `selfie_image_quality_detection` measures it; a print is softer than a face. */
  sharpness: number;
  /** Between the eyes, in pixels of the upright original. */
  eyeDistance: number;
  /** Absent where the document lies too straight to tell. */
  pasted?: PastedEdge;
  /** The same face once more, smaller; absent where none was found that is large enough to be compared. */
  ghost?: GhostPortrait;
  /** How alike it and the inquiry's selfie are; absent where there is none, or another net kept it. */
  selfie?: {score: number; net: ComparingNet};
}

/** A file that gave no picture. */
export interface UnreadableFile {
  evidenceId: string;
  side: DocumentSide;
  reason: ImageErrorCode;
}

/** One thing that it may be. */
export interface DocumentGuess {
  type: DocumentType;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  subdivision?: string;
  /** 0 to 1. */
  confidence: number;
}

/** What a document is, as far as it says so. */
export interface Classification {
  /** Absent where nothing says so, or nothing with enough confidence. */
  type?: DocumentType;
  /** ISO 3166-1 alpha-2; absent for issuers that have none (organisations, specimens). */
  country?: string;
  subdivision?: string;
  layout?: MrzLayout;
  /** As the document writes it: `UTO`, `D`, an IIN. */
  issuerCode?: string;
  issuerKind?: 'state' | 'organization' | 'person' | 'specimen' | 'unknown';
  source?: 'mrz' | 'barcode' | 'print';
  /** 0 to 1: of a zone its weakest line, of print how alone and how large it says so. */
  confidence?: number;
  /** What else it may be, likeliest first. */
  alternatives?: DocumentGuess[];
  /** The side that it was found on, as the submitter named it. */
  side?: DocumentSide;
  /** Where it says so. */
  region?: ImageRegion;
}

/** Print is no statement that a machine can check. */
export function isMachineRead({source}: Classification): boolean {
  return source === 'mrz' || source === 'barcode';
}

export interface SubmissionReading {
  pictures: PictureReading[];
  unreadable: UnreadableFile[];
  classification: Classification;
  fields: GovernmentIdResult['fields'];
  /** What machines read against what is printed; empty where either is missing. */
  print: VisualComparisons;
  chosen: {country?: string; type?: DocumentType};
  config: GovernmentIdConfig;
  /** ISO 8601. */
  today: string;
  sandbox: boolean;
  /** What the inquiry and its account say of the holder. */
  expected?: GovernmentIdInput['expected'];
  /** Whether the inquiry has a selfie that was judged before. */
  selfie?: boolean;
}
