/** Which facts (`facts.ts`) a template may ask for: each path either exists or is a mistake somebody wants to hear of. */
import {counted, spanNames, velocityKinds} from './identity-trace.ts';
import type {VelocityKind} from './identity-trace.ts';
import type {CheckedGraph, GraphProblem, Knowledge} from './graph-problem.ts';

type Trouble = Pick<GraphProblem, 'code' | 'details'>;

/** Those that do not depend on the template. */
const fixedFacts: readonly string[] = [
  'country',
  'age',
  'inquiry.tags',
  'inquiry.language',
  'inquiry.creator',
  'account',
  'account.status',
  'account.tags',
  'account.days',
  'account.approved',
  'account.declined',
];

const verificationFacts: readonly string[] = ['status', 'kind', 'attempts', 'country'];

/** Undefined when the template can know it. */
export function troubleWithFact(
  path: string,
  graph: CheckedGraph,
  knowledge: Knowledge | undefined,
): Trouble | undefined {
  const [root = '', first = '', ...rest] = path.split('.');
  if (fixedFacts.includes(path)) return undefined;
  switch (root) {
    case 'fields':
      if (rest.length === 0 && Object.hasOwn(graph.fields, first)) return undefined;
      return {code: 'missing_field', details: 'the template has no such field.'};
    case 'session':
      // browsers tell what they like; what is not told is null
      return first !== '' && rest.length === 0 ? undefined : noFact;
    case 'velocity':
      return isVelocity([first, ...rest]) ? undefined : noFact;
    case 'verifications':
      if (rest.length !== 1 || !verificationFacts.includes(rest.join())) return noFact;
      return troubleWithStep(first, graph, knowledge);
    case 'checks':
      return rest.length === 1 ? troubleWithCheck(first, rest.join(), graph, knowledge) : noFact;
    default:
      return noFact;
  }
}

const noFact: Trouble = {
  code: 'unknown_fact',
  details:
    'there is no such fact; there are fields.<key>, checks.<step>.<check>, ' +
    `verifications.<step>.<${verificationFacts.join('|')}>, session.<signal>, ` +
    `velocity.<${velocityKinds.join('|')}>.<${counted.join('|')}>.<${spanNames.join('|')}>, ${fixedFacts.join(', ')}.`,
};

function isVelocity([kind = '', what = '', span = '', ...rest]: readonly string[]): boolean {
  const known = [velocityKinds, counted, spanNames] as const;
  return rest.length === 0 && [kind, what, span].every((part, i) => (known[i] as readonly string[]).includes(part));
}

/** Of which kinds somebody must count before these facts can be told. */
export function velocityKindsIn(facts: readonly string[]): VelocityKind[] {
  return velocityKinds.filter((kind) => facts.some((fact) => fact.startsWith(`velocity.${kind}.`)));
}

function troubleWithStep(name: string, {steps}: CheckedGraph, knowledge?: Knowledge): Trouble | undefined {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) return {code: 'unknown_step', details: `there is no step ${name}.`};
  if (!knowledge || knowledge.checksOf(step.kind)) return undefined;
  return {code: 'unknown_check', details: `the step ${name} verifies nothing.`};
}

function troubleWithCheck(
  stepName: string,
  check: string,
  graph: CheckedGraph,
  knowledge?: Knowledge,
): Trouble | undefined {
  const trouble = troubleWithStep(stepName, graph, knowledge);
  const step = graph.steps[stepName];
  if (trouble || !step || !knowledge) return trouble;
  const checks = knowledge.checksOf(step.kind) ?? [];
  if (checks.includes(check)) return undefined;
  return {
    code: 'unknown_check',
    details: `the step ${stepName} makes no check ${check}; it makes ${checks.join(', ')}.`,
  };
}
