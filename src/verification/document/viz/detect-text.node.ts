/** Where text stands in a grey view: PP-OCRv4's detector and its post-processing. */
import type {OnnxNet} from '../../onnx-session.node.ts';
import type {GrayImage} from '../../image/gray.ts';
import {findTextBoxes, type TextBox} from './text-boxes.ts';

/** Per channel; the net was trained on colour, and a grey picture is one with three equal channels. */
const mean = [0.485, 0.456, 0.406];
const deviation = [0.229, 0.224, 0.225];

/** Sides of `view` must be multiples of 32. */
export async function detectText(view: GrayImage, detector: OnnxNet): Promise<TextBox[]> {
  const {width, height, data} = view;
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let channel = 0; channel < 3; channel++) {
    const [m = 0, d = 1] = [mean[channel], deviation[channel]];
    for (let i = 0; i < count; i++) input[channel * count + i] = ((data[i] as number) / 255 - m) / d;
  }
  const map = await detector.run(input, [1, 3, height, width]);
  return findTextBoxes({data: map.data, width, height});
}
