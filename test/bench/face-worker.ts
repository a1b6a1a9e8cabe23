/** Ten selfies against ten portraits in a process of its own, which then tells its memory. */
import {readFile} from 'node:fs/promises';
import type {Memory} from './faces.ts';

const beforeMb = process.memoryUsage.rss() / 1e6;
const {judgeSelfie} = await import('../../src/verification/selfie/selfie.node.ts');
const people = new URL('../../demo/specimens/people/', import.meta.url);
const selfie = await readFile(new URL('mei-1.jpg', people));
const portrait = await readFile(new URL('mei-2.jpg', people));
for (let i = 0; i < 10; i++) {
  await judgeSelfie({
    frames: [{id: 'frame', pose: 'center', capture: 'camera_auto', bytes: new Uint8Array(selfie)}],
    liveness: {mode: 'still', slots: []},
    config: {liveness: 'not_required'},
    document: {bytes: new Uint8Array(portrait)},
    today: '2026-11-23',
  });
}
process.send?.({beforeMb, afterMb: process.memoryUsage.rss() / 1e6} satisfies Memory);
process.disconnect?.();
