import {test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {everyComponent} from '../../../src/domain/default-templates.ts';
import {positionOf} from '../../../src/domain/position.ts';
import {screenRule} from '../../../src/domain/steps/screen.ts';
import {showComponents} from '../../../src/domain/steps/show-components.ts';
import type {FlowEvidence, StepOutcome, SubmitGround} from '../../../src/domain/steps/step.ts';
import {checkGraph} from '../../../src/domain/check-graph.ts';
import {emptyFields} from '../../../src/domain/template.ts';
import type {TypedFields} from '../../../src/domain/template.ts';
import {isInput} from '../../../src/protocol/input.ts';
import type {Component, ShownInput} from '../../../src/protocol/component.ts';
import {templateGraphSchema} from '../../../src/protocol/template.ts';
import type {ScreenStep, TemplateGraph} from '../../../src/protocol/template.ts';

const now = new Date('2026-11-29T12:00:00Z');
const graph = everyComponent;

function screenAt(name: string): ScreenStep {
  const step = graph.steps[name];
  assert.ok(step?.kind === 'screen');
  return step;
}

function ground(more: Partial<SubmitGround> = {}): SubmitGround {
  return {
    stepName: 'person',
    evidence: new Map(),
    newVerificationId: 'ver_1',
    fresh: {id: 'liv_1', nonce: 'nonce', draw: 0},
    fields: emptyFields(graph.fields),
    schemas: graph.fields,
    biometric: false,
    now,
    ...more,
  };
}

function fill(step: ScreenStep, values: Record<string, unknown>, more: Partial<SubmitGround> = {}) {
  return screenRule.submit(step, {kind: 'screen'}, {action: 'fill', values}, ground(more));
}

function written(outcome: StepOutcome<'screen'>): Record<string, unknown> {
  assert.equal(outcome.type, 'go', JSON.stringify(outcome));
  const effect = outcome.type === 'go' ? outcome.effects.find(({type}) => type === 'filled') : undefined;
  assert.ok(effect?.type === 'filled');
  return Object.fromEntries(Object.entries(effect.fields).map(([key, {value}]) => [key, value]));
}

function refused(outcome: StepOutcome<'screen'>): Record<string, string> {
  assert.ok(outcome.type === 'refused', JSON.stringify(outcome));
  return Object.fromEntries((outcome.refusal.answers ?? []).map(({pointer, code}) => [pointer, code]));
}

const person = {
  'name-first': ' Zoë\u0308 ',
  'name-last': 'Van   der Berg',
  birthdate: '1990-04-03',
  citizenship: 'NL',
  'id-type': 'pp',
  'tax-number': '12 345 678 901',
};

test('the template with every component can be published', () => {
  assert.deepEqual(checkGraph(templateGraphSchema.parse(graph)), []);
  const kinds = Object.values(graph.steps).flatMap((step) => (step.kind === 'screen' ? step.components : []));
  assert.equal(new Set(kinds.map(({kind}) => kind)).size, 22);
});

test('answers are kept as they should be written, with the step after', () => {
  const outcome = fill(screenAt('person'), person);
  assert.deepEqual(written(outcome), {
    'name-first': 'Zoë\u0308'.normalize('NFC'),
    'name-last': 'Van der Berg',
    birthdate: '1990-04-03',
    citizenship: 'NL',
    'id-type': 'pp',
    'tax-number': '12345678901',
  });
  assert.equal(outcome.type === 'go' && outcome.to, 'contact');
});

test('every answer that does not fit is named, and nothing is taken', () => {
  const outcome = fill(screenAt('person'), {
    ...person,
    'name-first': '',
    birthdate: '2010-02-30',
    citizenship: 'ZZ',
    'id-type': 'visa',
  });
  assert.deepEqual(refused(outcome), {
    '/values/name-first': 'required',
    '/values/birthdate': 'no_such_date',
    '/values/citizenship': 'country',
    '/values/id-type': 'not_offered',
  });
});

test('a phone number becomes E.164, and one that cannot be is refused', () => {
  const values = {
    'email-address': 'zoe@example.com',
    'phone-number': '+49 0171 1234567',
    'address-country-code': 'DE',
    'address-street-1': 'Hafenweg 3',
    'address-city': 'Hamburg',
    'address-postal-code': '20457',
    website: 'example.com/zoe',
  };
  const taken = written(fill(screenAt('contact'), values));
  assert.equal(taken['phone-number'], '+491711234567');
  assert.equal(taken['website'], 'https://example.com/zoe');
  assert.deepEqual(refused(fill(screenAt('contact'), {...values, 'phone-number': '+49 123'})), {
    '/values/phone-number': 'phone',
  });
  assert.deepEqual(refused(fill(screenAt('contact'), {...values, 'address-postal-code': '2045', 'address-city': ''})), {
    '/values/address-city': 'required',
    '/values/address-postal-code': 'postal_code',
  });
});

const more = {
  employment: 'employed',
  income: 41.5,
  purpose: 'salary',
  sources: ['work'],
  news: null,
  terms: true,
};

test('what its condition hides is neither asked for nor written', () => {
  const step = screenAt('more');
  assert.equal('employment-note' in written(fill(step, {...more, 'employment-note': 'never seen'})), false);
  assert.deepEqual(refused(fill(step, {...more, employment: 'other'})), {'/values/employment-note': 'required'});
  assert.equal(
    written(fill(step, {...more, employment: 'other', 'employment-note': 'Poet'}))['employment-note'],
    'Poet',
  );
});

test('a field that may be written once stays what it is', () => {
  const fields: TypedFields = {...emptyFields(graph.fields), 'tax-number': {type: 'string', value: '00000000000'}};
  const step = screenAt('person');
  assert.deepEqual(refused(fill(step, person, {fields})), {'/values/tax-number': 'locked'});
  const {'tax-number': _kept, ...rest} = person;
  assert.equal('tax-number' in written(fill(step, rest, {fields})), false);
});

test('a file is taken when it has arrived for this step', () => {
  const file = {id: 'file_1', contentType: 'application/pdf', size: 1234};
  const evidence: FlowEvidence = {id: 'evd_1', side: 'page', step: 'more', capture: 'upload', state: 'ready', file};
  const withFile = (one: FlowEvidence) =>
    fill(screenAt('more'), {...more, proof: 'evd_1'}, {stepName: 'more', evidence: new Map([['evd_1', one]])});
  assert.deepEqual(written(withFile(evidence))['proof'], {
    'file-id': 'file_1',
    'mime-type': 'application/pdf',
    'byte-size': 1234,
  });
  for (const wrong of [{state: 'pending'} as const, {step: 'person'}]) {
    assert.deepEqual(refused(withFile({...evidence, ...wrong})), {'/values/proof': 'file'});
  }
});

test('a button leads elsewhere and writes nothing', () => {
  const step = screenAt('more');
  const index = step.components.findIndex((one) => one.kind === 'button' && one.next !== undefined);
  const press = (button: number) =>
    screenRule.submit(step, {kind: 'screen'}, {action: 'fill', values: {terms: true}, button}, ground());
  const outcome = press(index);
  assert.ok(outcome.type === 'go' && outcome.to === 'failed');
  assert.deepEqual(outcome.effects, [{type: 'started'}]);
  assert.equal(press(0).type, 'refused');
});

test('a screen says its words in the visitor’s language, with the fields it has', () => {
  const fields: TypedFields = {...emptyFields(graph.fields), 'name-first': {type: 'string', value: 'Zoë'}};
  const shown = showComponents(screenAt('person').components, {fields, mayRead: true, language: 'de-CH'});
  const first = shown.find((one): one is ShownInput => isInput(one) && one.field === 'name-first');
  assert.equal(first?.label, 'Vorname');
  assert.equal(first.value, 'Zoë');
  assert.equal(first.locked, undefined);
});

test('whoever came with an id alone is shown nothing that is stored, also not through a condition', () => {
  const components: Component[] = [
    {kind: 'text-input', field: 'name-first', label: 'Name'},
    {kind: 'text', text: 'Rich', showIf: {'>': [{var: 'fields.income'}, 100]}},
    {kind: 'text', text: 'Secret', showIf: {'==': [{var: 'fields.other'}, {var: 'fields.website'}]}},
    {kind: 'text-input', field: 'other', label: 'Other'},
  ];
  const fields: TypedFields = {
    'name-first': {type: 'string', value: 'Zoë'},
    income: {type: 'number', value: 200},
    website: {type: 'string', value: 'https://secret.example'},
  };
  const said = JSON.stringify(showComponents(components, {fields, mayRead: false, language: 'en'}));
  assert.doesNotMatch(said, /Zoë|200|secret/);
  assert.match(said, /Rich/);
  assert.match(said, /"field":"name-first".*"locked":true/);
});

test('what a condition decides of other screens is decided here', () => {
  const components: Component[] = [
    {kind: 'text', text: 'For Germany', showIf: {'==': [{var: 'fields.citizenship'}, 'DE']}},
    {kind: 'text-input', field: 'name-first', label: 'Name'},
  ];
  const shown = (country: string) =>
    showComponents(components, {
      fields: {citizenship: {type: 'string', value: country}},
      mayRead: true,
      language: 'en',
    })[0];
  assert.deepEqual(shown('DE'), {kind: 'text', text: 'For Germany'});
  assert.deepEqual(shown('FR'), {kind: 'spacer', showIf: false});
});

test('random answers are either taken whole or refused by name, and never fail', () => {
  const keys = Object.keys(graph.fields);
  const values = fc.dictionary(fc.constantFrom(...keys, 'address-city', 'address-country-code'), fc.anything(), {
    maxKeys: 8,
  });
  fc.assert(
    fc.property(fc.constantFrom('person', 'contact', 'more'), values, (name, given) => {
      const outcome = fill(screenAt(name), given);
      if (outcome.type === 'go') written(outcome);
      else assert.ok(outcome.type === 'refused' && outcome.refusal.pointer.startsWith('/values'));
    }),
  );
});

test('the position carries a form', () => {
  const position = positionOf(
    graph as TemplateGraph,
    {
      status: 'created',
      step: 'person',
      stepState: {kind: 'screen'},
      expiresAt: null,
      inquiryId: 'inq_1',
      version: 1,
      language: 'ar',
      referenceId: null,
      redirectUri: null,
      fields: emptyFields(graph.fields),
    },
    [],
    now,
  );
  assert.equal(position.screen.kind, 'form');
  assert.deepEqual(position.progress, {done: 0, of: 3});
  assert.match(JSON.stringify(position.screen), /عنك/);
});
