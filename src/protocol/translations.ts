/** The words of a template for translators. */
import * as z from 'zod';
import {identifier} from './resource.ts';

const name = z.string().min(1).max(300);

export const translationSchema = z.strictObject({
  step: name,
  'step-display-name': z.string().max(300).optional(),
  component: name.meta({examples: ['2-text-input']}),
  'attribute-name': name.meta({examples: ['label']}),
  'locale-values': z
    .array(
      z.strictObject({
        locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as de or pt-BR'),
        value: z.string().max(4000).nullable(),
      }),
    )
    .max(100),
});
export type Translation = z.infer<typeof translationSchema>;

export const translationsSchema = z
  .strictObject({
    type: z.literal('inquiry-template-translations'),
    id: identifier,
    attributes: z.strictObject({
      translations: z.array(translationSchema.required({'step-display-name': true})),
    }),
  })
  .meta({id: 'inquiry-template-translations', description: 'Every text of a template in each of its languages.'});

export type TranslationsResource = z.infer<typeof translationsSchema>;

export const importTranslationsSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('inquiry-template-translations').optional(),
    id: identifier.optional(),
    attributes: z.strictObject({translations: z.array(translationSchema).min(1).max(2000)}),
  }),
});
