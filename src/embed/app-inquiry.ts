/**
 * An inquiry as an app shows it: which page of the server to open, and what the page says back (`{name, metadata?, error?}` of
 * `protocol/compatible.ts`, as JSON). Pure, so that it is the same on every platform.
 */
import type {CompatibleError} from '../protocol/compatible.ts';
import type {InquiryFields} from './options.ts';

export interface AppInquiryOptions {
  /** Address of the Countersign server, `https://verify.example.com`. */
  host: string;
  templateId?: string;
  templateVersionId?: string;
  environmentId?: string;
  inquiryId?: string;
  /** Lets a pending inquiry go on. The page takes it out of its address at once. */
  sessionToken?: string;
  referenceId?: string;
  accountId?: string;
  fields?: Record<string, string | number | boolean>;
  /** BCP 47. */
  language?: string;
  styleVariant?: 'light' | 'dark';
  themeSetId?: string;
  /** An address of the app (`myapp://verified`) that the template lists; the end comes there where it is given. */
  redirectUri?: string;
}

export type AppOutcome =
  | {type: 'complete'; inquiryId: string; status: string; fields: InquiryFields}
  | {type: 'cancel'; inquiryId?: string; sessionToken?: string}
  | {type: 'error'; error: CompatibleError}
  | {type: 'event'; name: string; metadata: Record<string, unknown>};

const parameters: readonly [keyof AppInquiryOptions, string][] = [
  ['templateId', 'inquiry-template-id'],
  ['templateVersionId', 'inquiry-template-version-id'],
  ['environmentId', 'environment-id'],
  ['inquiryId', 'inquiry-id'],
  ['sessionToken', 'session-token'],
  ['referenceId', 'reference-id'],
  ['accountId', 'account-id'],
  ['language', 'language'],
  ['styleVariant', 'style-variant'],
  ['themeSetId', 'theme-set-id'],
  ['redirectUri', 'redirect-uri'],
];

/** @throws Error when the host is no web address, or nothing says what to show */
export function appInquiryUrl(options: AppInquiryOptions): string {
  const origin = originOf(options.host);
  if (!origin)
    throw new Error(`host must be the address of your server, as https://verify.example.com; it was "${options.host}"`);
  if (!options.templateId && !options.templateVersionId && !options.inquiryId) {
    throw new Error('Expected a template, a template version or an inquiry.');
  }
  const query = ['is-webview=true'];
  const add = (name: string, value: unknown): number => query.push(`${name}=${encodeURIComponent(String(value))}`);
  for (const [option, name] of parameters) if (options[option]) add(name, options[option]);
  for (const [name, value] of Object.entries(options.fields ?? {})) add(`fields[${encodeURIComponent(name)}]`, value);
  return `${origin}/verify?${query.join('&')}`;
}

/** Without `URL`, whose implementation in React Native lacks what is needed here. */
export function originOf(address: string): string | undefined {
  return /^https?:\/\/[^/?#\s@\\]+(?=[/?#]|$)/i
    .exec(/^https?:/i.test(address) ? address : `https://${address}`)?.[0]
    .toLowerCase();
}

/** What a message of the page means; undefined when it is none of ours. */
export function readAppMessage(data: unknown): AppOutcome | undefined {
  const message = readObject(data);
  if (!message || typeof message['name'] !== 'string') return undefined;
  const {name, error} = message;
  const metadata = isObject(message['metadata']) ? message['metadata'] : {};
  if (name === 'complete' || name === 'fail') return readComplete(metadata);
  if (name === 'exit') return {type: 'cancel', ...textOf(metadata, 'inquiryId'), ...textOf(metadata, 'sessionToken')};
  if (name === 'error')
    return isObject(error) ? {type: 'error', error: error as unknown as CompatibleError} : undefined;
  return {type: 'event', name, metadata};
}

/** What the page's return to the app's own address says; undefined when it goes somewhere else. */
export function readAppRedirect(url: string, redirectUri: string | undefined): AppOutcome | undefined {
  if (!redirectUri || !url.startsWith(redirectUri)) return undefined;
  const query = new Map<string, string>();
  for (const pair of (url.split('#')[0] ?? '').split('?').slice(1).join('?').split('&')) {
    const [name = '', value = ''] = pair.split('=').map((part) => decode(part.replaceAll('+', ' ')));
    query.set(name, value);
  }
  const fields: InquiryFields = {};
  for (const [name, value] of query) {
    const field = /^fields\[([\w-]+)\]$/.exec(name)?.[1];
    if (field) fields[field] = {type: 'string', value};
  }
  return readComplete({inquiryId: query.get('inquiry-id'), status: query.get('status'), fields});
}

function readComplete({inquiryId, status, fields}: Record<string, unknown>): AppOutcome | undefined {
  if (typeof inquiryId !== 'string' || typeof status !== 'string') return undefined;
  return {type: 'complete', inquiryId, status, fields: isObject(fields) ? (fields as InquiryFields) : {}};
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign: what stands there is all there is
  }
}

function readObject(data: unknown): Record<string, unknown> | undefined {
  if (isObject(data)) return data;
  try {
    const value: unknown = JSON.parse(String(data));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // other scripts of a page may post anything
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf<K extends string>(from: Record<string, unknown>, name: K): {[P in K]?: string} {
  const value = from[name];
  return (typeof value === 'string' ? {[name]: value} : {}) as {[P in K]?: string};
}
