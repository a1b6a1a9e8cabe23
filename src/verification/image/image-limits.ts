/** What a file may cost us. */
export const imageLimits = {
  bytes: 20 * 1024 * 1024,
  pixels: 50_000_000,
  pdfPages: 10,
  seconds: 10,
  /** Longer side in pixels that we work on; a card of 3000 px has 35 px to the millimetre. */
  side: 3000,
  /** What all texts and profiles of a picture may inflate to; a profile of a press has two, a drawing's source one. */
  inflatedBytes: 8 * 1024 * 1024,
  /**
   * Beyond the limit of pixels: how many to a byte are a bomb rather than a large picture. Photographs have 2 to 20; the utmost that PNG can
   * do for colour pictures is 344, for black and white ones 8256.
   */
  pixelsPerByte: 200,
} as const;
