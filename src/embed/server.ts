/** `countersign/server`: for backends. The package's own types bind `Countersign` to the operations of this version's API. */
export {Countersign} from './api-client.ts';
export type {CountersignOptions} from './api-client.ts';
export {CountersignApiError} from './api-error.ts';
export type {ApiProblem} from './api-error.ts';
export {toFile} from './api-file.ts';
export type {ApiFile} from './api-file.ts';
