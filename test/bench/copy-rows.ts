/** What the API bench holds the whole stack against: one statement that writes copies of a request's rows, and a sent statement sent anew. */
import {randomBytes, randomUUID} from 'node:crypto';
import {idPrefixes, isId, newId} from '../../src/protocol/ids.ts';
import type {IdKind} from '../../src/protocol/ids.ts';

/** A row as PostgreSQL gave it, with the table it is to be copied into. */
export interface SampleRow {
  table: string;
  /** Each value in PostgreSQL's text form. */
  columns: Record<string, string>;
}

/** The statement, and its values with new ids, tokens and keys each time. */
export function copier(rows: readonly SampleRow[]): {text: string; values(): string[]} {
  let place = 0;
  const parts = rows.map(({table, columns}, i) => {
    const places = Object.keys(columns).map(() => `$${++place}`);
    return `row${i} as (insert into ${table} (${Object.keys(columns).join(', ')}) values (${places.join(', ')}))`;
  });
  const secrets = new Set(['token_hash', 'request_hash']);
  const values = rows.flatMap(({columns}) => Object.entries(columns));
  const ids = rows.flatMap(({columns}) => (columns['id'] === undefined ? [] : [columns['id']]));
  return {
    text: `with ${parts.join(',\n')} select 1`,
    values() {
      const now = Date.now();
      const renewed = new Map(ids.map((id) => [id, freshId(id, now)]));
      return values.map(([column, value]) => {
        if (secrets.has(column)) return `\\x${randomBytes(32).toString('hex')}`;
        if (column === 'key') return randomUUID();
        return renewed.get(value) ?? value;
      });
    },
  };
}

/** Values of a statement that creates, with new ids, tokens and keys; ids of what it only refers to stay. */
export function renewer(now: number): (value: unknown) => unknown {
  const renewed = new Map<string, string>();
  return (value) => {
    if (value instanceof Uint8Array && value.byteLength === 32) return randomBytes(32);
    if (typeof value !== 'string') return value;
    if (value.startsWith('api:')) return `api:${randomUUID()}`;
    const kind = createdKinds.find((each) => isId(each, value));
    if (!kind) return value;
    const id = renewed.get(value) ?? newId(kind, now);
    renewed.set(value, id);
    return id;
  };
}

const createdKinds = ['inquiry', 'inquiry-session', 'event', 'audit', 'request'] as const;

function freshId(id: string, now: number): string {
  const prefix = id.slice(0, id.indexOf('_'));
  const kind = (Object.keys(idPrefixes) as IdKind[]).find((each) => idPrefixes[each] === prefix);
  return kind ? newId(kind, now) : randomUUID();
}
