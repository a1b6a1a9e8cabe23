/** A server made of a list of positions: what it was asked is kept, what it answers is scripted. Runs in Node and in browsers. */
import type {Position} from '../../src/protocol/position.ts';

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  /** Parsed JSON, or the number of bytes of anything else. */
  body: unknown;
}

export interface Scripted {
  fetch: typeof fetch;
  asked: Asked[];
  /** The position that is answered from now on. */
  position: Position;
  /** Answers of the next requests to a path instead of the usual one; functions may throw, as a lost line does. */
  next: {path: RegExp; answer: () => Response | Promise<Response>}[];
  /** What arrived of each evidence, in bytes. */
  arrived: Map<string, number>;
}

export function scripted(position: Position, partBytes = 64 * 1024): Scripted {
  const server: Scripted = {fetch: handle, asked: [], position, next: [], arrived: new Map()};
  let evidence = 0;

  async function handle(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const path = String(input).replace(/^.*\/api\/flow\/v1/, '');
    const method = init.method ?? 'GET';
    const body = init.body instanceof Blob ? init.body.size : init.body ? JSON.parse(String(init.body)) : undefined;
    const headers = new Headers(init.headers);
    server.asked.push({method, path, headers, body});
    const at = server.next.findIndex((one) => one.path.test(`${method} ${path}`));
    const special = at < 0 ? undefined : server.next.splice(at, 1)[0];
    if (special) return special.answer();
    if (init.signal?.aborted) throw new DOMException('Aborted', 'AbortError');
    return usual(method, path, headers, body);
  }

  function usual(method: string, path: string, headers: Headers, body: unknown): Response {
    if (path === '/inquiries' || path === '/sessions') {
      return Response.json({token: 'token-of-the-test', position: server.position}, {status: 201});
    }
    if (path === '/position' || path === '/language' || path === '/session/extend' || path.startsWith('/steps/'))
      return Response.json(server.position);
    if (path === '/evidence') {
      const id = `evi_${++evidence}`;
      server.arrived.set(id, 0);
      return Response.json({id, partBytes, offset: 0, state: 'pending'}, {status: 201});
    }
    if (path.startsWith('/evidence/')) return part(method, path.slice('/evidence/'.length), headers, Number(body));
    if (path === '/events') return refuse(404, 'not_found');
    return new Response(null, {status: 204});
  }

  function part(method: string, id: string, headers: Headers, size: number): Response {
    const offset = server.arrived.get(id) ?? 0;
    if (method === 'HEAD') return new Response(null, {headers: {'Upload-Offset': String(offset)}});
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('Content-Range') ?? '');
    if (!range || Number(range[1]) !== offset) return refuse(416, 'range_mismatch');
    server.arrived.set(id, offset + size);
    const ready = offset + size === Number(range[3]);
    return Response.json({id, partBytes, offset: offset + size, state: ready ? 'ready' : 'pending'});
  }

  return server;
}

export function refuse(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({error: {code, message: `refused: ${code}`}}, {status, headers});
}
