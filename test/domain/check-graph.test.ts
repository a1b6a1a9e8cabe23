import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {checkGraph} from '../../src/domain/check-graph.ts';
import {defaultTemplates, documentOnly} from '../../src/domain/default-templates.ts';
import {stepTargets} from '../../src/domain/template.ts';
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

test('a pattern that could hang a page is told with its step and its field', () => {
  const asks = (pattern: string) =>
    checkGraph(
      graph('a', {
        a: {
          kind: 'screen',
          next: 'end',
          components: [{kind: 'text-input', field: 'name-first', label: 'Name', pattern}],
        },
        end: success,
      }),
    );
  for (const fine of ['[A-Z]{2}\\d{4}', '(a+)+', '(a|aa)*', '[\\p{L}\\u00df-]+'])
    assert.deepEqual(asks(fine), [], fine);
  for (const wrong of ['(?=a)a', '(a)\\1', '(?:a{1,100}){1,100}']) {
    const [problem, ...others] = asks(wrong);
    assert.deepEqual([problem?.code, problem?.pointer, others], ['unfit_value', '/steps/a/components/0/pattern', []]);
    assert.match(problem?.details ?? '', /^The step a: The pattern of name-first cannot be matched in linear time: /);
  }
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

const isGerman = {'==': [{var: 'country'}, 'DE']};
const codes = (steps: TemplateGraph['steps']) =>
  checkGraph(graph('a', steps), {checksOf: (kind) => (kind === 'document' ? ['id_mrz_detection'] : undefined)}).map(
    ({code, pointer}) => [code, pointer],
  );

test('steps that nobody sees must neither begin a template nor turn in circles', () => {
  assert.deepEqual(codes({a: {kind: 'action', actions: [{do: 'add-tag', tag: 'x'}], next: 'b'}, b: success}), [
    ['automatic_start', '/start'],
  ]);
  const circle: TemplateGraph['steps'] = {
    a: consent('b'),
    b: {kind: 'branching', routes: [{if: isGerman, next: 'c'}], else: 'end'},
    c: {kind: 'action', actions: [{do: 'add-tag', tag: 'x'}], next: 'b'},
    end: success,
  };
  assert.deepEqual(codes(circle), [
    ['endless_loop', '/steps/b'],
    ['endless_loop', '/steps/c'],
  ]);
  assert.deepEqual(codes({...circle, c: consent('b')}), []);
});

test('a condition asks only for what there is', () => {
  const asking = (path: string): TemplateGraph['steps'] => ({
    a: consent('document'),
    document: document('b', 'b'),
    b: {kind: 'branching', routes: [{if: {'!': [{var: path}]}, next: 'end'}], else: 'end'},
    end: success,
  });
  const at = '/steps/b/routes/0/if/!/0/var';
  assert.deepEqual(codes(asking('fields.name-first')), []);
  assert.deepEqual(codes(asking('checks.document.id_mrz_detection')), []);
  assert.deepEqual(codes(asking('verifications.document.status')), []);
  assert.deepEqual(codes(asking('account')), []);
  assert.deepEqual(codes(asking('session.os-name')), []);
  assert.deepEqual(codes(asking('velocity.document-number.accounts.month')), []);
  assert.deepEqual(codes(asking('fields.nobody')), [['missing_field', at]]);
  assert.deepEqual(codes(asking('fields.constructor')), [['missing_field', at]]);
  assert.deepEqual(codes(asking('checks.document.id_magic')), [['unknown_check', at]]);
  assert.deepEqual(codes(asking('checks.a.id_mrz_detection')), [['unknown_check', at]]);
  assert.deepEqual(codes(asking('checks.nowhere.id_mrz_detection')), [['unknown_step', at]]);
  assert.deepEqual(codes(asking('weather.today')), [['unknown_fact', at]]);
  for (const path of ['velocity.shoe.accounts.month', 'velocity.person.accounts', 'velocity.person.accounts.year'])
    assert.deepEqual(codes(asking(path)), [['unknown_fact', at]]);
});

test('an action writes only what there is, and what fits', () => {
  const doing = (...actions: Extract<Step, {kind: 'action'}>['actions']) =>
    codes({a: consent('b'), b: {kind: 'action', actions, next: 'end'}, end: success});
  assert.deepEqual(doing({do: 'set-field', field: 'nobody', value: 1}), [
    ['missing_field', '/steps/b/actions/0/field'],
  ]);
  assert.deepEqual(doing({do: 'set-field', field: 'birthdate', value: 'soon'}), [
    ['unfit_value', '/steps/b/actions/0/value'],
  ]);
  assert.deepEqual(doing({do: 'save-account', fields: ['nobody', 'selected-country-code', 'name-last']}), [
    ['missing_field', '/steps/b/actions/0/fields/0'],
    ['unfit_value', '/steps/b/actions/0/fields/1'],
  ]);
});

test('nothing but an end comes after a decision', () => {
  const approve: Step = {kind: 'action', actions: [{do: 'approve'}], next: 'more'};
  assert.deepEqual(codes({a: consent('b'), b: approve, more: consent('end'), end: success}), [
    ['after_decision', '/steps/b'],
  ]);
  assert.deepEqual(codes({a: consent('b'), b: approve, more: {...approve, next: 'end'}, end: success}), [
    ['after_decision', '/steps/b'],
  ]);
  assert.deepEqual(codes({a: consent('b'), b: {...approve, next: 'end'}, end: success}), []);
});

test('a text that lacks a language the template must have is told, with its step and language', () => {
  const title = (text: string | Record<string, string>): Step => ({
    kind: 'screen',
    next: 'end',
    components: [{kind: 'title', text}],
  });
  const problems = (text: string | Record<string, string>) =>
    checkGraph({...graph('a', {a: title(text), end: success}), languages: ['en', 'de']});
  assert.deepEqual(problems({en: 'Hello', de: 'Hallo'}), []);
  const [missing] = problems({en: 'Hello'});
  assert.equal(missing?.code, 'missing_translation');
  assert.match(missing?.pointer ?? '', /^\/steps\/a\/components\/0/);
  assert.match(missing?.details ?? '', /de/);
});
