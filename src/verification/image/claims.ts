/**
 * What a file is said to be. Renamed pictures are common: share sheets call a HEIC `.jpg`, and a viewer shows it all the same; those are read.
 * A picture called a PDF, or a PDF called a picture or a program, is opened by something else than its sender says, and is refused.
 */
import type {ImageFormat} from './sniff.ts';

export interface FileClaims {
  filename?: string;
  contentType?: string;
}

type Family = 'picture' | 'paper' | 'other';

const extensions: Record<Family, ReadonlySet<string>> = {
  picture: new Set('jpg jpeg jpe jfif png apng webp tif tiff heic heif hif avif gif bmp dng'.split(' ')),
  paper: new Set(['pdf']),
  other: new Set(
    [
      'htm html xhtml svg xml js mjs css php py sh bat cmd com exe dll scr msi jar apk app dmg iso',
      'zip rar 7z gz tgz tar bz2 xz doc docx xls xlsx ppt pptx odt ods rtf txt csv json eml mp3 mp4 mov avi',
    ].flatMap((line) => line.split(' ')),
  ),
};

/** Whether a name or declared type says another family than the content is of. One that says nothing we know claims nothing. */
export function claimsAnother({filename = '', contentType = ''}: FileClaims, format: ImageFormat): boolean {
  const family: Family = format === 'pdf' ? 'paper' : 'picture';
  return [familyOfName(filename), familyOfType(contentType)].some((claimed) => claimed && claimed !== family);
}

function familyOfName(name: string): Family | undefined {
  const extension = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.keys(extensions) as Family[]).find((family) => extensions[family].has(extension));
}

function familyOfType(contentType: string): Family | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/pdf') return 'paper';
  if (type === 'image/svg+xml' || type.startsWith('text/') || type === 'application/zip') return 'other';
  return type.startsWith('image/') ? 'picture' : undefined;
}
