/** What a container says of its picture, and where things may hide in it: known before a pixel is made. */
export interface Layout {
  width?: number;
  height?: number;
  /** Bits of one channel. */
  depth?: number;
  /** Inks of a press in place of the colours of a screen. */
  cmyk?: boolean;
  /** Pictures that are shown one after another; 1 where absent. */
  frames?: number;
  /** Where the picture ends by its own structure. Absent where it does not, or where that cannot be followed. */
  end?: number;
  /** The file stops before its picture does. */
  cut: boolean;
  /** Comments, application segments, text chunks: what programs leave beside the pixels. */
  notes: Buffer[];
  /** TIFF structures, of EXIF or of the file itself. */
  tags: Buffer[];
  /** What is inflated when it is read: zlib streams of texts and profiles. */
  packed: Buffer[];
}

/** More notes than this are an attack; a portrait with its depth map, cut into segments of 64 kB, has a hundred. */
export const mostNotes = 2000;

export function emptyLayout(): Layout {
  return {cut: false, notes: [], tags: [], packed: []};
}
