/** What a file is by its first bytes; names and declared types are only claims. */
import type {ImageErrorCode} from './image-error.ts';

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'heic' | 'pdf';

/** ISO 14496-12 brands of still pictures coded with HEVC (ISO 23008-12). */
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

export function sniffImageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = headOf(bytes);
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

/** Why something that is no picture we read is refused: a reviewer wants to know a mistake from an attack. */
export function sniffStranger(bytes: Uint8Array): ImageErrorCode {
  const head = headOf(bytes);
  if (head.startsWith('GIF8')) return 'file_gif';
  if (archiveMarks.some((mark) => head.startsWith(mark))) return 'file_archive';
  if (programMarks.some((mark) => head.startsWith(mark))) return 'file_program';
  if (/<svg[\s>:]/i.test(head)) return 'file_svg';
  if (/<(!doctype\s+html|html|head|body|script)[\s>]/i.test(head)) return 'file_html';
  return 'file_unsupported';
}

/** Whether something begins as an archive, a program or a GIF does, beyond what bytes of another kind might by chance. */
export function isStranger(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return head.startsWith('GIF8') || longMarks.some((mark) => head.startsWith(mark)) || isWindowsProgram(head);
}

/** ZIP (office documents as well), gzip, RAR, 7z, xz, bzip2. */
const archiveMarks = ['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '\xfd7zXZ\0', 'BZh'];
/** Windows, Linux, macOS, Java and fat macOS, a script. */
const programMarks = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!'];

/** The same with what must follow the short ones: deflate, the mark of a block, the path of an interpreter. */
const longMarks = [
  ...[...archiveMarks, ...programMarks].filter((mark) => mark.length >= 4),
  '\x1f\x8b\x08',
  ...Array.from('123456789', (level) => `BZh${level}1AY&SY`),
  '#!/',
];

/** `MZ`, and where it says the head of the program proper. */
function isWindowsProgram(head: string): boolean {
  if (!head.startsWith('MZ') || head.length < 64) return false;
  const at = head.charCodeAt(60) + head.charCodeAt(61) * 256;
  return head.slice(at, at + 4) === 'PE\0\0';
}

function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
