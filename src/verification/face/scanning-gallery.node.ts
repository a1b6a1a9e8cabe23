/**
 * Faces of one net in memory that other threads share, and a thread that looks at them one by one: 100,000 are 205 MB and a tenth of a
 * second in which this thread is free. What the thread finds is compared again here, so a score is the same whoever searched.
 */
import {comparisonOf, type Embedding} from './embedding.ts';
import type {FaceGallery, GalleryFace} from './gallery.ts';
import {scan} from './scan-worker.node.ts';

export interface ScanningGallery extends FaceGallery {
  /** Keeps exactly these; answers which of them it does not have yet. */
  keepOnly(faces: readonly GalleryFace[]): GalleryFace[];
  add(face: GalleryFace, embedding: Embedding): void;
}

interface Kept {
  face: GalleryFace;
  slot: number;
}

/** Faces of one block: memory grows by 8 MB at a time. */
const blockFaces = 4096;
/** What the thread's sum may differ from ours. */
const margin = 1e-4;

export function scanningGallery(model: string): ScanningGallery {
  return new Scanning(model);
}

class Scanning implements ScanningGallery {
  readonly #model: string;
  /** How many numbers a face has; known from the first. */
  #length = 0;
  readonly #blocks: Float32Array[] = [];
  /** By slot; holes are free. */
  readonly #slots: (Kept | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #kept = new Map<string, Kept>();

  constructor(model: string) {
    this.#model = model;
  }

  keepOnly(faces: readonly GalleryFace[]): GalleryFace[] {
    const wanted = new Map(faces.map((face) => [face.id, face]));
    for (const [id, kept] of this.#kept) {
      const face = wanted.get(id);
      if (face) kept.face = face;
      else this.#forget(kept);
    }
    return faces.filter(({id}) => !this.#kept.has(id));
  }

  add(face: GalleryFace, embedding: Embedding): void {
    this.#length ||= embedding.length;
    if (embedding.length !== this.#length) {
      throw new RangeError(`A face of ${embedding.length} numbers among those of ${this.#length}`);
    }
    const before = this.#kept.get(face.id);
    if (before) this.#forget(before);
    const kept = {face, slot: this.#free.pop() ?? this.#slots.length};
    if (kept.slot === this.#blocks.length * blockFaces) {
      this.#blocks.push(new Float32Array(new SharedArrayBuffer(blockFaces * this.#length * 4)));
    }
    this.#at(kept.slot).set(embedding);
    this.#slots[kept.slot] = kept;
    this.#kept.set(face.id, kept);
  }

  async search(
    query: Embedding,
    {threshold, exceptAccountId}: {threshold: number; exceptAccountId: string},
  ): ReturnType<FaceGallery['search']> {
    // as they are now: a slot that changes hands while the thread looks counts for nobody
    const asked = [...this.#slots];
    const scores = await scan({
      blocks: this.#blocks.map(({buffer}) => buffer),
      faces: asked.length,
      query,
      distances: this.#model === 'dlib',
    });
    const compare = comparisonOf(this.#model);
    const found = asked.flatMap((kept, slot) => {
      if (!kept || this.#slots[slot] !== kept || kept.face.accountId === exceptAccountId) return [];
      return {kept, nearly: (scores[slot] as number) >= threshold - margin};
    });
    const hits = found
      .flatMap(({kept, nearly}) => (nearly ? {...kept.face, score: compare(query, this.#at(kept.slot))} : []))
      .filter(({score}) => score >= threshold);
    return {compared: found.length, hits: hits.sort((a, b) => b.score - a.score)};
  }

  /** Out of memory as well: the numbers are overwritten. */
  #forget({face, slot}: Kept): void {
    this.#at(slot).fill(0);
    this.#slots[slot] = undefined;
    this.#free.push(slot);
    this.#kept.delete(face.id);
  }

  #at(slot: number): Float32Array {
    const from = (slot % blockFaces) * this.#length;
    const block = this.#blocks[Math.floor(slot / blockFaces)] as Float32Array;
    return block.subarray(from, from + this.#length);
  }
}
