/**
 * Services of the operator's that a template asks by name (`connector` steps). The operator wrote down their addresses, so they may
 * stand inside; the template knows nothing but the names. `POST <url>` with JSON, answered by 2xx and a JSON object.
 */
import fs from 'node:fs';
import {request} from 'undici';
import {z} from 'zod';

export type ConnectorAnswer =
  | {type: 'answer'; body: unknown}
  | {type: 'not_configured'}
  /** It said that it will not (4xx): asking again is in vain. */
  | {type: 'refused'}
  | {type: 'unavailable'};

export interface Connectors {
  /** Never throws for what the service does. */
  ask(name: string, body: unknown, options: {timeoutMs: number; idempotencyKey: string}): Promise<ConnectorAnswer>;
}

const connectorSchema = z.strictObject({
  url: z.url({protocol: /^https?$/}),
  /** Sent as they are, e.g. `Authorization`. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).optional(),
});
const fileSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/), connectorSchema);

const largestAnswerBytes = 256 * 1024;

/** @throws Error with a sentence for the operator where the file cannot be used; it never repeats what stands in it */
export function openConnectors(file: string): Connectors {
  const connectors = new Map(Object.entries(readFile(file)));
  return {
    async ask(name, body, {timeoutMs, idempotencyKey}) {
      const connector = connectors.get(name);
      if (!connector) return {type: 'not_configured'};
      try {
        const answer = await request(connector.url, {
          method: 'POST',
          headers: {
            ...connector.headers,
            'content-type': 'application/json',
            accept: 'application/json',
            'idempotency-key': idempotencyKey,
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await readText(answer.body as AsyncIterable<Buffer>);
        if (answer.statusCode >= 400 && answer.statusCode < 500 && ![408, 429].includes(answer.statusCode))
          return {type: 'refused'};
        if (answer.statusCode < 200 || answer.statusCode >= 300 || text === undefined) return {type: 'unavailable'};
        return {type: 'answer', body: JSON.parse(text)};
      } catch {
        // down, slow, or nonsense: one thing to the person who waits
        return {type: 'unavailable'};
      }
    },
  };
}

async function readText(body: AsyncIterable<Buffer>): Promise<string | undefined> {
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largestAnswerBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readFile(file: string): z.infer<typeof fileSchema> {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`COUNTERSIGN_CONNECTORS names a file that cannot be read as JSON: ${file}.`, {cause});
  }
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues.map(({path}) => path.join('.')).join(', ');
  throw new Error(
    `COUNTERSIGN_CONNECTORS: expected {"name": {"url": "https://...", "headers"?: {}}} in ${file}; look at ${at || 'the whole'}.`,
  );
}
