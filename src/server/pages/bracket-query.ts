/**
 * Query strings in bracket notation -> nested values: `fields[name-first]=Ada`, `frame-ancestors[]=…`. Blank values count as absent.
 * Anybody may send one, so length, number and depth are limited before anything is built.
 */
import {CountersignError} from '../../protocol/errors.ts';

const maxLength = 8_000;
const maxParameters = 100;
const maxDepth = 3;

export interface QueryTree {
  [name: string]: string | QueryTree;
}

/** @throws CountersignError `invalid_config` */
export function readBracketQuery(search: string): QueryTree {
  if (search.length > maxLength) refuse(`The address may have ${maxLength} characters after the question mark.`);
  const parameters = [...new URLSearchParams(search)].filter(([, value]) => value !== '');
  if (parameters.length > maxParameters) refuse(`The address may have ${maxParameters} parameters.`);
  const tree: QueryTree = Object.create(null) as QueryTree;
  for (const [key, value] of parameters) insert(tree, readPath(key), value);
  return tree;
}

function readPath(key: string): string[] {
  if (!/^[\w-]{1,60}(\[[\w-]{0,60}\])*$/.test(key)) refuse('A parameter of the address has a malformed name.');
  const path = key.replaceAll(']', '').split('[');
  if (path.length > maxDepth) refuse(`Parameters may be nested ${maxDepth} deep.`);
  return path;
}

function insert(tree: QueryTree, path: string[], value: string): void {
  const [last = '', ...parents] = [...path].reverse();
  let branch = tree;
  for (const name of parents.reverse()) {
    const next = (branch[name || size(branch)] ??= Object.create(null) as QueryTree);
    if (typeof next === 'string') return refuse('A parameter of the address is both a value and a group.');
    branch = next;
  }
  const name = last || size(branch);
  if (branch[name] !== undefined) refuse('A parameter of the address is given twice.');
  branch[name] = value;
}

/** `a[]` takes the next free place. */
function size(branch: QueryTree): string {
  return String(Object.keys(branch).length);
}

function refuse(details: string): never {
  throw new CountersignError('invalid_config', {details});
}
