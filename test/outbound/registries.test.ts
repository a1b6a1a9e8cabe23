import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openRegistries} from '../../src/outbound/registries.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-registries-'));
let server: http.Server;
let answer: (response: http.ServerResponse) => void;
let seen: {authorization: string | undefined; body: string} | undefined;

before(async () => {
  server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen = {authorization: request.headers.authorization, body: Buffer.concat(chunks).toString()};
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(() => {
  server.closeAllConnections();
  server.close();
  fs.rmSync(folder, {recursive: true});
});

function open(settings: Record<string, unknown> = {}) {
  const {port} = server.address() as {port: number};
  const file = path.join(folder, 'registries.json');
  fs.writeFileSync(
    file,
    JSON.stringify({residents: {url: `http://127.0.0.1:${port}/look-up`, token: 'secret', ...settings}}),
  );
  return openRegistries(file);
}
const json = (status: number, body: unknown) => (response: http.ServerResponse) =>
  void response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));

describe('a registry behind HTTP', () => {
  it('is asked with the record and its token, and answers with records', async () => {
    const registries = open();
    answer = json(200, {records: [{'name-last': 'Lindqvist', unknown: 'x'}]});
    const told = await registries.ask('residents', {'name-last': 'Lindqvist'});
    assert.deepEqual(told, {type: 'records', records: [{'name-last': 'Lindqvist'}], version: 'residents'});
    assert.deepEqual(seen, {authorization: 'Bearer secret', body: '{"name-last":"Lindqvist"}'});
    answer = json(404, {});
    assert.deepEqual((await registries.ask('residents', {})).type, 'records');
  });

  it('that is down, slow, too long or talks nonsense is unavailable', async () => {
    const registries = open({timeoutMs: 200});
    const troubles: ((response: http.ServerResponse) => void)[] = [
      json(500, {}),
      json(200, {records: 'none'}),
      (response) => void response.end('<html>'),
      (response) => void response.destroy(),
      () => {},
      (response) => void response.end(JSON.stringify({records: [], pad: 'x'.repeat(300_000)})),
    ];
    for (const trouble of troubles) {
      answer = trouble;
      assert.deepEqual(await registries.ask('residents', {}), {type: 'service_unavailable'});
    }
  });

  it('that nobody configured says so', async () => {
    const registries = open();
    assert.equal(registries.has('elsewhere'), false);
    assert.deepEqual(await registries.ask('elsewhere', {}), {type: 'provider_not_configured'});
  });

  it('a file that does not fit is told by its place, without what stands in it', () => {
    assert.throws(
      () => open({url: 'ftp://secret.example'}),
      (error: Error) => {
        assert.match(error.message, /residents\.url/);
        return !error.message.includes('secret.example');
      },
    );
  });
});
