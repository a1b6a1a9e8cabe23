import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {oauthPaths} from '../../../src/server/api/oauth-openapi.ts';
import {openApiDocument} from '../../../src/server/api/openapi.ts';
import openapiTS from 'openapi-typescript';
import {examples} from '../../../src/server/api/examples.ts';
import {operations} from '../../../src/server/api/operations/all.ts';

type Json = Record<string, unknown>;
const document = openApiDocument(operations) as {
  openapi: string;
  paths: Record<string, Record<string, Json & {operationId: string; summary: string; responses: Record<string, Json>}>>;
  components: {schemas: Record<string, Json>};
};

test('is an OpenAPI 3.1 document with every operation under its own name', () => {
  assert.match(document.openapi, /^3\.1\./);
  const described = Object.values(document.paths).flatMap((item) => Object.values(item));
  const all = operations.length + oauthPaths.length;
  assert.equal(described.length, all);
  assert.equal(new Set(described.map(({operationId}) => operationId)).size, all);
  for (const {operationId, summary, responses} of described) {
    assert.ok(summary, operationId);
    assert.ok('401' in responses && '429' in responses, operationId);
  }
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
  assert.ok(references.length > 20);
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
    assert.ok(found, reference);
  }
});

test('every schema compiles', () => {
  const ajv = new Ajv2020({strict: false, validateFormats: false});
  ajv.addSchema(document, 'https://countersign.example/');
  for (const name of Object.keys(document.components.schemas)) {
    assert.ok(ajv.compile({$ref: `https://countersign.example/#/components/schemas/${name}`}), name);
  }
});

test('every operation and every parameter says what it is, and every error what it looks like', () => {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, {description, parameters, responses}] of Object.entries(item)) {
      const place = `${method} ${path}`;
      assert.ok(String(description).length > 10, `${place} has no description`);
      for (const parameter of (parameters ?? []) as {name: string; description?: string}[]) {
        const says = parameter.description ?? '';
        assert.ok(says !== '' && says !== parameter.name, `${place}: the parameter ${parameter.name} is not described`);
      }
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 300) continue;
        const [{example}] = Object.values(response['content'] as object) as [{example?: unknown}];
        assert.ok(example, `${place}: ${status} has no example`);
      }
    }
  }
});

test('every operation that answers JSON has a recorded example, and no example is of nothing', () => {
  const told = operations.filter(({contentType}) => contentType === undefined).map(({id}) => id);
  const missing = told.filter((id) => examples[id] === undefined);
  const stale = Object.keys(examples).filter((id) => !told.includes(id));
  const how = 'record them: EXAMPLES=src/server/api/examples.json npm run test:interop';
  assert.deepEqual({missing, stale}, {missing: [], stale: []}, how);
});

test('examples of requests are what the operations take', () => {
  for (const {id, bodySchema} of operations) {
    const request = examples[id]?.request;
    if (request === undefined || bodySchema === undefined) continue;
    const {success, error} = bodySchema.safeParse(request);
    assert.ok(success, `${id}: ${error?.message}`);
  }
});

test('examples hold no token, no host of a test, and no secret', () => {
  const text = JSON.stringify(examples);
  assert.doesNotMatch(
    text,
    /localhost|127\.0\.0\.1|countersign_(sandbox|production)_[0-9A-Za-z]{8}|access_token=[\w.-]/,
  );
});

test('types are made from it without a warning', async () => {
  const said: unknown[] = [];
  const {warn, error} = console;
  console.warn = console.error = (...words: unknown[]) => void said.push(words);
  try {
    await openapiTS(JSON.stringify(document));
  } finally {
    Object.assign(console, {warn, error});
  }
  assert.deepEqual(said, []);
});
