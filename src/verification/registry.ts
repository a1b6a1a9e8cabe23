/** Which engine answers which kind. A new kind is a new line here, with its types in `engine.ts`. */
import type {EngineFunction, EngineKind} from './engine.ts';

/** Each loads its models when first called, so a child process pays only for the kinds it runs. */
export const engines: {[K in EngineKind]: () => Promise<EngineFunction<K>>} = {
  'government-id': async () => (await import('./document/government-id.node.ts')).readGovernmentId,
};
