/**
 * Registries that the operator configured: HTTPS services that answer who is known under what somebody says of themselves.
 * What they must do is small, so that a few lines stand between a vendor's own interface and ours (docs/verification/database.md):
 * `POST <url>` with the person's record as JSON, answered by `{"records": [...]}`.
 */
import fs from 'node:fs';
import {request} from 'undici';
import {z} from 'zod';
import {recordColumns} from '../protocol/database.ts';
import type {PersonRecord, RecordAnswer} from '../protocol/database.ts';

export interface Registries {
  has(name: string): boolean;
  /** Never throws for what the registry does: one that cannot be asked is `service_unavailable`. */
  ask(name: string, given: PersonRecord): Promise<RecordAnswer>;
}

const registrySchema = z.strictObject({
  url: z.url({protocol: /^https?$/}),
  /** Sent as `Authorization: Bearer`. */
  token: z.string().min(1).optional(),
  timeoutMs: z.int().min(100).max(60_000).default(5000),
});
/** The file that `COUNTERSIGN_REGISTRIES` names. */
export const registriesSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/), registrySchema);
type Registry = z.infer<typeof registrySchema>;

const column = z.string().max(500).optional();
/** What a registry answers. */
export const recordAnswerSchema = z.object({
  records: z
    .array(z.object(Object.fromEntries(recordColumns.map((name) => [name, column])) as Record<string, typeof column>))
    .max(50),
});
const largestAnswerBytes = 256 * 1024;

/** @throws Error with a sentence for the operator where the file cannot be used; it never repeats what stands in it */
export function openRegistries(file: string): Registries {
  const registries = new Map(Object.entries(readFile(file)));
  return {
    has: (name) => registries.has(name),
    async ask(name, given) {
      const registry = registries.get(name);
      if (!registry) return {type: 'provider_not_configured'};
      const records = await askOne(registry, given);
      return records ? {type: 'records', records, version: name} : {type: 'service_unavailable'};
    },
  };
}

/** Undefined where it does not answer in time, in size or in shape. */
async function askOne({url, token, timeoutMs}: Registry, given: PersonRecord): Promise<PersonRecord[] | undefined> {
  try {
    const {statusCode, body} = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token !== undefined && {authorization: `Bearer ${token}`}),
      },
      body: JSON.stringify(given),
      signal: AbortSignal.timeout(timeoutMs),
    });
    let size = 0;
    const chunks: Buffer[] = [];
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > largestAnswerBytes) return undefined;
      chunks.push(chunk);
    }
    if (statusCode === 404) return [];
    if (statusCode !== 200) return undefined;
    const parsed = recordAnswerSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return parsed.success ? (parsed.data.records as PersonRecord[]) : undefined;
  } catch {
    // a registry that is down, slow or talks nonsense is one thing to the person who waits: it cannot be asked now
    return undefined;
  }
}

function readFile(file: string): Record<string, Registry> {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`COUNTERSIGN_REGISTRIES names a file that cannot be read as JSON: ${file}.`, {cause});
  }
  const parsed = registriesSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues.map(({path}) => path.join('.')).join(', ');
  throw new Error(
    `COUNTERSIGN_REGISTRIES: expected {"name": {"url": "https://...", "token"?: "...", "timeoutMs"?: 5000}} in ${file}; look at ${at || 'the whole'}.`,
  );
}
