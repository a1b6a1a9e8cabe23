/** The kernels, opened once per thread, and the memory they work in. */
import {kernelModule, type Kernels} from './kernels.ts';

const pageBytes = 65536;
/** In front of and behind every place: kernels read and write whole vectors. */
const room = 128;

export class Simd {
  readonly kernels: Kernels;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /**
   * Addresses of places of these sizes (bytes), side by side from the start of the memory: whatever was there before is overwritten.
   * Views made earlier may be detached, because the memory grows.
   */
  places(...sizes: readonly number[]): number[] {
    let end = room;
    const addresses = sizes.map((size) => {
      const at = end;
      end = (at + size + room + 15) & ~15;
      return at;
    });
    const {memory} = this.kernels;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    return addresses;
  }

  bytes(at: number, count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.kernels.memory.buffer, at, count);
  }

  floats(at: number, count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.kernels.memory.buffer, at, count);
  }
}

let module: WebAssembly.Module | undefined;
let opened: Simd | undefined;
let tried = false;

/** The thread's own kernels; undefined where there is no WebAssembly with vectors, or where the page's policy forbids it. */
export function openSimd(): Simd | undefined {
  if (!tried) opened = createSimd();
  tried = true;
  return opened;
}

/** Kernels with a memory of their own, for who wants to keep something in it. */
export function createSimd(): Simd | undefined {
  try {
    module ??= new WebAssembly.Module(kernelModule());
    return new Simd(new WebAssembly.Instance(module).exports as unknown as Kernels);
  } catch {
    // No WebAssembly, none with vectors, or a policy without 'wasm-unsafe-eval': the plain code reads the same, only slower.
    return undefined;
  }
}
