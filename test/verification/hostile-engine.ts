/** An engine child for tests of the pool: does to itself what a hostile picture might do to a decoder. */
import {serveEngines} from '../../src/verification/engine-child.node.ts';
import type {GovernmentIdResult} from '../../src/protocol/government-id.ts';
import type {GovernmentIdInput} from '../../src/verification/engine.ts';

const hoarded: Buffer[] = [];

async function behave(
  input: GovernmentIdInput,
  report: (word: 'received' | 'deciding') => void,
): Promise<GovernmentIdResult> {
  const order = input.evidence[0]?.id ?? 'answer';
  report('received');
  if (order === 'hang') for (;;) if (input.evidence.length === 0) break;
  if (order === 'exit') process.exit(3);
  if (order === 'abort') process.abort();
  if (order === 'throw') throw new RangeError('the picture has no pixels');
  if (order === 'eat') await eat();
  if (order === 'hoard') hoarded.push(Buffer.alloc(170 * 1024 * 1024, 1));
  if (order === 'wait') await new Promise((resolve) => setTimeout(resolve, 300));
  report('deciding');
  const bytes = input.evidence[0]?.bytes ?? new Uint8Array();
  return {
    fields: {'document-number': {value: String(process.pid), sources: ['mrz'], confidence: bytes.length}},
    checks: [],
    displayImages: [],
    cpuMs: Object.keys(process.env).filter((name) => /SECRET|DATABASE/.test(name)).length,
  };
}

/** Memory outside V8's heap, as native decoders take it. */
async function eat(): Promise<void> {
  const kept: Buffer[] = [];
  for (;;) {
    kept.push(Buffer.alloc(16 * 1024 * 1024, kept.length + 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

if (process.env['COUNTERSIGN_MODELS'] === 'missing') throw new Error('no models there');
await serveEngines({'government-id': async () => behave});
