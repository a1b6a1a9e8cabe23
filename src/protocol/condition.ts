/**
 * Conditions of screens: the part of json-logic (https://jsonlogic.com) that reads fields and compares them. The frame and the
 * server run this same code, so both always show and ask the same.
 *
 * Operators: `var` (`fields.<key>`), `==` `!=` (no coercion, unlike json-logic), `<` `<=` `>` `>=` (two numbers or two texts, dates
 * as YYYY-MM-DD; anything else is false), `in` (an item of a list, a part of a text), `and` `or` `!` `!!`.
 */
export type Condition = boolean | {readonly [operator: string]: unknown};

/** The value of a field by its key; `null` = not known. */
export type FieldReader = (key: string) => unknown;

const arities: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '==': [2, 2],
  '!=': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  in: [2, 2],
  and: [1, 50],
  or: [1, 50],
  '!': [1, 1],
  '!!': [1, 1],
};
const deepest = 12;
const fieldPath = 'fields.';

export function isCondition(value: unknown): value is Condition {
  return typeof value === 'boolean' || (isOperation(value) && isExpression(value, 0));
}

/** Keys of the fields it reads. */
export function fieldsIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(fieldsIn);
  if (!isOperation(condition)) return [];
  const key = fieldOf(condition);
  return key === undefined ? Object.values(condition).flatMap(fieldsIn) : [key];
}

export function isTrue(condition: Condition, read: FieldReader): boolean {
  return truthy(evaluate(condition, read));
}

/**
 * The same condition with everything decided that does not depend on `open` fields, which the person fills in on this very screen.
 * What is stored elsewhere so never leaves the server where a yes or no is enough.
 */
export function settle(condition: Condition, open: ReadonlySet<string>, read: FieldReader): Condition {
  const settled = settlePart(condition, open, read);
  return isOperation(settled) ? settled : truthy(settled);
}

function settlePart(part: unknown, open: ReadonlySet<string>, read: FieldReader): unknown {
  if (!fieldsIn(part).some((key) => open.has(key))) return evaluate(part, read);
  if (Array.isArray(part)) return part.map((one) => settlePart(one, open, read));
  if (!isOperation(part) || fieldOf(part) !== undefined) return part;
  return Object.fromEntries(Object.entries(part).map(([name, args]) => [name, settlePart(args, open, read)]));
}

function evaluate(part: unknown, read: FieldReader): unknown {
  if (Array.isArray(part)) return part.map((one) => evaluate(one, read));
  if (!isOperation(part)) return part;
  const key = fieldOf(part);
  if (key !== undefined) return read(key) ?? null;
  const [operator = '', given] = Object.entries(part)[0] ?? [];
  const args = Array.isArray(given) ? given : [given];
  if (operator === 'and') return args.every((one) => truthy(evaluate(one, read)));
  if (operator === 'or') return args.some((one) => truthy(evaluate(one, read)));
  const [a, b] = args.map((one) => evaluate(one, read));
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, a, b);
    case 'in':
      return typeof b === 'string' ? typeof a === 'string' && b.includes(a) : Array.isArray(b) && b.includes(a);
    case '!':
      return !truthy(a);
    case '!!':
      return truthy(a);
  }
  return false;
}

/** As json-logic has it: an empty list is nothing. */
function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', a: unknown, b: unknown): boolean {
  const numbers = typeof a === 'number' && typeof b === 'number';
  if (!numbers && !(typeof a === 'string' && typeof b === 'string')) return false;
  if (a === b) return operator.endsWith('=');
  return operator.startsWith('<') === a < b;
}

function isOperation(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The key that `{"var": "fields.<key>"}` reads. */
function fieldOf(operation: Record<string, unknown>): string | undefined {
  const {var: path} = operation;
  return typeof path === 'string' && path.startsWith(fieldPath) ? path.slice(fieldPath.length) : undefined;
}

function isExpression(value: unknown, depth: number): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((one) => isExpression(one, depth + 1));
  if (!isOperation(value)) return ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0) return false;
  if (entry[0] === 'var') return fieldOf(value) !== undefined;
  const [operator, args] = entry;
  const arity = Object.hasOwn(arities, operator) ? arities[operator] : undefined;
  const count = Array.isArray(args) ? args.length : 1;
  return arity !== undefined && count >= arity[0] && count <= arity[1] && isExpression(args, depth + 1);
}
