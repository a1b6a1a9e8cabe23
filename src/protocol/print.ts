/** What a print says, block by block, before anything is laid out: plain values that a process of its own turns into a PDF. */
import type {OverlayMark, Point} from './region-overlay.ts';

export interface PrintDocument {
  title: string;
  /** The word beside the title, and how it is meant. */
  status: {word: string; tone: PrintTone};
  /** Stands at the foot of every page, with the page's number. */
  footer: string;
  blocks: PrintBlock[];
}

export type PrintTone = 'passed' | 'failed' | 'neutral';

export type PrintBlock =
  | {kind: 'section'; title: string; status?: {word: string; tone: PrintTone}}
  /** `keep`: room that what follows needs on the same page, in points. */
  | {kind: 'heading'; title: string; keep?: number}
  | {kind: 'facts'; facts: PrintFact[]}
  | {kind: 'checks'; checks: PrintCheck[]}
  | {kind: 'pictures'; pictures: PrintPicture[]}
  | {kind: 'history'; entries: {at: string; what: string; detail?: string}[]}
  | {kind: 'note'; text: string};

export interface PrintFact {
  label: string;
  value: string;
  /** Where it was read, how surely. */
  detail?: string;
}

export interface PrintCheck {
  name: string;
  status: {word: string; tone: PrintTone};
  requirement: string;
  reasons: string[];
  measured?: string;
  threshold?: string;
  /** Of both. */
  unit?: string;
}

export interface PrintPicture {
  title: string;
  jpeg: Uint8Array;
  marks: OverlayMark[];
  /** Where a flattened card, which is what is shown, lies in the whole picture that the marks speak of. */
  corners?: readonly Point[];
}

/** The finished file. */
export interface PrintResult {
  pdf: Uint8Array;
  pages: number;
  /** CPU time spent, in milliseconds. */
  cpuMs: number;
}
