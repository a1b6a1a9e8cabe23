/**
 * Evaluates the expressions of templates (`protocol/expression.ts`) over facts. Total: an expression that cannot be evaluated
 * is `null`, and as a condition it does not hold.
 */
import {LogicEngine, defaultMethods} from 'json-logic-engine';
import type {Expression} from '../protocol/expression.ts';
import {operators} from '../protocol/expression.ts';

/** Nothing but the operators that `protocol/expression.ts` lists; no code is generated. */
const engine = new LogicEngine(
  Object.fromEntries(Object.entries(defaultMethods).filter(([name]) => Object.hasOwn(operators, name))),
  {disableInline: true, disableInterpretedOptimization: true, maxArrayLength: 1000, maxStringLength: 20_000},
);
// the engine's own would walk into prototypes and into the parts of texts
engine.addMethod('var', {
  method: (path: unknown, facts: unknown) => factAt(facts, String(Array.isArray(path) ? path[0] : path)),
});
engine.addMethod('==', ([a, b]: unknown[]) => a === b);
engine.addMethod('!=', ([a, b]: unknown[]) => a !== b);
engine.addMethod('<', (values: unknown[]) => inOrder(values, (a, b) => a < b));
engine.addMethod('<=', (values: unknown[]) => inOrder(values, (a, b) => a <= b));
engine.addMethod('>', (values: unknown[]) => inOrder(values, (a, b) => a > b));
engine.addMethod('>=', (values: unknown[]) => inOrder(values, (a, b) => a >= b));

/** Whether each two neighbours are of one kind that has an order, and in it. */
function inOrder<T extends number | string>(values: unknown[], order: (a: T, b: T) => boolean): boolean {
  return values.every((b, i) => {
    const a = values[i - 1];
    if (i === 0) return true;
    const ordered =
      (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string');
    // both are numbers, or both are texts
    return ordered && order(a as T, b as T);
  });
}

/** The value of a path as `fields.name-first`; `null` where nothing is known. */
export function factAt(facts: unknown, path: string): unknown {
  let here: unknown = facts;
  for (const part of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return null;
    here = (here as Record<string, unknown>)[part];
  }
  return here ?? null;
}

export function evaluate(expression: Expression, facts: object): unknown {
  try {
    return engine.run(expression, facts) as unknown;
  } catch {
    // the engine throws NaN and plain objects; all of them say that there is no answer
    return null;
  }
}

/** Empty texts and lists, 0, null and false do not hold; everything else does. */
export function holds(condition: Expression, facts: object): boolean {
  return evaluate({'!!': [condition]}, facts) === true;
}
