/**
 * Expressions of templates: json-logic with few operators, over what is known of an inquiry (`domain/facts.ts`).
 * A template comes from outside, so what it may compute is closed and small; `domain/condition.ts` evaluates.
 *
 * Unlike json-logic, nothing is turned into something else to compare it: `==` is true of the same value only, `<` of two numbers
 * or two texts (dates are texts, YYYY-MM-DD). So what is not known is neither less nor more than anything.
 */
import * as z from 'zod';

export type Expression =
  string | number | boolean | null | readonly Expression[] | {readonly [operator: string]: Expression};

/** Each operator with how many operands it takes, at least and at most. `var` takes the path of a fact. */
export const operators: Readonly<Record<string, readonly [least: number, most: number]>> = {
  var: [1, 1],
  '==': [2, 2],
  '!=': [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 2],
  '>=': [2, 2],
  and: [1, 50],
  or: [1, 50],
  '!': [1, 1],
  '!!': [1, 1],
  if: [2, 50],
  in: [2, 2],
  cat: [1, 20],
};

const deepest = 12;
const longestText = 500;
const longestList = 300;

/** Anything wrong with a value as an expression, with the path to it; undefined when it can be evaluated. */
export function troubleWith(
  value: unknown,
  path: readonly (string | number)[] = [],
): {path: readonly (string | number)[]; message: string} | undefined {
  if (path.length > 2 * deepest) return {path, message: `nested deeper than ${deepest} levels`};
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : {path, message: 'not a number'};
  if (typeof value === 'string') {
    return value.length <= longestText ? undefined : {path, message: `longer than ${longestText} characters`};
  }
  if (Array.isArray(value)) {
    if (value.length > longestList) return {path, message: `a list of more than ${longestList}`};
    return firstTrouble(value.map((item, i) => () => troubleWith(item, [...path, i])));
  }
  if (typeof value !== 'object') return {path, message: 'not JSON'};
  return troubleWithOperation(value, path);
}

function troubleWithOperation(value: object, path: readonly (string | number)[]): ReturnType<typeof troubleWith> {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0)
    return {path, message: 'expected one operator, as in {"var": "fields.x"}'};
  const arity = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!arity) return {path, message: `no operator ${name}; there are ${Object.keys(operators).join(', ')}`};
  const given: unknown = Object.entries(value)[0]?.[1];
  const at = [...path, name];
  if (name === 'var') {
    return typeof given === 'string' && given !== '' ? undefined : {path: at, message: 'expected the path of a fact'};
  }
  const operands: unknown[] = Array.isArray(given) ? given : [given];
  const [least, most] = arity;
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    return {path: at, message: `expected ${wanted} operand${wanted === '1' ? '' : 's'}`};
  }
  return troubleWith(given, at);
}

function firstTrouble(tries: readonly (() => ReturnType<typeof troubleWith>)[]): ReturnType<typeof troubleWith> {
  for (const attempt of tries) {
    const trouble = attempt();
    if (trouble) return trouble;
  }
  return undefined;
}

export const expressionSchema = z.custom<Expression>().superRefine((value, context) => {
  const trouble = troubleWith(value);
  if (trouble) context.addIssue({code: 'custom', path: [...trouble.path], message: trouble.message});
});

/** The same for editors (`countersign templates schema`), which read JSON Schema. */
export const expressionJsonSchema = {
  description: 'json-logic: a value, a list, or an object of one operator.',
  anyOf: [
    {type: ['string', 'number', 'boolean', 'null']},
    {type: 'array', items: {$ref: '#/$defs/expression'}},
    ...Object.keys(operators).map((name) => ({
      type: 'object',
      properties: {
        [name]: name === 'var' ? {type: 'string', description: 'Path of a fact.'} : {$ref: '#/$defs/expression'},
      },
      required: [name],
      additionalProperties: false,
    })),
  ],
};

/** Paths of the facts an expression asks for, with where in the expression each stands. */
export function variablesOf(
  expression: Expression,
  path: readonly (string | number)[] = [],
): {name: string; path: readonly (string | number)[]}[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if (Array.isArray(expression)) {
    return (expression as readonly Expression[]).flatMap((item, i) => variablesOf(item, [...path, i]));
  }
  return Object.entries(expression).flatMap(([name, operand]: [string, Expression]) =>
    name === 'var' && typeof operand === 'string'
      ? [{name: operand, path: [...path, name]}]
      : variablesOf(operand, [...path, name]),
  );
}
