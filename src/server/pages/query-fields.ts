/** Values of an address are text; the template says which of them are numbers, truths or lists. What does not fit stays as it came. */
import type {TemplateGraph} from '../../protocol/template.ts';

export function typedFields(
  schemas: TemplateGraph['fields'],
  given: Record<string, string | string[]>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typed(Object.hasOwn(schemas, name) ? schemas[name] : undefined, value),
    ]),
  );
}

function typed(schema: TemplateGraph['fields'][string] | undefined, value: string | string[]): unknown {
  switch (schema?.type) {
    case 'number':
    case 'integer':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'multi_choices':
    case 'array':
      return typeof value === 'string' ? [value] : value;
    default:
      return value;
  }
}
