import * as z from 'zod';
import {actionSchema} from './actions.ts';
import {expressionSchema} from './expression.ts';
import {componentSchema} from './component.ts';
import {phoneTypes} from './contact.ts';
import {languages} from './languages.ts';
import {mostEvidence} from './flow.ts';
import {genericDocumentFieldNames, genericDocumentTypes} from './generic-document.ts';
import {documentTypes, governmentIdFieldNames} from './government-id.ts';

/**
 * A template version is a graph of steps; the server walks it, the frame shows where it stands.
 * A new kind of step is a new member of `stepSchema`, a `domain/steps/<kind>.ts` rule and a `flow/steps/<kind>.ts` element.
 */

const stepName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const requirement = z.enum(['required', 'not_required']);

export const governmentIdConfigSchema = z.strictObject({
  countries: z.array(country).min(1).optional(),
  types: z.array(z.enum(documentTypes)).min(1).optional(),
  minimumAge: z.int().min(0).max(120).optional(),
  requiredFields: z.array(z.enum(governmentIdFieldNames)).optional(),
  nameSources: z.union([z.literal(1), z.literal(2)]).optional(),
  requirements: z.record(z.string(), requirement).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});

export const genericDocumentConfigSchema = z.strictObject({
  types: z.array(z.enum(genericDocumentTypes)).min(1).optional(),
  maximumAgeDays: z.int().min(1).max(3650).optional(),
  requiredFields: z.array(z.enum(genericDocumentFieldNames)).optional(),
  requirements: z.record(z.string(), requirement).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});

export const selfieConfigSchema = z.strictObject({
  /** `not_required`: one look into the camera, and nothing says that it was a living person. For trying out. */
  liveness: requirement,
  /** Set where a face may say how old somebody is: `selfie_age_estimation` passes who is clearly older than this. */
  minimumAge: z.int().min(0).max(120).optional(),
  requirements: z.record(z.string(), requirement).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});

export const databaseConfigSchema = z.strictObject({
  source: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  requirements: z.record(z.string(), requirement).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});

/** The inquiry's field that holds the number or address before and after. */
const contactConfig = {
  field: z.string().min(1).max(80).optional(),
  requirements: z.record(z.string(), requirement).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
};

export const phoneNumberConfigSchema = z.strictObject({
  ...contactConfig,
  countries: z.array(country).min(1).optional(),
  types: z.array(z.enum(phoneTypes)).min(1).optional(),
});

export const emailAddressConfigSchema = z.strictObject(contactConfig);

export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({kind: z.literal('consent'), next: stepName, retentionDays: z.int().min(1).max(3650)}),
  z.strictObject({
    kind: z.literal('document'),
    next: stepName,
    /** Where to go when every attempt was used up. */
    failed: stepName,
    attempts: z.int().min(1).max(10),
    /** Whether a file may be chosen instead of the camera. */
    upload: z.boolean(),
    config: governmentIdConfigSchema,
  }),
  z.strictObject({
    /** Proof of address and the like: files or photographed pages of one document. */
    kind: z.literal('generic-document'),
    next: stepName,
    failed: stepName,
    attempts: z.int().min(1).max(10),
    upload: z.boolean(),
    /** Files that may be sent together; a PDF of several pages is one. */
    mostFiles: z.int().min(1).max(mostEvidence),
    config: genericDocumentConfigSchema,
  }),
  z.strictObject({
    kind: z.literal('selfie'),
    next: stepName,
    failed: stepName,
    attempts: z.int().min(1).max(10),
    /** Whether a file may take the camera's place; such an inquiry always goes to review. */
    upload: z.boolean(),
    config: selfieConfigSchema,
  }),
  z.strictObject({
    /** Holds the inquiry's fields against records that the operator loaded, or a registry answers from; the person waits. */
    kind: z.literal('database'),
    next: stepName,
    /** Where to go when the records do not confirm who they say they are. */
    failed: stepName,
    config: databaseConfigSchema,
  }),
  z.strictObject({
    /** Asks a service of the operator's (`COUNTERSIGN_CONNECTORS`) and puts its answer into fields; the person waits. */
    kind: z.literal('connector'),
    next: stepName,
    /** Where to go when it is not configured, refused, or did not answer in time. */
    failed: stepName,
    connector: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    /** Fields it is told. */
    send: z.array(z.string()).max(100),
    /** Fields it fills: by key, the JSON pointer into its answer. */
    receive: z.record(z.string(), z.string().regex(/^(\/[^/]*)+$/)),
    /** Over all tries. */
    timeoutSeconds: z.int().min(1).max(600),
  }),
  z.strictObject({
    /** Goes where the first route says whose condition holds. Nobody sees it. */
    kind: z.literal('branching'),
    routes: z
      .array(z.strictObject({if: expressionSchema, next: stepName}))
      .min(1)
      .max(50),
    else: stepName,
  }),
  z.strictObject({
    /** Does something without the person. */
    kind: z.literal('action'),
    actions: z.array(actionSchema).min(1).max(20),
    next: stepName,
  }),
  z.strictObject({
    /** A form, or a page of text: components from top to bottom. */
    kind: z.literal('screen'),
    next: stepName,
    components: z.array(componentSchema).min(1).max(60),
  }),
  z.strictObject({
    /** A number that takes a text message with a code. */
    kind: z.literal('phone-number'),
    next: stepName,
    failed: stepName,
    /** Numbers that may be tried until their codes are used up. */
    attempts: z.int().min(1).max(10),
    config: phoneNumberConfigSchema,
  }),
  z.strictObject({
    /** An address that takes a mail with a code. */
    kind: z.literal('email-address'),
    next: stepName,
    failed: stepName,
    attempts: z.int().min(1).max(10),
    config: emailAddressConfigSchema,
  }),
  z.strictObject({kind: z.literal('success')}),
  z.strictObject({kind: z.literal('failed')}),
]);

export const fieldKinds = [
  'string',
  'date',
  'boolean',
  'number',
  'integer',
  'choices',
  'multi_choices',
  'json',
  'datetime',
  'file',
  'array',
] as const;

export const templateGraphSchema = z.strictObject({
  start: stepName,
  steps: z.record(stepName, stepSchema),
  /** The inquiry's fields by name; a value that is not listed here or does not fit is refused. */
  fields: z.record(z.string(), z.strictObject({type: z.enum(fieldKinds), choices: z.array(z.string()).optional()})),
  /** In which every text that the template brings along must be there. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .min(1)
    .optional(),
  decision: z.strictObject({
    /** What becomes of an inquiry with a failed required check. */
    failedCheck: z.enum(['declined', 'needs_review']),
  }),
  /** Who asks, as the person reads it. */
  requester: z.string().min(1).max(120),
  /** How the flow looks: the id of a theme set, or a folder of looks on the server. What an inquiry or the host page names counts more. */
  themeSet: z
    .string()
    .regex(/^[A-Za-z0-9][\w-]{0,63}$/)
    .optional(),
  /** The operator's own words, by language and key (`base.startTitle`); everything else stays as it is. */
  words: z
    .partialRecord(
      z.enum(languages),
      z.record(z.string().regex(/^[a-z]{1,20}\.\w{1,60}$/), z.string().min(1).max(1000)),
    )
    .refine((words) => JSON.stringify(words).length <= 20_000, 'at most 20,000 letters')
    .optional(),
  /** Whether a browser may start inquiries of this template without an API key. */
  clientCreated: z.boolean(),
  /** Hosts (`shop.example.com`, `*.example.com`) that may frame the flow; sandbox always allows localhost. */
  allowedDomains: z.array(z.string().max(253)),
  /** Origins and schemes (`https://shop.example.com`, `myapp://`) the hosted page may return to. */
  redirectUris: z.array(z.string().max(2000)),
  /** Whether a hosted redirect carries the fields. */
  redirectFields: z.boolean(),
  /** Whether the protocol of the reference SDK is spoken. */
  compatibleProtocol: z.boolean(),
  expiry: z.strictObject({
    afterCreateSeconds: z.int().min(60),
    afterStartSeconds: z.int().min(60),
    afterResumeSeconds: z.int().min(60),
    sessionSeconds: z.int().min(60),
    oneTimeLinkSeconds: z.int().min(60),
  }),
});

export type TemplateGraph = z.infer<typeof templateGraphSchema>;
export type Step = z.infer<typeof stepSchema>;
export type StepKind = Step['kind'];
export type SelfieStep = Extract<Step, {kind: 'selfie'}>;
export type DocumentStep = Extract<Step, {kind: 'document'}>;
export type ScreenStep = Extract<Step, {kind: 'screen'}>;
export type GenericDocumentStep = Extract<Step, {kind: 'generic-document'}>;
export type ContactStep = Extract<Step, {kind: 'phone-number' | 'email-address'}>;
