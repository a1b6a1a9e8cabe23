/** Learned by `npm run bench -- worn`, whose `--json` gives these numbers anew; docs/models/worn.md tells from what. */
export const wornThings = ['glasses', 'covering'] as const;
export type WornThing = (typeof wornThings)[number];

export interface LinearWeights {
  /** One for each number of `edgesOf` (`worn.ts`): signed bytes as base64, each times `scale`. */
  bytes: string;
  scale: number;
  offset: number;
}

export const wornWeights: Record<WornThing, LinearWeights> = {
  glasses: {
    scale: 0.137721,
    offset: -21.533,
    bytes:
      '3c3W9N/LBe0TDwX/BPsKIfwMEvfZEyEK9unE6gol9iUK6sTpEgohE9n3BAz8IQr7Bf8FDxPt3cvf9NbNCzBGQjMaERrhCCs5AwAI/PkHSD5JCd' +
      '8H8iJcfkog8iBKflwiSAffCUk+Awf5/AgAETkrCOEaCxozQkYwMzxOHyxH+BUN0Nb1GvbloqvMIvri6QUG8iUyWkcL8gtHWjIlIgYF6eL6Gsyr' +
      'ouX2+PXW0A0VM0csH048BBUFEVc/BQYYGRQu3fMHBfXcCX9g/RAD50lFBPbl5+X2BEVJCQMQ/WB/3dz1BQfzBS4UGRgGBD9XEQUVDujq/vvi/j' +
      'U+Rwbf+d3ydRDg0vsJ4/v3AAb94uvfAN/r4v0G0vf74wn7+eAQdfLd/t8GRz41DuL7/uro',
  },
  covering: {
    scale: 0.144261,
    offset: 21.9957,
    bytes:
      '/ylaEeznNB733R4S2dTLAUH2/ez53gMC/QID3vns2fZBAcvUNBIe3fce/+fsEVopDTMEHAX+RgDzE0M0wNLM+8Go3/vjB/MF3wXzB+P7wKjB+8' +
      'zSRjRDE/MADf4FHAQz7vDPMTMGCRThDwUI7/vBDtXl9c2w48K79bvC47DN7+XVDsH7CQgFD+EU7gYzMc/w1AT8RRvrOcXRFv0tUjjVzOU+28eB' +
      'oKWI24iloIHHUj7lzNU4OS39FtHF1OsbRfwE49QMDsYWFxkOXu/UFAwIZDjj4Anp48jQ4NDI4+kJFOM4ZAgMF9TvXg4Z4xbGDgzU',
  },
};
