/**
 * Is a template sound as a whole? Its parts are checked by `templateGraphSchema`; here is what only the whole shows. Every problem
 * names its step and points into the JSON, so that whoever writes a template by hand finds the place.
 */
import {decidingActions} from '../protocol/actions.ts';
import {variablesOf} from '../protocol/expression.ts';
import type {Expression} from '../protocol/expression.ts';
import type {Step, TemplateGraph} from '../protocol/template.ts';
import {accountFieldKeys} from './account.ts';
import {troubleWithFact} from './check-facts.ts';
import {checkComponents} from './components.ts';
import type {CheckedGraph, GraphProblem, Knowledge} from './graph-problem.ts';
import {escapePointer, isAutomatic, misfit, runsAlone, stepTargets} from './template.ts';

/** Everything wrong with a graph as a whole; empty = it can be published. */
export function checkGraph(graph: CheckedGraph, knowledge?: Knowledge): GraphProblem[] {
  return [
    ...danglingTargets(graph),
    ...unreachableSteps(graph),
    ...stepsWithoutExit(graph),
    ...facesWithoutConsent(graph),
    ...fieldsWithoutChoices(graph),
    ...startThatAsksNobody(graph),
    ...endlessLoops(graph),
    ...wrongFacts(graph, knowledge),
    ...wrongActions(graph),
    ...wrongConnectors(graph),
    ...stepsAfterDecision(graph),
    ...componentsOutOfPlace(graph),
  ];
}

/** The places of a step's JSON that name another step, in the order of `stepTargets`. */
function namedTargets(step: Step): {target: string; at: string}[] {
  if (step.kind === 'branching') {
    return [
      ...step.routes.map(({next}, i) => ({target: next, at: `/routes/${i}/next`})),
      {target: step.else, at: '/else'},
    ];
  }
  return [
    ...('next' in step ? [{target: step.next, at: '/next'}] : []),
    ...('failed' in step ? [{target: step.failed, at: '/failed'}] : []),
  ];
}

function danglingTargets({start, steps}: CheckedGraph): GraphProblem[] {
  const named = Object.entries(steps).flatMap(([name, step]) =>
    namedTargets(step).map(({target, at}) => ({
      target,
      pointer: `/steps/${name}${at}`,
      from: `The step ${name} leads to`,
    })),
  );
  return [{target: start, pointer: '/start', from: 'The template starts with'}, ...named]
    .filter(({target}) => !Object.hasOwn(steps, target))
    .map(({target, pointer, from}) => ({
      code: 'unknown_step',
      pointer,
      details: `${from} ${target}, and there is no such step.`,
    }));
}

function unreachableSteps({start, steps}: CheckedGraph): GraphProblem[] {
  const reached = reachable([start], (name) => targetsOf(steps, name));
  return Object.keys(steps)
    .filter((name) => !reached.has(name))
    .map((name) => problemOf('unreachable_step', name, `No way leads to the step ${name}.`));
}

/** A loop is fine as long as an end can be reached from each of its steps. */
function stepsWithoutExit({steps}: CheckedGraph): GraphProblem[] {
  const names = Object.keys(steps);
  const ends = names.filter((name) => targetsOf(steps, name).length === 0);
  const leadingTo = (target: string) => names.filter((name) => targetsOf(steps, name).includes(target));
  const finishing = reachable(ends, leadingTo);
  return names
    .filter((name) => !finishing.has(name))
    .map((name) => problemOf('no_exit', name, `From the step ${name} no end can be reached.`));
}

/** A face is measured only after a consent that says so: no way may lead to a selfie around every consent step. */
function facesWithoutConsent({start, steps}: CheckedGraph): GraphProblem[] {
  const unasked = reachable([start], (name) => (steps[name]?.kind === 'consent' ? [] : targetsOf(steps, name)));
  return Object.keys(steps)
    .filter((name) => steps[name]?.kind === 'selfie' && unasked.has(name))
    .map((name) =>
      problemOf('no_consent', name, `The step ${name} measures a face; a consent step must come before it.`),
    );
}

function fieldsWithoutChoices({fields}: CheckedGraph): GraphProblem[] {
  return Object.entries(fields)
    .filter(([, field]) => (field.type === 'choices' || field.type === 'multi_choices') && !field.choices?.length)
    .map(([key]) => ({
      code: 'no_choices',
      pointer: `/fields/${escapePointer(key)}`,
      details: `The field ${key} offers no choices.`,
    }));
}

/** An inquiry stands at its start before anybody came. */
function startThatAsksNobody({start, steps}: CheckedGraph): GraphProblem[] {
  const step = Object.hasOwn(steps, start) ? steps[start] : undefined;
  if (!step || !runsAlone(step)) return [];
  const details = `The template starts with ${start}, which nobody sees; it must start with a step that a person meets.`;
  return [{code: 'automatic_start', pointer: '/start', details}];
}

/** Steps that go on without the person, and lead back to themselves over nothing else, would never come to rest. */
function endlessLoops({steps}: CheckedGraph): GraphProblem[] {
  const onward = (name: string) => automaticTargets(steps, name);
  return Object.keys(steps)
    .filter((name) => reachable(onward(name), onward).has(name))
    .map((name) =>
      problemOf('endless_loop', name, `The step ${name} leads back to itself without a step that a person meets.`),
    );
}

function automaticTargets(steps: TemplateGraph['steps'], name: string): string[] {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step || !runsAlone(step)) return [];
  return stepTargets(step).filter((target) => {
    const next = Object.hasOwn(steps, target) ? steps[target] : undefined;
    return next !== undefined && runsAlone(next);
  });
}

function wrongFacts(graph: CheckedGraph, knowledge: Knowledge | undefined): GraphProblem[] {
  return Object.entries(graph.steps).flatMap(([name, step]) =>
    expressionsOf(step).flatMap(({expression, at}) =>
      variablesOf(expression).flatMap(({name: fact, path}) => {
        const trouble = troubleWithFact(fact, graph, knowledge);
        if (!trouble) return [];
        const pointer = `/steps/${name}${at}${path.map((part) => `/${escapePointer(String(part))}`).join('')}`;
        return [{...trouble, pointer, details: `The step ${name} asks for ${fact}: ${trouble.details}`}];
      }),
    ),
  );
}

/** Paths of all facts that the template asks for. */
export function factsAskedFor({steps}: Pick<CheckedGraph, 'steps'>): string[] {
  const expressions = Object.values(steps).flatMap(expressionsOf);
  return expressions.flatMap(({expression}) => variablesOf(expression).map(({name}) => name));
}

/** Everything a step computes, with where it stands. */
function expressionsOf(step: Step): {expression: Expression; at: string}[] {
  if (step.kind === 'branching') return step.routes.map((route, i) => ({expression: route.if, at: `/routes/${i}/if`}));
  if (step.kind !== 'action') return [];
  return step.actions.flatMap((action, i) =>
    action.do === 'set-field' ? [{expression: action.value, at: `/actions/${i}/value`}] : [],
  );
}

function wrongActions({steps, fields}: CheckedGraph): GraphProblem[] {
  return Object.entries(steps).flatMap(([name, step]) => {
    if (step.kind !== 'action') return [];
    return step.actions.flatMap((action, i): GraphProblem[] => {
      const at = `/steps/${name}/actions/${i}`;
      if (action.do === 'set-field') return wrongWrite(action, {name, at, fields});
      if (action.do !== 'save-account') return [];
      return (action.fields ?? []).flatMap((key, n): GraphProblem[] => {
        const pointer = `${at}/fields/${n}`;
        if (!Object.hasOwn(fields, key))
          return [
            {code: 'missing_field', pointer, details: `The step ${name} saves ${key}, and there is no such field.`},
          ];
        if (!accountFieldKeys.includes(key))
          return [
            {code: 'unfit_value', pointer, details: `The step ${name} saves ${key}, which accounts do not have.`},
          ];
        return [];
      });
    });
  });
}

function wrongWrite(
  {field, value}: {field: string; value: Expression},
  {name, at, fields}: {name: string; at: string; fields: TemplateGraph['fields']},
): GraphProblem[] {
  const schema = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!schema) {
    const details = `The step ${name} writes ${field}, and there is no such field.`;
    return [{code: 'missing_field', pointer: `${at}/field`, details}];
  }
  const expected = typeof value === 'object' && value !== null ? undefined : misfit(schema, value);
  if (expected === undefined) return [];
  const details = `The step ${name} writes a value into ${field} that does not fit; expected ${expected}.`;
  return [{code: 'unfit_value', pointer: `${at}/value`, details}];
}

function wrongConnectors({steps, fields}: CheckedGraph): GraphProblem[] {
  return Object.entries(steps).flatMap(([name, step]) => {
    if (step.kind !== 'connector') return [];
    const named = [
      ...step.send.map((key, i) => ({key, at: `/send/${i}`})),
      ...Object.keys(step.receive).map((key) => ({key, at: `/receive/${escapePointer(key)}`})),
    ];
    return named
      .filter(({key}) => !Object.hasOwn(fields, key))
      .map(({key, at}) => ({
        code: 'missing_field' as const,
        pointer: `/steps/${name}${at}`,
        details: `The step ${name} speaks of ${key}, and there is no such field.`,
      }));
  });
}

/** A decided inquiry asks for nothing more, and is not decided twice. */
function stepsAfterDecision({steps}: CheckedGraph): GraphProblem[] {
  return Object.entries(steps).flatMap(([name, step]) => {
    if (step.kind !== 'action' || !decides(step)) return [];
    if (step.actions.filter(({do: what}) => decidingActions.includes(what)).length > 1)
      return [problemOf('after_decision', name, `The step ${name} decides more than once.`)];
    const after = reachable(stepTargets(step), (target) => {
      const next = Object.hasOwn(steps, target) ? steps[target] : undefined;
      return next && isAutomatic(next) ? stepTargets(next) : [];
    });
    return [...after].flatMap((target): GraphProblem[] => {
      const next = Object.hasOwn(steps, target) ? steps[target] : undefined;
      if (!next || next.kind === 'success' || next.kind === 'failed') return [];
      if (isAutomatic(next) && !(next.kind === 'action' && decides(next))) return [];
      const details = `The step ${name} decides the inquiry; only an end may follow, not ${target}.`;
      return [problemOf('after_decision', name, details)];
    });
  });
}

function componentsOutOfPlace({steps, fields, languages}: CheckedGraph): GraphProblem[] {
  return Object.entries(steps).flatMap(([name, step]) =>
    step.kind === 'screen'
      ? checkComponents(step, {fields, steps: Object.keys(steps), ...(languages && {languages})}).map(
          ({code, pointer, details}) => ({
            code,
            pointer: `/steps/${escapePointer(name)}${pointer}`,
            details: `The step ${name}: ${details}`,
          }),
        )
      : [],
  );
}

function decides(step: Extract<Step, {kind: 'action'}>): boolean {
  return step.actions.some(({do: what}) => decidingActions.includes(what));
}

function problemOf(code: GraphProblem['code'], step: string, details: string): GraphProblem {
  return {code, pointer: `/steps/${escapePointer(step)}`, details};
}

function targetsOf(steps: TemplateGraph['steps'], name: string): string[] {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  return step ? stepTargets(step) : [];
}

function reachable(from: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const name of seen) for (const target of next(name)) seen.add(target);
  return seen;
}
