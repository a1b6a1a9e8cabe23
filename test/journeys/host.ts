/** A customer's site with pages of the journey's own making, on an origin that is not the flow's. */
import http from 'node:http';
import type {AddressInfo} from 'node:net';

export interface HostPage {
  body: string;
  /** Beside the content type. */
  headers?: Record<string, string>;
  /** Of something that is not a page and goes out as it is; `text/javascript`, say. */
  type?: string;
}

export interface Host {
  url: string;
  stop(): Promise<void>;
}

/** @param pages by path, e.g. `/`; asked at every request, so a page may name what was made after the start */
export async function startHost(pages: Record<string, () => HostPage>): Promise<Host> {
  const server = http.createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname]?.();
    if (!page) return void response.writeHead(404).end();
    const {type = 'text/html', headers, body} = page;
    response.writeHead(200, {'content-type': `${type}; charset=utf-8`, ...headers});
    response.end(page.type ? body : document(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function document(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>A customer’s page</title>
  </head>
  <body>
    ${body}
  </body>
</html>`;
}
