/** What a file is by its first bytes; names and declared types are only claims. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'heic' | 'pdf';

/** ISO 14496-12 brands of still pictures coded with HEVC (ISO 23008-12). */
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

export function sniffImageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = latin1(bytes.subarray(0, 1024));
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.slice(4, 8) === 'ftyp' && heicBrands.has(head.slice(8, 12)) && !head.slice(8, 64).includes('avif'))
    return 'heic';
  // PDF readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
  if (head.includes('%PDF-')) return 'pdf';
  return undefined;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
