/** JSON Schema (draft 2020-12) of template files, for editors: completion, and a red line before `countersign templates validate`. */
import * as z from 'zod';
import {expressionJsonSchema, expressionSchema} from './expression.ts';
import {templateGraphSchema} from './template.ts';

export function templateJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(templateGraphSchema, {
    io: 'input',
    unrepresentable: 'any',
    override({zodSchema, jsonSchema}) {
      if (zodSchema === expressionSchema) Object.assign(jsonSchema, {$ref: '#/$defs/expression'});
    },
  });
  // a file may name its schema, as editors want it
  const properties = {$schema: {type: 'string'}, ...schema.properties};
  return {
    ...schema,
    title: 'Countersign inquiry template',
    properties,
    $defs: {...schema.$defs, expression: expressionJsonSchema},
  };
}
