/** Where text stands in a grey view: PP-OCRv4's detector and its post-processing. */
import type {OnnxNet} from '../../onnx-session.node.ts';
import type {GrayImage} from '../../image/gray.ts';
import {findTextBoxes, type TextBox} from './text-boxes.ts';

/** Per channel; the net was trained on colour, and a grey picture is one with three equal channels. */
const mean = [0.485, 0.456, 0.406];
const deviation = [0.229, 0.224, 0.225];
/** The sides of what the net sees are multiples of this, in pixels. */
const unit = 32;
/** The net holds some 140 bytes to the pixel: a larger view is looked at in two halves, which took 47 MB off a worker's peak. */
const mostPixels = 512_000;
/** What each half sees beyond the middle, so that a line at the seam is seen whole; in pixels, a multiple of `unit`. */
const beyond = unit;

/** Sides of `view` must be multiples of 32. */
export async function detectText(view: GrayImage, detector: OnnxNet): Promise<TextBox[]> {
  const {width, height} = view;
  const data = new Float32Array(width * height);
  for (const {from, to, keep} of bandsOf(width, height)) {
    const seen = {width, height: to - from, data: view.data.subarray(from * width, to * width)};
    const map = await detector.run(inputOf(seen), [1, 3, seen.height, width]);
    data.set(map.data.subarray((keep - from) * width), keep * width);
  }
  return findTextBoxes({data, width, height});
}

/** Rows that the net sees at once; what an earlier band said counts above `keep` only. */
interface Band {
  from: number;
  to: number;
  keep: number;
}

/** Lines of text seldom cross a seam between rows. */
function bandsOf(width: number, height: number): Band[] {
  const all = {from: 0, to: height, keep: 0};
  const middle = Math.round(height / 2 / unit) * unit;
  const [end, start] = [middle + beyond, middle - beyond];
  if (width * height <= mostPixels || start <= 0 || end >= height) return [all];
  return [
    {...all, to: end},
    {from: start, to: height, keep: middle},
  ];
}

function inputOf({data, width, height}: GrayImage): Float32Array {
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let channel = 0; channel < 3; channel++) {
    const [m = 0, d = 1] = [mean[channel], deviation[channel]];
    for (let i = 0; i < count; i++) input[channel * count + i] = ((data[i] as number) / 255 - m) / d;
  }
  return input;
}
