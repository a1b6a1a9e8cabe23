import {test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {componentSchema} from '../../src/protocol/component.ts';
import {stepSchema} from '../../src/protocol/template.ts';

const page = fs.readFileSync(new URL('../../docs/templates/screens.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as {kind: string},
);

test('the reference of screens has an example of every component, and each can be used as it stands', () => {
  for (const example of examples) {
    const schema = example.kind === 'screen' ? stepSchema : componentSchema;
    assert.deepEqual(schema.safeParse(example).error?.issues ?? [], [], example.kind);
  }
  const kinds = componentSchema.options.flatMap(({shape}) => [...shape.kind.values]);
  assert.deepEqual(
    kinds.filter((kind) => !examples.some((one) => one.kind === kind)),
    [],
  );
});
