/** Every import in src/ goes the way rooms.json allows, and no files import in a circle. */
import {test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';

interface Room {
  may: string[];
  /** Third-party imports: package names, `*` for any but `node:`, `*node` for anything. */
  npm: string[];
}
const rooms = JSON.parse(fs.readFileSync(new URL('./rooms.json', import.meta.url), 'utf8')) as Record<string, Room>;
const source = path.resolve(import.meta.dirname, '../../src');

test('every import goes the way the rooms allow', () => {
  assert.deepEqual(findOffences(source), []);
});

test('a wrong-way import, an unknown room, a foreign package, node in a browser room and a circle are all named', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rooms-'));
  const put = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    fs.writeFileSync(path.join(folder, file), text);
  };
  put('protocol/a.ts', `import '../domain/b.ts';`);
  put('domain/b.ts', `import 'node:fs'; import 'lodash';`);
  put('utils/c.ts', '');
  put('flow/d.ts', `import './e.ts';`);
  put('flow/e.ts', `import type {} from './d.ts';`);
  put('embed/f.ts', `const lazy = import('lit');`);
  const offences = findOffences(folder);
  fs.rmSync(folder, {recursive: true});
  for (const expected of [
    'protocol/a.ts: protocol/ may not import domain/',
    'domain/b.ts: domain/ may not import node:fs',
    'domain/b.ts: domain/ may not import lodash',
    'utils/c.ts: no room "utils"',
    'circle: flow/d.ts -> flow/e.ts -> flow/d.ts',
    'embed/f.ts: embed/ may not import lit',
  ]) {
    assert.ok(offences.includes(expected), `${expected}\n${offences.join('\n')}`);
  }
});

function findOffences(root: string): string[] {
  const offences: string[] = [];
  const edges = new Map<string, string[]>();
  for (const file of sourceFiles(root)) {
    const room = roomOf(file);
    if (room && !rooms[room]) offences.push(`${file}: no room "${room}"`);
    const targets: string[] = [];
    for (const {fileName} of ts.preProcessFile(fs.readFileSync(path.join(root, file), 'utf8'), true, true)
      .importedFiles) {
      if (!fileName.startsWith('.')) {
        if (room && !mayUsePackage(file, room, fileName)) offences.push(`${file}: ${room}/ may not import ${fileName}`);
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), fileName);
      targets.push(target);
      const other = roomOf(target);
      if (room && other !== room && !rooms[room]?.may.includes(other ?? '')) {
        offences.push(`${file}: ${room}/ may not import ${other ?? 'an entry point'}/`);
      }
    }
    edges.set(file, targets);
  }
  return [...offences, ...findCircles(edges)];
}

function sourceFiles(root: string): string[] {
  return fs
    .readdirSync(root, {recursive: true, encoding: 'utf8'})
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

/** A file directly in src/ is an entry point and may import anything. */
function roomOf(file: string): string | undefined {
  return file.includes('/') ? file.split('/')[0] : undefined;
}

function mayUsePackage(file: string, room: string, specifier: string): boolean {
  const allowed = rooms[room]?.npm ?? [];
  const isNode = specifier.startsWith('node:');
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  // a room that also runs in browsers keeps its Node-only adapters in *.node.ts
  if (isNode && file.endsWith('.node.ts')) return true;
  return allowed.includes('*node') || allowed.includes(name) || (allowed.includes('*') && !isNode);
}

function findCircles(edges: Map<string, string[]>): string[] {
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: string[]): void => {
    state.set(file, 'open');
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === 'open')
        circles.push(`circle: ${[...[...trail, file].slice([...trail, file].indexOf(next)), next].join(' -> ')}`);
      else if (!state.has(next)) visit(next, [...trail, file]);
    }
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file, []);
  return circles;
}
