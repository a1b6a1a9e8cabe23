declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {targetFormat: 'truetype'; variationAxes?: Record<string, number>},
  ): Promise<Buffer>;
}

declare module 'fontkit' {
  export function create(font: Buffer): {characterSet: number[]};
}
