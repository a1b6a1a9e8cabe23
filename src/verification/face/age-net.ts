/**
 * Age from a face: TinyXception of face-api (MIT), 112 x 112 RGB of the face's box, 1.3 times as large. The mean error is 4.6 years on
 * a set that was part of its training, so it is only good for "clearly older than", never for an exact age.
 */
import {
  add,
  avgPool,
  conv2d,
  div,
  matMul,
  maxPool,
  relu,
  reshape,
  separableConv2d,
  sub,
  tensor4d,
  tidy,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import {readWeights, type WeightFiles} from './weights.ts';

export const ageNetSide = 112;
/** The face's box is this much larger. */
export const ageContext = 1.3;

export interface AgeNet {
  /** RGB bytes as floats, 112 x 112 x 3; years. */
  estimate(face: Float32Array): Promise<number>;
}

export function openAgeNet(files: WeightFiles): AgeNet {
  const weights = readWeights(files);
  const four = (name: string): Tensor4D => weights(name) as Tensor4D;

  const separable = (x: Tensor4D, name: string): Tensor4D => {
    const [depthwise, pointwise] = [four(`${name}/depthwise_filter`), four(`${name}/pointwise_filter`)];
    return add(separableConv2d(x, depthwise, pointwise, 1, 'same'), weights(`${name}/bias`));
  };
  const plain = (x: Tensor4D, name: string): Tensor4D =>
    add(conv2d(x, four(`${name}/filters`), 2, 'same'), weights(`${name}/bias`));
  const reduce = (x: Tensor4D, name: string, activated = true): Tensor4D => {
    const first = separable(activated ? relu(x) : x, `${name}/separable_conv0`);
    const second = separable(relu(first), `${name}/separable_conv1`);
    return add(maxPool(second, 3, 2, 'same'), plain(x, `${name}/expansion_conv`));
  };
  const middle = (x: Tensor4D, name: string): Tensor4D => {
    const parts = ['separable_conv0', 'separable_conv1', 'separable_conv2'];
    return add(
      parts.reduce((out, part) => separable(relu(out), `${name}/${part}`), x),
      x,
    );
  };

  const forward = (input: Tensor4D): Tensor1D => {
    const normalised = div(sub(input, [122.782, 117.001, 104.298]), 255) as Tensor4D;
    let x: Tensor4D = relu(plain(normalised, 'entry_flow/conv_in'));
    x = reduce(x, 'entry_flow/reduction_block_0', false);
    x = reduce(x, 'entry_flow/reduction_block_1');
    for (const block of ['main_block_0', 'main_block_1']) x = middle(x, `middle_flow/${block}`);
    x = reduce(x, 'exit_flow/reduction_block');
    x = relu(separable(x, 'exit_flow/separable_conv'));
    const pooled = reshape(avgPool(x, 7, 2, 'valid'), [1, -1]) as Tensor2D;
    return reshape(
      add(matMul(pooled, weights('fc/age/weights') as Tensor2D), weights('fc/age/bias')),
      [-1],
    ) as Tensor1D;
  };

  return {
    async estimate(face) {
      const out = tidy(() => forward(tensor4d(face, [1, ageNetSide, ageNetSide, 3])));
      const [years] = await out.data();
      out.dispose();
      if (years === undefined) throw new Error('The age net gave no output');
      return Math.max(0, years);
    },
  };
}
