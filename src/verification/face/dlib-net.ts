/**
 * dlib's face recognition ResNet (Davis King, CC0), in the conversion of face-api: 150 x 150 RGB in, 128 numbers out. Two pictures of
 * one person are less than about 0.45 apart; the 0.6 of dlib's own examples lets one stranger in ten through in some groups.
 */
import {
  add,
  avgPool,
  concat,
  conv2d,
  div,
  matMul,
  maxPool,
  mean,
  mul,
  relu,
  sub,
  tensor4d,
  tidy,
  zeros,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import {readWeights, type WeightFiles} from './weights.ts';

export const dlibNetSide = 150;

export interface DlibNet {
  /** A chip of RGB bytes as floats (`dlibChip`); not of unit length. */
  embed(chip: Float32Array): Promise<Float32Array>;
}

export function openDlibNet(files: WeightFiles): DlibNet {
  const weights = readWeights(files);
  const four = (name: string): Tensor4D => weights(name) as Tensor4D;

  const convolve = (x: Tensor4D, name: string, strides: 1 | 2): Tensor4D => {
    const plain = conv2d(x, four(`${name}/conv/filters`), strides, strides === 2 ? 'valid' : 'same');
    const biased = add<Tensor4D>(plain, weights(`${name}/conv/bias`));
    const scaled = mul<Tensor4D>(biased, weights(`${name}/scale/weights`));
    return add<Tensor4D>(scaled, weights(`${name}/scale/biases`));
  };
  const residual = (x: Tensor4D, name: string): Tensor4D =>
    relu(add<Tensor4D>(convolve(relu(convolve(x, `${name}/conv1`, 1)), `${name}/conv2`, 1), x));
  const down = (x: Tensor4D, name: string): Tensor4D => {
    const out = convolve(relu(convolve(x, `${name}/conv1`, 2)), `${name}/conv2`, 1);
    const pooled = avgPool(x, 2, 2, 'valid');
    return relu(add<Tensor4D>(widen(pooled, out.shape[3]), fit(out, pooled)));
  };

  const forward = (input: Tensor4D): Tensor2D => {
    const normalised = div<Tensor4D>(sub<Tensor4D>(input, [122.782, 117.001, 104.298]), 255);
    let x = maxPool(relu(convolve(normalised, 'conv32_down', 2)), 3, 2, 'valid');
    for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = residual(x, name);
    x = down(x, 'conv64_down');
    for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = residual(x, name);
    x = down(x, 'conv128_down');
    for (const name of ['conv128_1', 'conv128_2']) x = residual(x, name);
    x = down(x, 'conv256_down');
    for (const name of ['conv256_1', 'conv256_2']) x = residual(x, name);
    x = down(x, 'conv256_down_out');
    return matMul(mean(x, [1, 2]) as Tensor2D, weights('fc') as Tensor2D);
  };

  return {
    async embed(chip) {
      const out = tidy(() => forward(tensor4d(chip, [1, dlibNetSide, dlibNetSide, 3])));
      const values = (await out.data()) as Float32Array;
      out.dispose();
      return values;
    },
  };
}

/** Zeros for the channels that the shortcut does not have. */
function widen(x: Tensor4D, channels: number): Tensor4D {
  const [batch, height, width, have] = x.shape;
  return have === channels ? x : (concat([x, zeros([batch, height, width, channels - have])], 3) as Tensor4D);
}

/** Zeros for the row and column that the convolution lost against the shortcut. */
function fit(x: Tensor4D, like: Tensor4D): Tensor4D {
  const [batch, height, width, channels] = x.shape;
  if (height === like.shape[1] && width === like.shape[2]) return x;
  const taller = concat([x, zeros([batch, 1, width, channels])], 1) as Tensor4D;
  return concat([taller, zeros([batch, height + 1, 1, channels])], 2) as Tensor4D;
}
