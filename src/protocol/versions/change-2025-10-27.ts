/**
 * Before 2025-10-27 inquiries and accounts showed a person's data twice: in `fields` and flat among the attributes; clients
 * wrote keys inside `fields` in their own inflection. (What was included unasked is the operations' business: `includesUnasked`.)
 */
import {toKebab} from '../inflection.ts';

/** Flat names of older versions, and the account field each came from where that differs. */
const flattened: Record<string, readonly string[]> = {
  inquiry: [
    'name-first',
    'name-middle',
    'name-last',
    'birthdate',
    'email-address',
    'phone-number',
    'address-street-1',
    'address-street-2',
    'address-city',
    'address-subdivision',
    'address-postal-code',
    'identification-number',
  ],
  account: [
    'name-first',
    'name-middle',
    'name-last',
    'birthdate',
    'email-address',
    'phone-number',
    'address-street-1',
    'address-street-2',
    'address-city',
    'address-subdivision',
    'address-postal-code',
  ],
};

export const change20251027 = {
  since: '2025-10-27',
  fromOlder,
  toOlder,
} as const;

function fromOlder(body: unknown): unknown {
  if (!isRecord(body) || !isRecord(body['data']) || !isRecord(body['data']['attributes'])) return body;
  const attributes = body['data']['attributes'];
  if (!isRecord(attributes['fields'])) return body;
  const fields = Object.fromEntries(Object.entries(attributes['fields']).map(([key, value]) => [toKebab(key), value]));
  return {...body, data: {...body['data'], attributes: {...attributes, fields}}};
}

function toOlder(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const {data, included} = body;
  return {
    ...body,
    ...('data' in body && {data: Array.isArray(data) ? data.map(flatten) : flatten(data)}),
    ...(Array.isArray(included) && {included: included.map(flatten)}),
  };
}

function flatten(resource: unknown): unknown {
  if (!isRecord(resource) || typeof resource['type'] !== 'string') return resource;
  if (resource['type'] === 'event') return flattenPayload(resource);
  const names = flattened[resource['type']];
  const {attributes} = resource;
  if (!names || !isRecord(attributes) || !isRecord(attributes['fields'])) return resource;
  const {fields} = attributes;
  const flat = Object.fromEntries(names.map((name) => [name, valueAt(fields, name)]));
  return {...resource, attributes: {...attributes, ...flat}};
}

function flattenPayload(event: Record<string, unknown>): unknown {
  const {attributes} = event;
  if (!isRecord(attributes)) return event;
  return {...event, attributes: {...attributes, payload: toOlder(attributes['payload'])}};
}

/** `name-first` of an inquiry stands there as it is; an account keeps it as `first` inside the hash `name`. */
function valueAt(fields: Record<string, unknown>, name: string): unknown {
  const plain = fields[name] ?? fields[name.replaceAll('-', '_')];
  if (plain !== undefined) return valueOf(plain);
  const [hash = '', ...member] = name.split('-');
  const inner = valueOf(fields[hash]);
  return isRecord(inner) ? valueOf(inner[member.join('_')]) : null;
}

function valueOf(field: unknown): unknown {
  return isRecord(field) && 'value' in field ? (field['value'] ?? null) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
