/**
 * Exact packages from the registry that npm is configured for: its address, its credentials, its proxy and its certificates are
 * npm's own business, so npm itself is asked (`npm pack`), and what it gives is believed only by the hash we expect.
 */
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {createReadStream, existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';

export interface NpmPackage {
  name: string;
  version: string;
  /** `sha512-<base64>` of the tarball. */
  integrity: string;
}

export interface FetchOptions {
  /** Called now and then with the bytes that have arrived. */
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** Why a package could not be had; the message is one sentence for the operator. */
export class NpmPackageError extends Error {
  override readonly name = 'NpmPackageError';
}

/** Gives `use` the tarball as a file, which is gone afterwards. */
export async function withNpmTarball<T>(
  wanted: NpmPackage,
  use: (tarball: string) => Promise<T>,
  {onBytes, signal}: FetchOptions = {},
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-package-'));
  // a cache of its own: its growth is the progress, and 200 MB stay out of the user's
  const cache = path.join(folder, 'cache');
  const watch = setInterval(() => void sizeOf(cache).then((bytes) => onBytes?.(bytes)), 250);
  try {
    const tarball = await npmPack(wanted, {folder, cache, ...(signal && {signal})});
    await expectIntegrity(tarball, wanted);
    return await use(tarball);
  } finally {
    clearInterval(watch);
    await rm(folder, {recursive: true, force: true, maxRetries: 3});
  }
}

/** First over the network with a fresh cache; where that fails, whatever npm's own cache holds will do as well. */
async function npmPack(wanted: NpmPackage, to: {folder: string; cache: string; signal?: AbortSignal}): Promise<string> {
  const spec = `${wanted.name}@${wanted.version}`;
  const into = path.join(to.folder, 'packed');
  await mkdir(into);
  const common = ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', into];
  const first = await runNpm([...common, '--cache', to.cache, '--fetch-retries', '1'], to.signal);
  const answer = first.code === 0 ? first : await runNpm([...common, '--offline'], to.signal);
  const [file] = await readdir(into);
  if (answer.code === 0 && file) return path.join(into, file);
  throw new NpmPackageError(`npm could not fetch ${spec}: ${reasonOf(first.output)}`);
}

function reasonOf(output: string): string {
  const code = /npm error code (\S+)/.exec(output)?.[1];
  const says = /npm error (?!code)(.+)/.exec(output)?.[1];
  return [code, says].filter(Boolean).join(', ').slice(0, 200) || 'npm gave no reason';
}

function runNpm(args: string[], signal: AbortSignal | undefined): Promise<{code: number; output: string}> {
  const [program, ...before] = npmProgram();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args, '--loglevel', 'error'], {
      // only the fallback by name needs one, and its arguments are ours
      shell: before.length === 0 && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal && {signal}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (cause) => {
      if (signal?.aborted) reject(cause);
      else resolve({code: 127, output: `npm error code ${'code' in cause ? String(cause.code) : 'ENOENT'}\n`});
    });
    child.on('close', (code) => resolve({code: code ?? 1, output}));
  });
}

/** npm as a script of this Node where we know it (npm runs us, or it came with Node), else by name. */
function npmProgram(): [string, ...string[]] {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
  return script ? [process.execPath, script] : ['npm'];
}

async function expectIntegrity(file: string, {name, version, integrity}: NpmPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` === integrity) return;
  throw new NpmPackageError(
    `The registry gave something else than ${name}@${version}: its hash is not the one we know`,
  );
}

/** Bytes below a folder that grows meanwhile; what vanishes while we look counts nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  const sizes = await Promise.all(
    entries.map((entry) =>
      entry.isFile() ? stat(path.join(entry.parentPath, entry.name)).catch(() => undefined) : undefined,
    ),
  );
  return sizes.reduce((sum, each) => sum + (each?.size ?? 0), 0);
}
