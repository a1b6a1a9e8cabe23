/** Looks of the flow: the same tokens in light and dark, as names without `--cs-`. */
import * as z from 'zod';
import {identifier, timestamp} from './resource.ts';

/**
 * What a look may set, and what stands there unless it does (held against `ui/tokens.ts` by a test). Colours may differ between light and
 * dark; sizes are the same in both.
 */
export const themeTokens = {
  accent: {kind: 'color', light: '#0f766e', dark: '#2dd4bf'},
  'on-accent': {kind: 'color', light: '#ffffff', dark: '#04211d'},
  'accent-ground': {kind: 'color', light: '#eef7f5', dark: '#12302d'},
  ink: {kind: 'color', light: '#12171c', dark: '#eef2f4'},
  'ink-soft': {kind: 'color', light: '#475059', dark: '#adb8c0'},
  ground: {kind: 'color', light: '#ffffff', dark: '#12171b'},
  'ground-page': {kind: 'color', light: '#f5f7f8', dark: '#0b0f12'},
  line: {kind: 'color', light: '#dfe4e8', dark: '#2c353c'},
  'line-strong': {kind: 'color', light: '#7b8791', dark: '#7d8993'},
  good: {kind: 'color', light: '#166534', dark: '#6ee7a0'},
  'good-ground': {kind: 'color', light: '#ecfdf3', dark: '#0e2a1b'},
  warn: {kind: 'color', light: '#854d0e', dark: '#fcd34d'},
  'warn-ground': {kind: 'color', light: '#fef9e7', dark: '#2e2510'},
  bad: {kind: 'color', light: '#b42318', dark: '#fda29b'},
  'bad-ground': {kind: 'color', light: '#fef3f2', dark: '#331614'},
  radius: {kind: 'length', most: 48},
  'control-height': {kind: 'length', most: 96},
  column: {kind: 'length', most: 960},
  size: {kind: 'length', most: 32},
  'heading-size': {kind: 'length', most: 64},
  font: {kind: 'font'},
} as const;
export type ThemeToken = keyof typeof themeTokens;
export const tokenList = Object.keys(themeTokens) as ThemeToken[];

/** Names of the reference's looks that mean one of ours. */
export const tokenAliases: Readonly<Record<string, ThemeToken>> = {
  'color-primary': 'accent',
  'color-button-primary': 'accent',
  'color-font-button-primary': 'on-accent',
  'color-font': 'ink',
  'color-font-small': 'ink-soft',
  'color-modal-background': 'ground',
  'color-divider': 'line',
  'color-input-border': 'line-strong',
  'color-success': 'good',
  'color-warning': 'warn',
  'color-error': 'bad',
  'border-radius': 'radius',
  'font-size-body': 'size',
  'font-size-header': 'heading-size',
  'font-family': 'font',
};

const color = z
  .string()
  .regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'expected a colour such as #0f766e')
  .transform((text) => text.toLowerCase());
/** Fonts that the person's device has; one of your own comes from a folder (`step-assets`). Nothing here can fetch. */
const font = z.string().regex(/^[\p{L}\p{N} ,'"-]{1,180}$/u, 'expected names of installed fonts');

function length(most: number) {
  return z
    .string()
    .regex(/^\d{1,3}px$/, 'expected a length such as 12px')
    .refine((text) => Number.parseInt(text) <= most, `expected at most ${most}px`);
}

function cell(token: ThemeToken): z.ZodType<string> {
  const definition = themeTokens[token];
  if (definition.kind === 'length') return length(definition.most);
  return definition.kind === 'font' ? font : color;
}

const cells = Object.fromEntries(
  [...tokenList.map((name) => [name, name] as const), ...Object.entries(tokenAliases)].map(([name, token]) => [
    name,
    cell(token).optional(),
  ]),
) as Record<string, z.ZodOptional<z.ZodType<string>>>;

const variant = z.strictObject({
  inquiry: z.strictObject(cells).optional().meta({
    description: 'Tokens by name, such as `accent`; names of the reference that mean one of them are taken too.',
  }),
  components: z.strictObject({}).optional(),
  'step-assets': z
    .strictObject({
      folder: z
        .string()
        .regex(/^[A-Za-z0-9][\w-]{0,63}$/)
        .optional()
        .meta({description: 'A folder in `themes/` on the server, whose logo and font are shown.'}),
    })
    .optional(),
});

export const themeStylesSchema = z.strictObject({
  settings: z
    .strictObject({
      'use-dark-theme': z.boolean().optional().meta({description: 'Whether there is a dark look; true by default.'}),
      'preferred-theme-variant': z
        .enum(['auto', 'light', 'dark'])
        .optional()
        .meta({description: 'Which one is shown; by default the one that the device prefers.'}),
    })
    .optional(),
  light: variant.optional(),
  dark: variant.optional(),
});
export type ThemeStyles = z.infer<typeof themeStylesSchema>;

export const themeSetSchema = z
  .strictObject({
    type: z.literal('theme-set'),
    id: identifier.meta({examples: ['theset_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      status: z.enum(['active', 'archived']),
      styles: themeStylesSchema,
      'created-at': timestamp,
      'updated-at': timestamp,
      'archived-at': timestamp.nullable(),
    }),
  })
  .meta({id: 'theme-set', description: 'A look of the flow, light and dark.'});
export type ThemeSetResource = z.infer<typeof themeSetSchema>;

const name = z.string().min(1).max(255);

export const createThemeSetSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('theme-set').optional(),
    attributes: z.strictObject({name, styles: themeStylesSchema.optional()}),
  }),
});

export const updateThemeSetSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('theme-set').optional(),
    id: identifier.optional(),
    attributes: z.strictObject({name: name.optional(), styles: themeStylesSchema.optional()}),
  }),
});
