/** Which engine answers which kind. A new kind is a new line here, with its types in `engine.ts`. */
import type {EngineLoaders} from './engine-child.node.ts';

/** Each loads its models before it gives its engine, so a child process that says it is ready is. */
export const engines: EngineLoaders = {
  'government-id': async () => {
    const {prepareGovernmentId, readGovernmentId} = await import('./document/government-id.node.ts');
    await prepareGovernmentId();
    return readGovernmentId;
  },
  document: async () => {
    const {readGenericDocument} = await import('./generic-document/read-generic-document.node.ts');
    return readGenericDocument;
  },
  'face-frames': async () => {
    const {measureFaceFrames} = await import('./selfie/face-frames.node.ts');
    await prepareFaces();
    return measureFaceFrames;
  },
  selfie: async () => {
    const {judgeSelfie} = await import('./selfie/selfie.node.ts');
    await prepareFaces();
    return judgeSelfie;
  },
  // loaded with the first print: most processes never make one
  print: () =>
    Promise.resolve(async (document) => {
      const {printDocument} = await import('./print/print.node.ts');
      return printDocument(document);
    }),
};

/** Where the nets are not installed the engines still stand, and say so when asked. */
async function prepareFaces(): Promise<void> {
  const {installedFaceEngine} = await import('./selfie/engine.node.ts');
  await installedFaceEngine();
}
