/** Measures preview frames beside the page: a bitmap comes in, numbers go out, one at a time; on request the frame too, for the reader. */
import {grayFromPixels, type GrayImage} from '../../verification/image/gray.ts';
import type {PixelBox} from '../../verification/image/quality.ts';
import {measureFrame, type FrameMeasurement} from './measure.ts';

export interface QualityRequest {
  bitmap: ImageBitmap;
  guide: PixelBox;
  look: {mrz: boolean; barcode: boolean};
  /** Whether to hand the frame out when it shows lines, or bars. */
  hand: {mrz: boolean; barcode: boolean};
}
export type QualityAnswer = {measured: FrameMeasurement; frame?: GrayImage} | {failed: true};

interface WorkerScope {
  onmessage: ((event: MessageEvent<QualityRequest>) => void) | null;
  postMessage(answer: QualityAnswer, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
let canvas: OffscreenCanvas | undefined;
let before: GrayImage | undefined;

scope.onmessage = ({data}) => {
  const gray = readGray(data.bitmap);
  if (!gray) return scope.postMessage({failed: true});
  const {measured, small} = measureFrame(gray, {guide: data.guide, look: data.look, before});
  before = small;
  const wanted = (data.hand.mrz && measured.mrz) || (data.hand.barcode && measured.barcode);
  if (wanted) scope.postMessage({measured, frame: gray}, [gray.data.buffer as ArrayBuffer]);
  else scope.postMessage({measured});
};

function readGray(bitmap: ImageBitmap): GrayImage | undefined {
  const {width, height} = bitmap;
  if (!canvas || canvas.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  if (!context) return undefined;
  return grayFromPixels(context.getImageData(0, 0, width, height).data, width, height, 4);
}
