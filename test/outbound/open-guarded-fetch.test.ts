/** Nothing here may leave this machine: names resolve by a stub, and a stub connector stands where sockets are made unless they go to loopback. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import http from 'node:http';
import type {IncomingHttpHeaders, RequestListener} from 'node:http';
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import type {LookupAddress} from 'node:dns';
import {afterEach, test} from 'node:test';
import type {buildConnector} from 'undici';
import {openGuardedFetch} from '../../src/outbound/open-guarded-fetch.ts';
import type {GuardedFetchOptions} from '../../src/outbound/open-guarded-fetch.ts';
import type {GuardedFetch, GuardedRequest} from '../../src/outbound/guarded-fetch.ts';

const servers: net.Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server instanceof http.Server) server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

const post: GuardedRequest = {
  method: 'POST',
  headers: {'content-type': 'application/json'},
  body: '{}',
  timeoutMs: 5000,
};

test('reaches a public name, at the addresses that were judged', async () => {
  const dialled: Dialled[] = [];
  const fetch = guarded({resolve: answers('93.184.215.14', '2606:2800::1'), buildConnector: recording(dialled)});
  await assert.rejects(fetch('https://shop.example/hook', post), {failure: 'connection_failed'});
  assert.deepEqual(dialled, [{hostname: 'shop.example', addresses: ['93.184.215.14', '2606:2800::1']}]);
});

test('a name with one address inside is refused whole', async () => {
  const dialled: Dialled[] = [];
  for (const inside of ['10.0.0.1', '169.254.169.254', '127.0.0.1', '::ffff:192.168.1.1', 'fd00::1']) {
    const fetch = guarded({resolve: answers('93.184.215.14', inside), buildConnector: recording(dialled)});
    await assert.rejects(fetch('http://shop.example/', post), {failure: 'refused_address'}, inside);
  }
  assert.deepEqual(dialled, []);
});

test('literal addresses in any writing never reach a socket', async () => {
  const dialled: Dialled[] = [];
  const fetch = guarded({resolve: refuseToResolve, buildConnector: recording(dialled)});
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[::127.0.0.1]',
    '[fd00:ec2::254]',
    '169.254.169.254',
    '0xA9FEA9FE',
    '10.0.0.1',
    '192.168.0.1',
    '100.64.0.1',
    '192.0.2.1',
    '224.0.0.1',
    '①②⑦.0.0.1',
    '168.63.129.16',
  ];
  for (const host of hosts)
    await assert.rejects(fetch(`http://${host}:45700/`, post), {failure: 'refused_address'}, host);
  assert.deepEqual(dialled, []);
});

test('a name that turns inside after its first answer is refused', async () => {
  const dialled: Dialled[] = [];
  const rebinding = [['93.184.215.14'], ['127.0.0.1']];
  const fetch = guarded({
    resolve: (hostname) => answers(...(rebinding.shift() ?? []))(hostname),
    buildConnector: recording(dialled),
  });
  await assert.rejects(fetch('http://rebind.example/', post), {failure: 'connection_failed'});
  await assert.rejects(fetch('http://rebind.example/', post), {failure: 'refused_address'});
  assert.deepEqual(
    dialled.map(({addresses}) => addresses),
    [['93.184.215.14']],
  );
});

test('a socket that ended up inside gets not one byte of the request', async () => {
  const received: Buffer[] = [];
  const server = net.createServer((socket) => socket.on('data', (bytes) => received.push(bytes)).on('error', () => {}));
  const {port} = await listen(server);
  // a connector that went elsewhere than it was told, as a hostile resolver in between would make it
  const fetch = guarded({
    resolve: answers('93.184.215.14'),
    buildConnector: () => (_target, callback) => {
      const socket = net.connect(port, '127.0.0.1', () => callback(null, socket));
    },
  });
  await assert.rejects(fetch('http://shop.example/', post), {failure: 'refused_address'});
  assert.equal(Buffer.concat(received).length, 0);
});

test('loopback is reached only when permitted', async () => {
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(204).end();
  });
  await assert.rejects(guarded({allowLoopback: false})(`${url}/hook`, post), {failure: 'refused_address'});
  assert.deepEqual(seen, []);
  assert.deepEqual(await guarded({allowLoopback: true})(`${url}/hook?a=1`, post), {status: 204});
  assert.deepEqual(seen, ['POST /hook?a=1']);
});

test('a permitted origin is reached, its neighbours on the same machine are not', async () => {
  const url = await serve((_request, response) => response.end('ok'));
  const neighbour = await serve((_request, response) => response.end('secret'));
  const fetch = guarded({allowed: [url]});
  assert.deepEqual(await fetch(`${url}/hook`, post), {status: 200});
  await assert.rejects(fetch(neighbour, post), {failure: 'refused_address'});
  await assert.rejects(fetch(url.replace('127.0.0.1', 'localhost'), post), {failure: 'refused_address'});
});

test('a redirect is the answer, not followed', async () => {
  let inside = 0;
  const secret = await serve((_request, response) => {
    inside += 1;
    response.end();
  });
  const url = await serve((_request, response) => response.writeHead(307, {location: secret}).end());
  assert.deepEqual(await guarded({allowed: [url]})(url, post), {status: 307});
  assert.deepEqual(await guarded({allowLoopback: true})(url, post), {status: 307});
  assert.equal(inside, 0);
});

test('sends method, headers and body as they are; headers of the connection are left out', async () => {
  let got: {headers: IncomingHttpHeaders; body: string} | undefined;
  const url = await serve((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      got = {headers: request.headers, body: Buffer.concat(pieces).toString()};
      response.writeHead(500).end('x'.repeat(100));
    });
  });
  const headers = {
    'Persona-Signature': 't=1,v1=a',
    Host: 'elsewhere.example',
    'Transfer-Encoding': 'chunked',
    'Content-Length': '3',
  };
  const answer = await guarded({allowed: [url]})(url, {...post, headers, body: '{"ä":1}'});
  assert.deepEqual(answer, {status: 500});
  assert.equal(got?.body, '{"ä":1}');
  assert.equal(got.headers['persona-signature'], 't=1,v1=a');
  assert.equal(got.headers.host, new URL(url).host);
  assert.equal(got.headers['content-length'], '8');
});

test('a receiver that does not answer in time is a timeout', async () => {
  const silent = await serve(() => {});
  await assert.rejects(guarded({allowed: [silent]})(silent, {...post, timeoutMs: 100}), {failure: 'timeout'});
});

test('a body that never ends does not hold the answer back for longer than the time limit, nor is it read', async () => {
  let written = 0;
  const endless = await serve((_request, response) => {
    response.writeHead(200);
    const write = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) written += 64 * 1024;
    };
    response.on('drain', write);
    write();
  });
  assert.deepEqual(await guarded({allowed: [endless]})(endless, {...post, timeoutMs: 5000}), {status: 200});
  assert.ok(written < 20_000_000, `${written} bytes were taken`);

  const dripping = await serve((_request, response) => void response.writeHead(202).write('a'));
  assert.deepEqual(await guarded({allowed: [dripping]})(dripping, {...post, timeoutMs: 150}), {status: 202});
});

test('a closed port, a cut connection and no HTTP at all are failed connections', async () => {
  const closed = await serve((_request, response) => response.end());
  const server = servers.pop();
  server?.close();
  if (server) await once(server, 'close');
  const cut = await serve((request) => request.socket.destroy());
  const noise = `http://127.0.0.1:${(await listen(net.createServer((socket) => socket.resume().end('SSH-2.0\r\n')))).port}`;
  for (const url of [closed, cut, noise]) {
    await assert.rejects(guarded({allowed: [url]})(url, post), {failure: 'connection_failed'}, url);
  }
});

test('what is no plain http(s) URL is refused', async () => {
  const fetch = guarded({allowLoopback: true});
  for (const url of [
    '',
    'shop.example/hook',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'http://erika:geheim@shop.example/',
    'http://',
  ]) {
    await assert.rejects(fetch(url, post), {failure: 'invalid_url'}, url);
  }
});

test('a name that does not resolve is a failed connection', async () => {
  const fetch = guarded({resolve: () => Promise.reject(Object.assign(new Error('no'), {code: 'ENOTFOUND'}))});
  await assert.rejects(fetch('http://nowhere.example/', post), {failure: 'connection_failed', message: /ENOTFOUND/});
});

interface Dialled {
  hostname: string;
  addresses: string[];
}

function guarded(options: Partial<GuardedFetchOptions>): GuardedFetch {
  return openGuardedFetch({allowLoopback: false, resolve: refuseToResolve, ...options});
}

function refuseToResolve(hostname: string): Promise<LookupAddress[]> {
  // names that tests use without a stub of their own
  if (hostname === 'localhost') return answers('127.0.0.1')(hostname);
  return Promise.reject(new Error(`${hostname} must not be resolved`));
}

function answers(...addresses: string[]): (hostname: string) => Promise<LookupAddress[]> {
  return () => Promise.resolve(addresses.map((address) => ({address, family: net.isIP(address)})));
}

/** Asks for the addresses as a real connector does, notes them, and never connects. */
function recording(dialled: Dialled[]): (options: buildConnector.BuildOptions) => buildConnector.connector {
  return (options) =>
    ({hostname}, callback) => {
      const lookup = 'lookup' in options ? options.lookup : undefined;
      assert.ok(lookup);
      lookup(hostname, {all: true}, (error, found) => {
        if (error) {
          callback(error, null);
          return;
        }
        assert.ok(Array.isArray(found));
        dialled.push({hostname, addresses: found.map(({address}) => address)});
        callback(Object.assign(new Error('stub'), {code: 'ECONNREFUSED'}), null);
      });
    };
}

async function serve(listener: RequestListener): Promise<string> {
  const {port} = await listen(http.createServer(listener));
  return `http://127.0.0.1:${port}`;
}

async function listen(server: net.Server): Promise<AddressInfo> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address() as AddressInfo;
}
