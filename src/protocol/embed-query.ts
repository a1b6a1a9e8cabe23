/**
 * What a site may say in the address of `/widget` and `/verify`, after bracket notation was read (`fields[name-first]=Ada`) and blank
 * values were dropped. Names are those of the reference SDK; what we do not know is ignored, as there.
 */
import * as z from 'zod';

const text = z.string().max(255);
const origin = z.string().max(300);
/** `a[]=…`, `a[0]=…` and a single `a=…` all mean a list. */
const list = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value === undefined ? [] : [value]),
  z.array(origin).max(10),
);

interface Tree {
  [name: string]: string | Tree;
}
const tree: z.ZodType<Tree> = z.record(z.string(), z.union([z.string().max(2000), z.lazy(() => tree)]));

/** `fields[address][street-1]` and `fields[address-street-1]` are the same field; `fields[a][0]=x` is a list. */
const fields = tree.transform((given) => Object.fromEntries(flatten(given)));

function* flatten(branch: Tree, prefix = ''): Generator<[string, string | string[]]> {
  for (const [name, value] of Object.entries(branch)) {
    const items = typeof value === 'string' ? [] : Object.entries(value);
    if (typeof value === 'string') yield [prefix + name, value];
    else if (items.every(([key, item], at) => key === String(at) && typeof item === 'string'))
      yield [prefix + name, items.map(([, item]) => String(item))];
    else yield* flatten(value, `${prefix}${name}-`);
  }
}

const pixels = z.coerce.number().min(0).max(500).optional().catch(undefined);
/** Room around the inline flow, in CSS pixels, for each side that is named. */
const padding = z.object({top: pixels, right: pixels, bottom: pixels, left: pixels}).optional().catch(undefined);

const inquiry = {
  'template-id': text.optional(),
  'inquiry-template-id': text.optional(),
  'template-version-id': text.optional(),
  'inquiry-template-version-id': text.optional(),
  'environment-id': text.optional(),
  'inquiry-id': text.optional(),
  'reference-id': text.optional(),
  'account-id': text.optional(),
  'session-token': text.optional(),
  fields: fields.optional(),
  language: z.string().max(35).optional(),
  /** The reference lets organisations name their own; of those only these have a meaning here. */
  'style-variant': z.enum(['base', 'light', 'dark']).optional().catch(undefined),
  'theme-set-id': text.optional(),
};

export const widgetQuerySchema = z.object({
  ...inquiry,
  protocol: z.string().max(10).optional(),
  'client-version': text.optional(),
  'container-id': text.optional(),
  'flow-type': z.enum(['embedded', 'inline']).optional(),
  'iframe-origin': origin.optional(),
  'frame-ancestors': list,
  'message-target-origin': origin.optional(),
  'widget-padding': padding,
  'navigation-padding': padding,
});
export type WidgetQuery = z.infer<typeof widgetQuerySchema>;

export const verifyQuerySchema = z.object({
  ...inquiry,
  code: text.optional(),
  'redirect-uri': z.string().max(2000).optional(),
  'is-webview': z.enum(['true', 'false']).optional(),
});
export type VerifyQuery = z.infer<typeof verifyQuerySchema>;
