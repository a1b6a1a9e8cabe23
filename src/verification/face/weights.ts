/** Weights of nets that come without a graph, as face-api packs them: a manifest and its bytes, some of them quantised. */
import {io, type Tensor} from '@tensorflow/tfjs-core';

export interface WeightFiles {
  manifest: {weights: io.WeightsManifestEntry[]}[];
  weights: ArrayBuffer;
}

/** A function that gives each weight by its name; unknown names are errors of ours. */
export function readWeights({manifest, weights}: WeightFiles): (name: string) => Tensor {
  const all = io.decodeWeights(
    weights,
    manifest.flatMap((group) => group.weights),
  );
  return (name) => {
    const tensor = all[name];
    if (!tensor) throw new Error(`The net has no weight ${name}`);
    return tensor;
  };
}
