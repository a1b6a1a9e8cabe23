/**
 * Sends one picture to its slot in parts that survive a bad line: after a failure the server is asked how far it got (HEAD),
 * and the rest follows. The bytes stay in memory only; storage is not available in a frame and not wanted.
 */
import type {OpenEvidence} from '../protocol/flow.ts';
import {FlowApiError} from './flow-api-error.ts';
import type {FlowSession} from './session.ts';

export interface UploadOptions {
  session: Pick<FlowSession, 'api' | 'openEvidence'>;
  blob: Blob;
  about: Pick<OpenEvidence, 'step' | 'side' | 'capture'>;
  /** Share that has arrived, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The first part; later ones grow while the line is quick, so that progress moves and little is lost when it breaks. */
const firstPartBytes = 128 * 1024;
const quickMs = 700;
/** Rounds without any byte arriving before we give up. */
const patience = 3;

/** Returns the evidence id once every byte is there. */
export async function uploadEvidence(options: UploadOptions): Promise<string> {
  const {session, blob, about, signal} = options;
  const contentType = blob.type || 'application/octet-stream';
  const slot = await session.openEvidence({...about, contentType, size: blob.size}, signal);
  let {offset} = slot;
  let part = Math.min(firstPartBytes, slot.partBytes);
  let stuck = 0;
  options.onProgress(offset / blob.size);
  while (offset < blob.size) {
    const end = Math.min(offset + part, blob.size);
    const began = performance.now();
    try {
      await session.api.send({
        method: 'PUT',
        path: `/evidence/${encodeURIComponent(slot.id)}`,
        body: blob.slice(offset, end, contentType),
        headers: {'Content-Type': contentType, 'Content-Range': `bytes ${offset}-${end - 1}/${blob.size}`},
        signal,
      });
      offset = end;
      stuck = 0;
      if (performance.now() - began < quickMs) part = Math.min(part * 2, slot.partBytes);
    } catch (error) {
      if (!(error instanceof FlowApiError) || !mayContinue(error) || ++stuck > patience) throw error;
      const arrived = await arrivedBytes(session, slot.id, signal);
      if (arrived > offset) stuck = 0;
      offset = arrived;
      part = Math.min(firstPartBytes, slot.partBytes);
    }
    options.onProgress(offset / blob.size);
  }
  return slot.id;
}

/** A part that came twice or out of order can be set right by asking; a lost line too. */
function mayContinue(error: FlowApiError): boolean {
  return error.code === 'range_mismatch' || error.code === 'network' || error.status >= 500;
}

async function arrivedBytes(session: UploadOptions['session'], id: string, signal: AbortSignal): Promise<number> {
  const response = await session.api.send({method: 'HEAD', path: `/evidence/${encodeURIComponent(id)}`, signal});
  return Number(response.headers.get('Upload-Offset') ?? 0);
}
