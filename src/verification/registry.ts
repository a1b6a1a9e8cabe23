/** Which engine answers which kind. A new kind is a new line here, with its types in `engine.ts`. */
import type {EngineFunction, EngineKind} from './engine.ts';

/** Each loads its models before it gives its engine, so a child process that says it is ready is. */
export const engines: {[K in EngineKind]: () => Promise<EngineFunction<K>>} = {
  'government-id': async () => {
    const {prepareGovernmentId, readGovernmentId} = await import('./document/government-id.node.ts');
    await prepareGovernmentId();
    return readGovernmentId;
  },
  document: async () => {
    const {readGenericDocument} = await import('./generic-document/read-generic-document.node.ts');
    return readGenericDocument;
  },
};
