/**
 * Server-sent events from a stream of text (WHATWG HTML 9.2.6), because `EventSource` cannot send the `Authorization` header.
 * `id` and `retry` lines are not used here.
 */
export interface ServerEvent {
  type: string;
  data: string;
}

export class EventStreamParser {
  #rest = '';
  #type = '';
  #data: string[] = [];

  /** Takes the next piece and returns the events that it completes. */
  push(text: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.#line(line);
      if (event) events.push(event);
    }
    return events;
  }

  #line(line: string): ServerEvent | undefined {
    if (line === '') return this.#finish();
    if (line.startsWith(':')) return undefined;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#type = value;
    if (field === 'data') this.#data.push(value);
    return undefined;
  }

  #finish(): ServerEvent | undefined {
    const event = this.#data.length ? {type: this.#type || 'message', data: this.#data.join('\n')} : undefined;
    this.#type = '';
    this.#data = [];
    return event;
  }
}

/** Ends with the stream, or after `silenceMs` without a byte. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs = Number.POSITIVE_INFINITY,
): AsyncGenerator<ServerEvent> {
  const parser = new EventStreamParser();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const {done, value} = await withinSilence(reader, silenceMs);
      if (done) return;
      yield* parser.push(decoder.decode(value, {stream: true}));
    }
  } finally {
    reader.releaseLock();
  }
}

type Chunk = ReadableStreamReadResult<Uint8Array>;

async function withinSilence(reader: ReadableStreamDefaultReader<Uint8Array>, silenceMs: number): Promise<Chunk> {
  if (!Number.isFinite(silenceMs)) return reader.read();
  // cancelling makes the open read answer that the stream is done
  const timer = setTimeout(() => void reader.cancel(), silenceMs);
  try {
    return await reader.read();
  } finally {
    clearTimeout(timer);
  }
}
