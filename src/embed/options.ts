/** What a host page may ask for, whichever way it asks: attributes of the element, options of `Client`, the query of a link. */

/** Colours and scheme of the flow. The host's own stylesheet cannot reach into the frame. */
export interface Theme {
  scheme?: 'light' | 'dark' | 'auto';
  /** Custom properties by name, e.g. `{'--cs-accent': '#6d28d9'}`; names that the flow does not know are ignored. */
  properties?: Record<string, string>;
}

/** Fields of a finished inquiry: `{'name-first': {type: 'string', value: 'Ada'}}`. A hint for the page; trust what your backend reads. */
export type InquiryFields = Record<string, {type: string; value: unknown}>;

export interface InquiryOptions {
  /** Origin of the Countersign server, `https://verify.example.com`. Not needed when the script tag came from there. */
  host?: string;
  /** Template of which the person starts an inquiry, in its published version. */
  templateId?: string;
  /** One exact version instead. */
  templateVersionId?: string;
  /** Environment of the template; the template's id alone says it already. */
  environmentId?: string;
  /** An inquiry that your backend created. */
  inquiryId?: string;
  /** Lets a pending inquiry go on. It travels over a message port only: never in a URL, an attribute or storage. */
  sessionToken?: string;
  /** Your name for the person. From a browser it is a claim, and names the account once the inquiry is approved. */
  referenceId?: string;
  /** Refused where the browser starts the inquiry; name the account when your backend creates it. */
  accountId?: string;
  /** Values to start with, `{'name-first': 'Ada'}`. */
  fields?: Record<string, unknown>;
  /** BCP 47, `de`; the browser's own when absent. */
  language?: string;
  theme?: Theme;
  /** Look kept on the server; `theme` wins over it. */
  themeSetId?: string;
  /** What a screen reader calls the frame. When absent the flow says it in the person's language, and English serves until it is there. */
  frameTitle?: string;
  /** The same of the button that closes a modal while the flow is not there yet. */
  closeLabel?: string;
}

/** What is to be shown, as the element holds it: an attribute that is absent is null. */
export type Shown = {[K in keyof InquiryOptions]?: InquiryOptions[K] | null | undefined};

/** Attributes that mirror a property of the same name in camel case; those in `identity` decide what the frame shows. */
export const identity: readonly string[] = [
  'host',
  'template-id',
  'template-version-id',
  'environment-id',
  'inquiry-id',
  'reference-id',
  'account-id',
  'theme-set-id',
];
export const mirrored = [...identity, 'language', 'mode', 'frame-title', 'close-label'];

export const camelCase = (name: string): string => name.replace(/-./g, (pair) => pair.slice(1).toUpperCase());

/** Of an attribute; undefined when it is absent or malformed, and the page shows what it would without. */
export function readJson<T extends object>(text: string | null): T | undefined {
  try {
    return JSON.parse(text ?? '') as T;
  } catch {
    return undefined;
  }
}
