import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {defaultTemplates, documentOnly} from '../../src/domain/default-templates.ts';
import {
  allowsRedirect,
  checkGraph,
  emptyFields,
  inquiryExpiry,
  stepTargets,
  writeFields,
} from '../../src/domain/template.ts';
import {templateGraphSchema} from '../../src/protocol/template.ts';
import type {Step, TemplateGraph} from '../../src/protocol/template.ts';

const consent = (next: string): Step => ({kind: 'consent', next, retentionDays: 1});
const document = (next: string, failed: string): Step => ({
  kind: 'document',
  next,
  failed,
  attempts: 1,
  upload: true,
  config: {},
});
const success: Step = {kind: 'success'};

function graph(start: string, steps: TemplateGraph['steps']): TemplateGraph {
  return {...documentOnly, start, steps};
}

test('the templates we ship are sound', () => {
  for (const {name, graph: shipped} of defaultTemplates) {
    assert.deepEqual(checkGraph(shipped), [], name);
    assert.deepEqual(templateGraphSchema.parse(shipped), shipped, name);
  }
});

test('a graph that names a step it does not have is told where', () => {
  const problems = checkGraph(graph('nowhere', {a: consent('gone'), b: document('c', 'lost'), c: success}));
  assert.deepEqual(
    problems.filter(({code}) => code === 'unknown_step').map(({pointer}) => pointer),
    ['/start', '/steps/a/next', '/steps/b/failed'],
  );
});

test('a step no way leads to is told', () => {
  const problems = checkGraph(graph('a', {a: consent('end'), island: consent('end'), end: success}));
  assert.deepEqual(
    problems.map(({code, pointer}) => [code, pointer]),
    [['unreachable_step', '/steps/island']],
  );
});

test('a loop without an exit is told; one with an exit is fine', () => {
  const trap = checkGraph(graph('a', {a: document('end', 'b'), b: consent('c'), c: consent('b'), end: success}));
  assert.deepEqual(
    trap.map(({code, pointer}) => [code, pointer]),
    [
      ['no_exit', '/steps/b'],
      ['no_exit', '/steps/c'],
    ],
  );
  assert.deepEqual(checkGraph(graph('a', {a: document('end', 'b'), b: consent('a'), end: success})), []);
});

test('a name of an object every object has is no step', () => {
  assert.equal(checkGraph(graph('a', {a: consent('constructor')}))[0]?.code, 'unknown_step');
});

test('in a sound graph every way can be walked to an end', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.oneof(
    fc.constantFrom(...names).map(consent),
    fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([next, failed]) => document(next, failed)),
    fc.constant(success),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), step, {minKeys: 1}),
      fc.infiniteStream(fc.nat(1)),
      (steps, choices) => {
        const made = graph('a', steps);
        if (checkGraph(made).length > 0) return;
        // in a finite graph where an end is in reach of every step, always taking the nearest way ends within as many moves as steps
        let here = made.start;
        for (const way of choices.take(3)) {
          const targets = stepTargets(stepOf(made, here));
          here = targets[way % Math.max(1, targets.length)] ?? here;
        }
        assert.ok(distanceToEnd(made, here) < names.length);
      },
    ),
  );
});

function stepOf({steps}: TemplateGraph, name: string): Step {
  const step = steps[name];
  assert.ok(step, `the step ${name} is there`);
  return step;
}

function distanceToEnd(made: TemplateGraph, from: string): number {
  let front = [from];
  for (let distance = 0; distance <= 10; distance += 1) {
    if (front.some((name) => stepTargets(stepOf(made, name)).length === 0)) return distance;
    front = front.flatMap((name) => stepTargets(stepOf(made, name)));
  }
  return Infinity;
}

test('fields keep what fits and refuse what does not, with the pointer and what was expected', () => {
  const schemas: TemplateGraph['fields'] = {
    ...documentOnly.fields,
    'plan/tier': {type: 'choices', choices: ['free', 'paid']},
    newsletter: {type: 'boolean'},
    visits: {type: 'integer'},
    height: {type: 'number'},
    seen: {type: 'datetime'},
    topics: {type: 'multi_choices', choices: ['a', 'b']},
    extra: {type: 'json'},
    list: {type: 'array'},
    photo: {type: 'file'},
  };
  const fits: [string, unknown][] = [
    ['birthdate', '2024-02-29'],
    ['birthdate', null],
    ['name-first', 'Anna Maria'],
    ['plan/tier', 'paid'],
    ['newsletter', false],
    ['visits', -3],
    ['height', 1.5],
    ['seen', '2026-03-29T19:06:45.123Z'],
    ['seen', '2026-03-29T19:06:45+02:00'],
    ['topics', ['b', 'a']],
    ['extra', {deep: [{x: null}]}],
    ['list', [1, 'two']],
  ];
  for (const [key, value] of fits) {
    const result = writeFields(schemas, emptyFields(schemas), {[key]: value});
    assert.ok(result.ok, `${key} = ${JSON.stringify(value)}`);
    assert.deepEqual(result.fields[key], {type: schemas[key]?.type, value});
  }
  const misfits: [string, unknown][] = [
    ['birthdate', '2023-02-29'],
    ['birthdate', '2024-13-01'],
    ['birthdate', '1900-02-29'],
    ['birthdate', '0000-01-01'],
    ['birthdate', '12.08.1974'],
    ['birthdate', 19740812],
    ['name-first', 7],
    ['name-first', 'x'.repeat(10_001)],
    ['name-first', 'a\0b'],
    ['plan/tier', 'gold'],
    ['newsletter', 'yes'],
    ['visits', 1.5],
    ['height', Infinity],
    ['seen', '2026-02-30T10:00:00Z'],
    ['seen', '2026-03-29 10:00'],
    ['topics', ['c']],
    ['extra', JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)],
    ['list', {}],
    ['photo', 'data'],
    ['unknown', 'x'],
    ['constructor', 'x'],
    ['__proto__', 'x'],
  ];
  for (const [key, value] of misfits) {
    const written = Object.fromEntries([[key, value]]);
    const result = writeFields(schemas, emptyFields(schemas), written);
    assert.ok(!result.ok, `${key} = ${JSON.stringify(value)?.slice(0, 50)}`);
    assert.equal(result.problems[0]?.pointer, `/${key.replaceAll('/', '~1')}`);
    assert.ok(result.problems[0]?.expected, key);
  }
});

test('one misfit keeps everything out, and nothing given is repeated', () => {
  const result = writeFields(documentOnly.fields, {}, {'name-first': 'Anna', birthdate: 'secret-value'});
  assert.ok(!result.ok);
  assert.ok(!JSON.stringify(result.problems).includes('secret-value'));
});

test('returns only to allowed places, and never to a script', () => {
  const allowed = ['https://shop.example.com', 'myapp://'];
  const yes = ['https://shop.example.com', 'https://shop.example.com/done?x=1', 'myapp://verified'];
  const no = [
    'https://shop.example.com.evil.test',
    'https://evil.test/https://shop.example.com',
    'http://shop.example.com',
    'https://user@shop.example.com/',
    'https://shop.example.com:8443/',
    'myappx://verified',
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    '',
  ];
  for (const uri of yes) assert.ok(allowsRedirect(allowed, uri, 'browser'), uri);
  for (const uri of no) assert.ok(!allowsRedirect(allowed, uri, 'server'), uri);
  assert.ok(allowsRedirect([], 'https://anywhere.example/', 'server'));
  assert.ok(!allowsRedirect([], 'https://anywhere.example/', 'browser'));
  assert.ok(!allowsRedirect([], 'javascript:alert(1)', 'server'));
});

test("an inquiry's own intervals win over its template's", () => {
  assert.equal(inquiryExpiry(documentOnly, {afterCreateSeconds: 60}).afterCreateSeconds, 60);
  assert.equal(inquiryExpiry(documentOnly, null).afterCreateSeconds, 24 * 3600);
});
