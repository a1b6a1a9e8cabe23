import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {openApiDocument} from '../../../src/server/api/openapi.ts';
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
  assert.equal(described.length, operations.length);
  assert.equal(new Set(described.map(({operationId}) => operationId)).size, operations.length);
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
