/**
 * One face against thousands: who else looks like this? Behind an interface, so that a database with an index for vectors can take the
 * place of the scan; whoever keeps faces sealed (as we do) has no such index, for it would hold them open.
 */
import {comparisonOf, type Embedding} from './embedding.ts';

export interface GalleryFace {
  /** Of the inquiry it came from. */
  id: string;
  accountId: string;
}

export interface GalleryHit extends GalleryFace {
  score: number;
}

export interface FaceGallery {
  /** Keeps exactly these; answers which of them it does not have yet. */
  keepOnly(faces: readonly GalleryFace[]): GalleryFace[];
  add(face: GalleryFace, embedding: Embedding): void;
  /** Faces of other accounts at least as alike as `threshold`, the most alike first; `compared` counts all that were looked at. */
  search(
    face: Embedding,
    options: {threshold: number; exceptAccountId: string},
  ): Promise<{compared: number; hits: GalleryHit[]}>;
}

/** Faces between two breaths of the process: about a millisecond. */
const slice = 2000;

/** Scans the vectors of one net, one by one, in memory: 100,000 faces are 200 MB and a tenth of a second. */
export function scanningGallery(model: string): FaceGallery {
  const compare = comparisonOf(model);
  const kept = new Map<string, {face: GalleryFace; embedding: Embedding}>();
  return {
    keepOnly(faces) {
      const wanted = new Map(faces.map((face) => [face.id, face]));
      for (const [id, known] of kept) {
        const face = wanted.get(id);
        if (face) known.face = face;
        else kept.delete(id);
      }
      return faces.filter(({id}) => !kept.has(id));
    },
    add: (face, embedding) => void kept.set(face.id, {face, embedding}),
    async search(query, {threshold, exceptAccountId}) {
      const hits: GalleryHit[] = [];
      let compared = 0;
      let seen = 0;
      for (const {face, embedding} of kept.values()) {
        if (++seen % slice === 0) await breath();
        if (face.accountId === exceptAccountId || embedding.length !== query.length) continue;
        compared++;
        const score = compare(query, embedding);
        if (score >= threshold) hits.push({...face, score});
      }
      return {compared, hits: hits.sort((a, b) => b.score - a.score)};
    },
  };
}

/** Lets whatever else waits run first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
