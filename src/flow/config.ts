/**
 * What the page was asked to open, read from the attributes that the server wrote (escaped) on `<countersign-flow>`.
 * The session token of the hosted page is read once and taken out of the document, so no later script or copy of the page has it.
 */
export interface FlowConfig {
  mode: 'frame' | 'hosted';
  /** Exact origin of the page that frames us. */
  hostOrigin?: string;
  templateId?: string;
  templateVersionId?: string;
  environmentId?: string;
  inquiryId?: string;
  code?: string;
  referenceId?: string;
  accountId?: string;
  fields?: Record<string, unknown>;
  language?: string;
  redirectUri?: string;
  styleVariant?: 'light' | 'dark';
  themeSetId?: string;
  /** The look that the operator keeps on the server. */
  theme?: Record<string, unknown>;
  sessionToken?: string;
  /** The template's own words by language and key. */
  words?: Record<string, unknown>;
  /** Who asks, where the server could tell before a session exists. */
  requester?: string;
  /** Days until deletion, where the template begins with its consent: the first screen can be that consent at once. */
  retentionDays?: number;
  /** Present when the host speaks the protocol of the reference SDK. */
  containerId?: string;
  /** What that consent speaks of (`Collected`), with blanks between. */
  collects?: string;
}

type Attributes = Pick<Element, 'getAttribute' | 'removeAttribute'>;

export function readConfig(element: Attributes): FlowConfig {
  const text = (name: string) => element.getAttribute(name)?.trim() || undefined;
  const sessionToken = text('session-token');
  element.removeAttribute('session-token');
  const variant = text('style-variant');
  const retentionDays = Number(text('retention-days'));
  const read = {
    hostOrigin: text('host-origin'),
    templateId: text('template-id'),
    templateVersionId: text('template-version-id'),
    environmentId: text('environment-id'),
    inquiryId: text('inquiry-id'),
    code: text('code'),
    referenceId: text('reference-id'),
    accountId: text('account-id'),
    fields: readObject(text('fields')),
    language: text('language'),
    redirectUri: text('redirect-uri'),
    styleVariant: variant === 'light' || variant === 'dark' ? variant : undefined,
    themeSetId: text('theme-set-id'),
    theme: readObject(text('theme')),
    sessionToken,
    requester: text('requester'),
    words: readObject(text('words')),
    retentionDays: retentionDays > 0 ? retentionDays : undefined,
    containerId: text('container-id'),
    collects: text('collects'),
  };
  const known = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  return {mode: text('mode') === 'hosted' ? 'hosted' : 'frame', ...known};
}

/** The server wrote this JSON; the server also checks the fields against the template, so here only the shape counts. */
function readObject(json: string | undefined): Record<string, unknown> | undefined {
  if (!json) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
