/** From a chosen, dropped or pasted file to a picture, or to the reason why not. */
import type {EvidenceSide} from '../../protocol/flow.ts';
import {contentTypes, fileKind} from './file-kind.ts';
import type {Picture} from './picture.ts';
import type {PictureAnswer, PictureRequest} from './picture.worker.ts';
import {startPictureWorker} from './worker.ts';

export type FileRefusal = 'wrong' | 'large' | 'empty' | 'damaged';

/** What the server takes (`openEvidenceSchema`). */
const maxBytes = 20 * 1024 * 1024;
/** Nobody photographs a document into more than this; decoding it would only freeze the device. */
const maxFileBytes = 120 * 1024 * 1024;

export async function readChosenFile(file: File, side: EvidenceSide): Promise<Picture | FileRefusal> {
  if (file.size === 0) return 'empty';
  if (file.size > maxFileBytes) return 'large';
  const kind = fileKind(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  if (!kind) return 'wrong';
  const about = {side, capture: 'upload', name: file.name} as const;
  if (kind !== 'pdf' && kind !== 'tiff') {
    const blob = await reencode(file);
    if (blob) return {...about, blob, viewable: true};
    // Every browser decodes these; one that does not open is broken. HEIC opens in some, the server reads it for the others.
    if (kind !== 'heic') return 'damaged';
  }
  if (file.size > maxBytes) return 'large';
  return {...about, blob: file.slice(0, file.size, contentTypes[kind]), viewable: false};
}

async function reencode(file: Blob): Promise<Blob | undefined> {
  const worker = startPictureWorker();
  try {
    const answer = await new Promise<PictureAnswer>((resolve, reject) => {
      worker.onmessage = ({data}: MessageEvent<PictureAnswer>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      const request: PictureRequest = {file};
      worker.postMessage(request);
    });
    return 'blob' in answer ? answer.blob : undefined;
  } finally {
    worker.terminate();
  }
}
