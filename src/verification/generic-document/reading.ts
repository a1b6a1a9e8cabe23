/** What was read from one submission, before anything is judged. Plain values: the checks see no pixels. */
import type {
  GenericDocumentConfig,
  GenericDocumentFieldName,
  ReadGenericField,
} from '../../protocol/generic-document.ts';
import type {GenericDocumentInput} from '../engine.ts';
import type {ImageErrorCode} from '../image/image-error.ts';
import type {PdfFacts} from '../image/pdf-text.node.ts';
import type {DocumentClass} from './classify-document.ts';
import type {Resident} from './find-resident.ts';
import type {Page} from './page-line.ts';

export interface PaperFile {
  evidenceId: string;
  /** The program that wrote the picture, and what a PDF says of its making. */
  software?: string;
  pdf?: PdfFacts;
  /** Whether the file says anything of its making; a photograph taken in a browser does not. */
  speaks: boolean;
}

/** A page of pixels as a whole; absent for pages with a text layer. */
export interface PageQuality {
  page: number;
  sharpness: number;
  mean: number;
  glare: number;
}

export interface PaperReading {
  files: PaperFile[];
  unreadable: {evidenceId: string; reason: ImageErrorCode}[];
  pages: Page[];
  qualities: PageQuality[];
  class: DocumentClass;
  /** The addressee, as far as the pages tell. */
  resident?: Resident;
  fields: Partial<Record<GenericDocumentFieldName, ReadGenericField>>;
  config: GenericDocumentConfig;
  /** ISO 8601. */
  today: string;
  expected?: GenericDocumentInput['expected'];
}
