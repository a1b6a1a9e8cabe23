/** Starts our workers. A worker's address is a Trusted Types sink; our policy lets only this origin's own files through. */
interface WorkerPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): WorkerPolicy;
}

const factory = (globalThis as {trustedTypes?: TrustedTypesFactory}).trustedTypes;
const policy = factory?.createPolicy('countersign-worker', {createScriptURL: ownScript});

function ownScript(url: string): string {
  if (new URL(url).origin !== location.origin) throw new TypeError('A worker must come from our own origin.');
  return url;
}

function start(url: URL): Worker {
  // With Trusted Types on, this is a TrustedScriptURL object that TypeScript still calls a string.
  return new Worker(policy ? policy.createScriptURL(url.href) : ownScript(url.href), {type: 'module'});
}

export function startQualityWorker(): Worker {
  return start(new URL('./quality.worker.ts', import.meta.url));
}

export function startMrzReaderWorker(): Worker {
  return start(new URL('./mrz-reader.worker.ts', import.meta.url));
}

export function startBarcodeReaderWorker(): Worker {
  return start(new URL('./barcode-reader.worker.ts', import.meta.url));
}

export function startPictureWorker(): Worker {
  return start(new URL('./picture.worker.ts', import.meta.url));
}

export function startFaceWorker(): Worker {
  return start(new URL('./face/face.worker.ts', import.meta.url));
}
