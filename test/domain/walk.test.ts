import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {checkGraph} from '../../src/domain/check-graph.ts';
import {factsOf} from '../../src/domain/facts.ts';
import type {FactSources} from '../../src/domain/facts.ts';
import {enter, mainPath, stepAt} from '../../src/domain/flow.ts';
import {emptyFields, isAutomatic, stepTargets} from '../../src/domain/template.ts';
import {walkOn} from '../../src/domain/walk.ts';
import type {Walk} from '../../src/domain/walk.ts';
import type {Action} from '../../src/protocol/actions.ts';
import type {Expression} from '../../src/protocol/expression.ts';
import type {Step, TemplateGraph} from '../../src/protocol/template.ts';
import {documentGraph} from './flow-graph.ts';

const now = new Date('2026-03-01T12:00:00Z');

function walk(graph: TemplateGraph, from: string, sources: Partial<FactSources> = {}, values: object = {}): Walk {
  const written = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, {type: 'string', value}]));
  const fields = {...emptyFields(graph.fields), ...written};
  const inquiry = {tags: [], language: 'de', creator: 'API'};
  const facts = factsOf({fields, verifications: [], inquiry, account: undefined, session: {}, ...sources}, now);
  const stepState = enter(stepAt(graph, from), []);
  return walkOn(graph, {type: 'changed', step: from, stepState, effects: []}, {facts, fields, tags: [], now});
}

const kinds = ({effects}: Walk): string[] => effects.map(({type}) => type);
const success: Step = {kind: 'success'};
const failed: Step = {kind: 'failed'};
const isGerman: Expression = {'==': [{var: 'country'}, 'DE']};
const consent = (next: string): Step => ({kind: 'consent', next, retentionDays: 1});
const act = (next: string, ...actions: Action[]): Step => ({kind: 'action', actions, next});

function graphOf(steps: Record<string, Step>): TemplateGraph {
  return documentGraph({start: 'consent', steps: {success, failed, ...steps}});
}

describe('the way through steps that nobody sees', () => {
  const byCountry = graphOf({
    consent: consent('where'),
    where: {
      kind: 'branching',
      routes: [
        {if: isGerman, next: 'more'},
        {if: {'>=': [{var: 'age'}, 65]}, next: 'failed'},
      ],
      else: 'success',
    },
    more: consent('success'),
  });

  it('takes the first route whose condition holds, else the other', () => {
    assert.equal(walk(byCountry, 'where', {}, {'selected-country-code': 'DE', birthdate: '1950-01-01'}).step, 'more');
    const old = walk(byCountry, 'where', {}, {birthdate: '1950-01-01'});
    assert.deepEqual([old.step, kinds(old)], ['failed', ['failed']]);
    const other = walk(byCountry, 'where', {}, {'selected-country-code': 'FR'});
    assert.deepEqual([other.step, kinds(other), other.stepState.kind], ['success', ['completed'], 'success']);
  });

  it('believes the document before what was typed', () => {
    const read = {step: 'document', kind: 'government-id', status: 'passed', attempt: 1, countryCode: 'DE', checks: []};
    assert.equal(walk(byCountry, 'where', {verifications: [read]}, {'selected-country-code': 'FR'}).step, 'more');
  });

  it('asks for a check of the last attempt', () => {
    const check = (status: 'passed' | 'failed') => {
      return {name: 'id_mrz_detection', status, requirement: 'required' as const, reasons: [], metadata: {}};
    };
    const attempt = {step: 'document', kind: 'government-id', status: 'failed', countryCode: null};
    const graph = graphOf({
      consent: consent('read'),
      read: {
        kind: 'branching',
        routes: [{if: {'==': [{var: 'checks.document.id_mrz_detection'}, 'passed']}, next: 'success'}],
        else: 'failed',
      },
    });
    const verifications = [
      {...attempt, attempt: 1, checks: [check('failed')]},
      {...attempt, attempt: 2, checks: [check('passed')]},
    ];
    assert.equal(walk(graph, 'read', {verifications}).step, 'success');
  });

  it('performs actions in their order; what one wrote the next condition reads', () => {
    const graph = graphOf({
      consent: consent('note'),
      note: act(
        'where',
        {do: 'set-field', field: 'selected-country-code', value: 'DE'},
        {do: 'set-field', field: 'name-last', value: {cat: [{var: 'fields.selected-country-code'}, '!']}},
        {do: 'add-tag', tag: 'checked'},
      ),
      where: {
        kind: 'branching',
        routes: [{if: {and: [isGerman, {in: ['checked', {var: 'inquiry.tags'}]}]}, next: 'success'}],
        else: 'failed',
      },
    });
    const end = walk(graph, 'note');
    assert.deepEqual([end.step, end.tags, end.fields['name-last']?.value], ['success', ['checked'], 'DE!']);
  });

  it('leaves a field as it was when a value does not fit it, and says so', () => {
    const graph = graphOf({
      consent: consent('note'),
      note: act('success', {do: 'set-field', field: 'birthdate', value: {cat: ['not ', 'a date']}}),
    });
    const end = walk(graph, 'note', {}, {birthdate: '1990-01-01'});
    assert.deepEqual([end.fields['birthdate']?.value, kinds(end)], ['1990-01-01', ['field-refused', 'completed']]);
  });

  it('decides where the template does, once', () => {
    const graph = graphOf({
      consent: consent('no'),
      no: act('yes', {do: 'decline'}),
      yes: act('success', {do: 'approve', comment: 'known'}),
    });
    assert.deepEqual(walk(graph, 'no').effects, [
      {type: 'decided', decision: 'approve', comment: 'known'},
      {type: 'completed'},
    ]);
  });

  it('keeps what the step before had to say for the screen at the end', () => {
    const graph = graphOf({consent: consent('on'), on: act('failed', {do: 'add-tag', tag: 'x'})});
    const change = {
      type: 'changed' as const,
      step: 'on',
      stepState: {kind: 'action' as const, problems: ['blurry' as const]},
      effects: [],
    };
    const facts = factsOf(
      {
        fields: {},
        verifications: [],
        inquiry: {tags: [], language: null, creator: ''},
        account: undefined,
        session: {},
      },
      now,
    );
    assert.deepEqual(walkOn(graph, change, {facts, fields: {}, tags: [], now}).stepState, {
      kind: 'failed',
      problems: ['blurry'],
    });
  });

  it('counts on the longest way before a person', () => {
    assert.deepEqual(mainPath(byCountry), ['consent', 'where', 'more', 'success']);
  });
});

const names = ['a', 'b', 'c', 'd', 'e'];
const target = fc.constantFrom(...names);
const condition = fc.constantFrom<Expression>(true, false, isGerman, {var: 'account'}, {'>': [{var: 'age'}, 18]});
const action = fc.constantFrom<Action>(
  {do: 'add-tag', tag: 'x'},
  {do: 'set-field', field: 'selected-country-code', value: 'DE'},
  {do: 'set-field', field: 'nobody', value: 1},
  {do: 'approve'},
  {do: 'save-account'},
);
const anyStep = fc.oneof(
  target.map(consent),
  fc
    .tuple(fc.array(fc.record({if: condition, next: target}), {minLength: 1, maxLength: 3}), target)
    .map(([routes, otherwise]): Step => ({kind: 'branching', routes, else: otherwise})),
  fc.tuple(fc.array(action, {minLength: 1, maxLength: 2}), target).map(([actions, next]) => act(next, ...actions)),
  fc.constantFrom(success, failed),
);
const anyGraph = fc
  .record(Object.fromEntries(names.map((name) => [name, anyStep])))
  .map((steps) => documentGraph({start: 'a', steps: {...steps, success}}));

describe('any graph', () => {
  it('can be walked from every step, sound or not, and comes to rest', () => {
    fc.assert(
      fc.property(anyGraph, target, (graph, from) => {
        const end = walk(graph, from);
        assert.equal(isAutomatic(stepAt(graph, end.step)), false);
        assert.equal(end.stepState.kind, stepAt(graph, end.step).kind);
        assert.ok(end.effects.filter(({type}) => type === 'decided').length <= 1);
      }),
    );
  });

  it('is judged without an error, however broken', () => {
    const broken = fc.dictionary(fc.constantFrom(...names, 'constructor'), anyStep);
    fc.assert(fc.property(broken, target, (steps, start) => void checkGraph(documentGraph({start, steps}))));
  });

  it('that is sound leads from every step to an end, deciding at most once and asking nothing after', () => {
    const sound = anyGraph.map((graph) => onlyReachable(graph)).filter((graph) => checkGraph(graph).length === 0);
    fc.assert(
      fc.property(sound, fc.infiniteStream(fc.nat(3)), (graph, choices) => {
        let here = graph.start;
        let decided = false;
        for (let moves = 0; stepTargets(stepAt(graph, here)).length > 0; moves++) {
          assert.ok(!decided, 'nothing is asked after the decision');
          // a person may go in circles; whoever takes the nearest way after a while arrives
          const targets = stepTargets(stepAt(graph, here));
          const choice =
            moves < 5
              ? (choices.next().value ?? 0)
              : targets.findIndex((to) => distance(graph, to) < distance(graph, here));
          const end = walk(graph, targets[choice % targets.length] ?? here);
          decided = end.effects.some(({type}) => type === 'decided');
          here = end.step;
          if (moves > 5 + names.length) return;
        }
      }),
      {numRuns: 300},
    );
  });
});

function onlyReachable(graph: TemplateGraph): TemplateGraph {
  const seen = new Set([graph.start]);
  for (const name of seen) for (const to of stepTargets(stepAt(graph, name))) seen.add(to);
  return {...graph, steps: Object.fromEntries(Object.entries(graph.steps).filter(([name]) => seen.has(name)))};
}

function distance(graph: TemplateGraph, from: string): number {
  let front = [from];
  for (let steps = 0; steps <= 10; steps++) {
    if (front.some((name) => stepTargets(stepAt(graph, name)).length === 0)) return steps;
    front = front.flatMap((name) => stepTargets(stepAt(graph, name)));
  }
  return Infinity;
}
