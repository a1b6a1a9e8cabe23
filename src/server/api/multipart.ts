/** Multipart forms as the JSON they stand for: `data[attributes][list-id]` is a path, and a file is its name and its bytes in base64. */
import {CountersignError} from '../../protocol/errors.ts';

export async function readMultipart(bytes: Buffer, contentType: string): Promise<unknown> {
  const form = await parse(bytes, contentType);
  const root: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const given =
      typeof value === 'string'
        ? value
        : {data: Buffer.from(await value.arrayBuffer()).toString('base64'), filename: value.name};
    put(root, pathOf(name), given);
  }
  return root;
}

async function parse(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), {headers: {'content-type': contentType}}).formData();
  } catch {
    throw new CountersignError('invalid_json', {details: 'the body does not parse as a multipart form', pointer: ''});
  }
}

/** `data[attributes][file]` and `data.attributes.file` alike. */
function pathOf(name: string): string[] {
  return name
    .replaceAll(']', '')
    .split(/[[.]/)
    .filter((step) => step !== '')
    .slice(0, 8);
}

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = root;
  for (const step of path.slice(0, -1)) {
    const inner = Object.hasOwn(at, step) ? at[step] : undefined;
    const next = isRecord(inner) ? inner : {};
    Object.defineProperty(at, step, {value: next, enumerable: true, configurable: true, writable: true});
    at = next;
  }
  const last = path.at(-1);
  if (last !== undefined)
    Object.defineProperty(at, last, {value, enumerable: true, configurable: true, writable: true});
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
