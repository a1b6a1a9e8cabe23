/**
 * From recorded exchanges to the examples of the OpenAPI document: for each operation the first exchange that succeeded, with what differs
 * from run to run, or opens something, written over. Everything in it comes from specimens.
 */
import type {OperationExample} from '../../src/server/api/examples.ts';
import {operations} from '../../src/server/api/operations/all.ts';
import type {AnyOperation} from '../../src/server/api/operation.ts';
import type {Exchange} from './recorder.ts';

export function examplesOf(exchanges: readonly Exchange[]): Record<string, OperationExample> {
  const examples: Record<string, OperationExample> = {};
  const best = new Map<string, number>();
  for (const exchange of exchanges) {
    const operation = operationOf(exchange);
    if (!operation || exchange.status >= 300 || exchange.body === null) continue;
    const example = {
      status: exchange.status,
      ...(exchange.request !== undefined && {request: plain(exchange.request)}),
      response: plain(exchange.body),
    };
    // of several the one with a request that says most without being long
    const {length} = JSON.stringify(example);
    const worth = (exchange.request === undefined ? 0 : 1e6) + (length <= 5000 ? length : 1);
    if (worth <= (best.get(operation.id) ?? 0)) continue;
    best.set(operation.id, worth);
    examples[operation.id] = example;
  }
  return Object.fromEntries(Object.entries(examples).sort(([a], [b]) => a.localeCompare(b)));
}

/** The operation of an address; one without parameters wins over one with. */
function operationOf({method, path}: Exchange): AnyOperation | undefined {
  const pathname = path.replace(/\?.*/, '').replace(/^\/api\/v1/, '');
  const matching = operations.filter(
    (operation) =>
      operation.method === method.toLowerCase() &&
      [operation.path, ...(operation.aliases ?? [])].some((template) => pattern(template).test(pathname)),
  );
  return matching.sort((a, b) => parameters(a.path) - parameters(b.path))[0];
}

function pattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function parameters(template: string): number {
  return template.split('{').length;
}

/** Lists show two of theirs; hosts, tokens and secrets are made up. */
function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, key === 'data' ? 1 : 2).map((one) => plain(one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one, name)]));
  if (typeof value !== 'string') return value;
  const text = value
    .replace(/https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?/g, 'https://verify.example.com')
    .replace(/^(localhost|127\.0\.0\.1):\d+$/, 'verify.example.com')
    .replace(/^(::ffff:)?127\.0\.0\.1$|^::1$/, '192.0.2.1')
    .replace(/access_token=[\w.-]+/g, 'access_token=…')
    .replace(/code=[\w-]+/g, 'code=…');
  // still base64, so that the example is one that the operation takes
  if (key === 'data' && text.length > 200) return text.slice(0, 40);
  if (/^countersign_(sandbox|production)_/.test(text)) return 'countersign_sandbox_…';
  if (/(token|secret)$/.test(key) || (key === 'value' && /^[\w-]{24,}$/.test(text))) return '…';
  return text;
}
