/** One face against thousands: who else looks like this? Behind an interface, so that a database with an index for vectors can take the place of the scan. */
import type {Embedding} from './embedding.ts';

export interface GalleryFace {
  /** Of the inquiry it came from. */
  id: string;
  accountId: string;
}

export interface GalleryHit extends GalleryFace {
  score: number;
}

export interface FaceGallery {
  /** Faces of other accounts at least as alike as `threshold`, the most alike first; `compared` counts all that were looked at. */
  search(
    face: Embedding,
    options: {threshold: number; exceptAccountId: string},
  ): Promise<{compared: number; hits: GalleryHit[]}>;
}
