/** What a chosen file is, by its first bytes; names and declared types lie. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'tiff' | 'pdf';

export const contentTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
};

/** `head` = the first 32 bytes or more. */
export function fileKind(head: Uint8Array): FileKind | undefined {
  const text = String.fromCharCode(...head.slice(0, 32));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  // ISO base media file (ISO 14496-12): the brands of still images.
  if (text.slice(4, 8) === 'ftyp' && /hei[cfmsx]|hev[cmsx]|mif1|msf1/.test(text.slice(8))) return 'heic';
  // Some scanners put a few bytes before the header; readers allow that.
  if (text.includes('%PDF-')) return 'pdf';
  return undefined;
}
