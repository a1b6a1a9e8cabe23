/** From what was read on a document to the inquiry's fields, typed by the template's schema. */
import type {GenericDocumentFieldName} from '../protocol/generic-document.ts';
import type {GovernmentIdFieldName, ReadField} from '../protocol/government-id.ts';
import type {TemplateGraph} from '../protocol/template.ts';

type FieldSchemas = TemplateGraph['fields'];
type Values = Record<string, {type: string; value: unknown}>;

export interface ReadDocument {
  countryCode?: string;
  fields: Partial<Record<GovernmentIdFieldName | GenericDocumentFieldName, Pick<ReadField, 'value'>>>;
}

/** Names of inquiry fields that a document calls otherwise, the first that was read. */
const otherNames: Record<string, readonly GovernmentIdFieldName[]> = {
  'identification-number': ['identification-number', 'document-number'],
};

/**
 * The inquiry's fields with the document's values in them: what was verified replaces what was typed or prefilled.
 * Fields the template does not have, and values that do not fit their type, are left out.
 */
export function fillFields(schemas: FieldSchemas, current: Values, read: ReadDocument): Values {
  const filled = {...current};
  for (const [name, schema] of Object.entries(schemas)) {
    const text = textOf(name, read);
    const value = text === undefined ? undefined : fit(schema, text);
    if (value !== undefined) filled[name] = {type: schema.type, value};
  }
  return filled;
}

/** A proof of address gives an address to an inquiry that has none; what was said or verified before stays. */
export function fillAddress(schemas: FieldSchemas, current: Values, read: ReadDocument): Values {
  const known = Object.entries(current).some(([name, {value}]) => isAddress(name) && value !== null && value !== '');
  if (known) return current;
  const wanted = Object.fromEntries(Object.entries(schemas).filter(([name]) => isAddress(name)));
  return fillFields(wanted, current, read);
}

function isAddress(name: string): boolean {
  return name.startsWith('address-');
}

function textOf(name: string, read: ReadDocument): string | undefined {
  if (name === 'selected-country-code') return read.countryCode;
  const values: Partial<Record<string, Pick<ReadField, 'value'>>> = read.fields;
  for (const other of otherNames[name] ?? [name]) {
    const value = values[other]?.value;
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function fit(schema: FieldSchemas[string], text: string): unknown {
  switch (schema.type) {
    case 'string':
      return text;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case 'choices':
      return schema.choices?.includes(text) === false ? undefined : text;
    case 'multi_choices':
    case 'json':
    case 'datetime':
    case 'file':
    case 'array':
      return undefined;
  }
}
