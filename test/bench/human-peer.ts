/**
 * @vladmandic/human 3.3.6 beside us on the same pictures, as its documentation sets it up: its own detector, mesh and description. It is
 * installed into a cache folder when it is asked for, and never otherwise.
 */
import {execFile} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {promisify} from 'node:util';
import type {Frame} from '../../src/verification/face/frame.ts';
import {faceModelFolder} from '../../src/verification/face/models/folder.node.ts';

export interface HumanPeer {
  /** 1024 numbers of the largest face; undefined where it sees none. */
  embed(frame: Frame): Promise<Float32Array | undefined>;
  close(): Promise<void>;
}

interface Human {
  load(): Promise<void>;
  tf: {tensor3d(data: Uint8Array, shape: number[], type: string): {dispose(): void}};
  detect(tensor: unknown): Promise<{face: {embedding?: number[]}[]}>;
}

const packages = ['@vladmandic/human@3.3.6', '@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'];

export async function openHumanPeer(): Promise<HumanPeer> {
  const folder = path.join(path.dirname(faceModelFolder()), 'peers', 'human');
  const modules = path.join(folder, 'node_modules');
  const entry = path.join(modules, '@vladmandic/human/dist/human.node-wasm.js');
  if (!existsSync(entry)) await install(folder);
  const server = await serve(path.join(modules, '@vladmandic/human/models'));
  const {Human} = createRequire(import.meta.url)(entry) as {Human: new (config: unknown) => Human};
  const off = {enabled: false};
  const human = new Human({
    backend: 'wasm',
    wasmPath: path.join(modules, '@tensorflow/tfjs-backend-wasm/dist') + path.sep,
    modelBasePath: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cacheSensitivity: 0,
    filter: off,
    face: {
      enabled: true,
      detector: {rotation: true, maxDetected: 1, minConfidence: 0.2},
      mesh: {enabled: true},
      description: {enabled: true},
      ...{iris: off, emotion: off, antispoof: off, liveness: off},
    },
    ...{body: off, hand: off, object: off, gesture: off},
  });
  await human.load();
  return {
    async embed({data, width, height}) {
      const tensor = human.tf.tensor3d(new Uint8Array(data), [height, width, 3], 'int32');
      const {face} = await human.detect(tensor);
      tensor.dispose();
      const embedding = face[0]?.embedding;
      return embedding && embedding.length > 0 ? Float32Array.from(embedding) : undefined;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages];
  await promisify(execFile)('npm', args, {shell: process.platform === 'win32', cwd: folder});
}

/** Its loader wants an address, also in Node. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const file = path.join(folder, path.basename(request.url ?? ''));
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
