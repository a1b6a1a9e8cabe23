/** What a file says of its own making. Weak signals only: absent metadata is normal, and anybody can write any. */
import exifr from 'exifr';

export interface ImageFacts {
  /** EXIF Software or XMP CreatorTool, e.g. an image editor. */
  software?: string;
  cameraMake?: string;
  cameraModel?: string;
  /** EXIF DateTimeOriginal, ISO 8601 without a zone. */
  takenAt?: string;
}

/** Places (GPS) and names are never looked at. Damaged metadata gives no facts, for the picture may be fine. */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  let tags: Record<string, unknown> | undefined;
  try {
    tags = (await exifr.parse(bytes, {
      gps: false,
      interop: false,
      xmp: true,
      mergeOutput: true,
      reviveValues: false,
      pick: ['Software', 'CreatorTool', 'Make', 'Model', 'DateTimeOriginal'],
    })) as Record<string, unknown> | undefined;
  } catch {
    // exifr throws on containers it does not know (WebP) and on broken tags alike; both mean: nothing said.
    return {};
  }
  const facts: ImageFacts = {};
  const software = shortText(tags?.['Software']) ?? shortText(tags?.['CreatorTool']);
  const make = shortText(tags?.['Make']);
  const model = shortText(tags?.['Model']);
  const taken = exifTime(tags?.['DateTimeOriginal']);
  if (software) facts.software = software;
  if (make) facts.cameraMake = make;
  if (model) facts.cameraModel = model;
  if (taken) facts.takenAt = taken;
  return facts;
}

function shortText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[^\x20-\x7e]/g, '').trim();
  return text ? text.slice(0, 80) : undefined;
}

/** EXIF writes `2026:11:22 10:20:30`. */
function exifTime(value: unknown): string | undefined {
  const match = typeof value === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(value) : null;
  return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}` : undefined;
}
