/**
 * Host <-> frame: the native protocol.
 *
 * Requirements
 * 1. The token never stands in a URL, an attribute, storage, or a message with a wildcard target.
 * 2. Only the intended frame on the intended origin can talk to us; only a listed host can frame us.
 * 3. A reload of the frame, two widgets on one page, a moved element, StrictMode and bfcache all recover.
 *
 * Steps
 * 1. The frame posts `hello` to its parent, addressed to the exact host origin the server put into its page.
 * 2. The loader checks source, origin and shape, and answers `init`, addressed to the flow origin, transferring a MessagePort.
 * 3. Both sides use only the port. Unknown messages are dropped. A second `hello` closes the old port and starts over.
 *
 * The loader checks these by hand (`embed/guards.ts`, held to these schemas by types and a test); zod stays out of the host page.
 */
import * as z from 'zod/mini';

/** Major version of this protocol; the frame serves this and the previous one. */
export const protocolVersion = 1;

export const helloSchema = z.object({
  countersign: z.literal('hello'),
  version: z.number(),
  /** What the frame, and a button that closes it, are called in the person's language: for screen readers on the host page. */
  title: z.optional(z.string()),
  close: z.optional(z.string()),
});
export type Hello = z.infer<typeof helloSchema>;

export const themeSchema = z.object({
  scheme: z.optional(z.enum(['light', 'dark', 'auto'])),
  /** Custom properties the frame accepts, by name: `--cs-accent` and the others of `ui/tokens.ts`. */
  properties: z.optional(z.record(z.string().check(z.regex(/^--cs-[a-z-]+$/)), z.string().check(z.maxLength(200)))),
});
export type Theme = z.infer<typeof themeSchema>;

export const initSchema = z.object({
  countersign: z.literal('init'),
  version: z.number(),
  mode: z.enum(['modal', 'inline']),
  sessionToken: z.optional(z.string()),
  language: z.optional(z.string()),
  theme: z.optional(themeSchema),
  fields: z.optional(z.record(z.string(), z.unknown())),
});
export type Init = z.infer<typeof initSchema>;

export const frameMessageSchema = z.discriminatedUnion('type', [
  z.object({type: z.literal('ready'), elapsedMs: z.number()}),
  z.object({type: z.literal('size'), height: z.number()}),
  z.object({type: z.literal('event'), name: z.string(), data: z.record(z.string(), z.unknown())}),
  /** Through to the end; the person may still read the last screen, and `close` follows when they leave it. */
  z.object({
    type: z.literal('complete'),
    inquiryId: z.string(),
    status: z.string(),
    fields: z.record(z.string(), z.object({type: z.string(), value: z.unknown()})),
    referenceId: z.optional(z.nullable(z.string())),
  }),
  z.object({type: z.literal('cancel'), inquiryId: z.optional(z.string()), sessionToken: z.optional(z.string())}),
  z.object({type: z.literal('error'), code: z.string(), message: z.string(), retry: z.boolean()}),
  z.object({type: z.literal('close')}),
]);
export type FrameMessage = z.infer<typeof frameMessageSchema>;

export const hostMessageSchema = z.discriminatedUnion('type', [
  z.object({type: z.literal('theme'), theme: themeSchema}),
  z.object({type: z.literal('close'), force: z.boolean()}),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;

/** Names of `event` messages that a host may see. */
export const frameEventNames = [
  'load',
  'start',
  'step',
  'advance',
  'camera',
  'capture',
  'upload',
  'camera-denied',
  'camera-missing',
  'retry',
  'resume',
] as const;
export type FrameEventName = (typeof frameEventNames)[number];
