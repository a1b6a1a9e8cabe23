/**
 * What stands on a screen of a template: texts and pictures, inputs bound to the inquiry's fields, buttons. The frame gets the same
 * with words in one language (`ShownComponent`), and checks what was typed by the same rules as the server (`answer.ts`).
 */
import * as z from 'zod';
import {isCondition, type Condition} from './condition.ts';
import {documentTypes} from './government-id.ts';
import {localizedTextSchema as text} from './localized-text.ts';

const field = z.string().min(1).max(100);
const country = z.string().regex(/^[A-Z]{2}$/);
const countries = z.array(country).min(1).optional();
const day = z.union([z.iso.date(), z.literal('today')]);
const length = z.int().min(0).max(10_000);

/** Shown only while this is true; what is hidden is neither asked for nor kept. */
const showIf = z
  .record(z.string(), z.json())
  .refine(isCondition, 'Expected a condition such as {"==": [{"var": "fields.country"}, "DE"]}')
  .transform((condition) => condition as Condition)
  .optional();

const bound = {
  showIf,
  /** The inquiry's field that the answer goes into. */
  field,
  label: text,
  help: text.optional(),
  required: z.boolean().optional(),
  /** A field that has a value keeps it: the person sees it and cannot change it. */
  writeOnce: z.boolean().optional(),
};

const options = z
  .array(z.strictObject({value: z.string().min(1).max(200), label: text, help: text.optional()}))
  .min(1)
  .max(500);

/** Of https://html.spec.whatwg.org/#autofill, those that a person types into a text. */
export const autocompleteTokens = [
  'name',
  'honorific-prefix',
  'given-name',
  'additional-name',
  'family-name',
  'honorific-suffix',
  'nickname',
  'email',
  'organization-title',
  'organization',
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
  'address-level1',
  'address-level2',
  'postal-code',
  'sex',
] as const;

export const componentSchema = z.discriminatedUnion('kind', [
  z.strictObject({kind: z.literal('title'), showIf, text}),
  z.strictObject({kind: z.literal('text'), showIf, text}),
  z.strictObject({
    kind: z.literal('image'),
    showIf,
    /** One of ours, or a small picture inside the template: pages of the flow load nothing from elsewhere. */
    src: z.union([
      z.enum(['passport', 'card', 'selfie', 'phone']),
      z
        .string()
        .regex(/^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/)
        .max(70_000),
    ]),
    /** What it shows; empty for mere decoration. */
    alt: text,
    /** CSS pixels. */
    height: z.int().min(24).max(320).optional(),
  }),
  z.strictObject({kind: z.literal('spacer'), showIf, size: z.enum(['small', 'medium', 'large']).optional()}),
  z.strictObject({
    kind: z.literal('button'),
    showIf,
    text,
    look: z.enum(['primary', 'secondary', 'quiet']).optional(),
    /** Goes to this step with nothing checked and nothing kept; without it the button sends the answers. */
    next: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .optional(),
  }),
  z.strictObject({kind: z.literal('footer'), showIf, text}),

  z.strictObject({
    kind: z.literal('text-input'),
    ...bound,
    placeholder: text.optional(),
    minLength: length.optional(),
    maxLength: length.optional(),
    format: z.enum(['email']).optional(),
    /** A regular expression that the whole answer must match. */
    pattern: z.string().max(200).refine(isPattern, 'Expected a regular expression').optional(),
    /** Says what the pattern wants. */
    patternMessage: text.optional(),
    autocomplete: z.enum(autocompleteTokens).optional(),
    /** Which keyboard a phone shows. */
    inputMode: z.enum(['text', 'numeric', 'decimal']).optional(),
  }),
  z.strictObject({
    kind: z.literal('text-area'),
    ...bound,
    placeholder: text.optional(),
    minLength: length.optional(),
    maxLength: length.optional(),
    rows: z.int().min(2).max(12).optional(),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...bound,
    placeholder: text.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** Digits after the point; none by default. */
    decimals: z.int().min(0).max(6).optional(),
  }),
  z.strictObject({
    kind: z.literal('masked-text'),
    ...bound,
    /** `#` a digit, `A` a letter, `*` either; everything else stands as it is, and is not kept. */
    mask: z.string().max(60).regex(/[#A*]/, 'Expected #, A or * for what is typed'),
  }),
  z.strictObject({
    kind: z.literal('date'),
    ...bound,
    min: day.optional(),
    max: day.optional(),
    /** Of a person born on this day, in full years. */
    minAge: z.int().min(0).max(150).optional(),
    maxAge: z.int().min(0).max(150).optional(),
    autocomplete: z.enum(['bday']).optional(),
  }),
  z.strictObject({
    kind: z.literal('select'),
    ...bound,
    placeholder: text.optional(),
    options,
    initial: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('multi-select'),
    ...bound,
    options,
    min: z.int().min(0).optional(),
    max: z.int().min(1).optional(),
  }),
  z.strictObject({kind: z.literal('radio-group'), ...bound, options, initial: z.string().optional()}),
  /** `required`: it must be ticked. */
  z.strictObject({kind: z.literal('checkbox'), ...bound, initial: z.boolean().optional()}),
  z.strictObject({
    kind: z.literal('checkbox-group'),
    ...bound,
    options,
    min: z.int().min(0).optional(),
    max: z.int().min(1).optional(),
  }),
  z.strictObject({kind: z.literal('phone'), ...bound, countries, initialCountry: country.optional()}),
  z.strictObject({
    kind: z.literal('address'),
    ...bound,
    /** The first part of its fields' names: `address` goes into `address-street-1`, `address-city` and so on. */
    field,
    countries,
    initialCountry: country.optional(),
  }),
  z.strictObject({kind: z.literal('country'), ...bound, countries, initial: country.optional()}),
  z.strictObject({kind: z.literal('url'), ...bound, placeholder: text.optional()}),
  z.strictObject({
    kind: z.literal('file'),
    ...bound,
    /** Both by default. */
    accept: z
      .array(z.enum(['image', 'pdf']))
      .min(1)
      .optional(),
  }),
  z.strictObject({kind: z.literal('id-type'), ...bound, types: z.array(z.enum(documentTypes)).min(1).optional()}),
]);

export type Component = z.infer<typeof componentSchema>;
export type ComponentKind = Component['kind'];
export type InputComponent = Extract<Component, {field: string}>;
export type InputKind = InputComponent['kind'];

/** Words in one language in the place of those in each. */
type InOneLanguage<C> = {
  [K in keyof C]: K extends 'options'
    ? {value: string; label: string; help?: string}[]
    : K extends 'text' | 'label' | 'help' | 'placeholder' | 'patternMessage' | 'alt'
      ? string
      : C[K];
};
interface Standing {
  /** What the field has now, if this visitor may see it. */
  value?: unknown;
  /** Written once already: shown, and not to be changed. */
  locked?: true;
}
export type ShownComponent = InOneLanguage<Exclude<Component, InputComponent>> | ShownInput;
export type ShownInput = InputComponent extends infer C
  ? C extends unknown
    ? InOneLanguage<C> & Standing
    : never
  : never;
export type Shown<K extends ComponentKind> = Extract<ShownComponent, {kind: K}>;

function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}
