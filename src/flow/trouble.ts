/** Which words belong to a failure: what happened and what the person can do, never whose fault it is. */
import {FlowApiError} from './flow-api-error.ts';
import type {WordKey} from './words.ts';

export interface Trouble {
  title: WordKey;
  text: WordKey;
  /** Stable code for the details line and the host's `error` event. */
  code: string;
  requestId?: string;
  /** Whether trying the same again can help. */
  again: boolean;
}

type Kind = 'Network' | 'Session' | 'Link' | 'Version' | 'Config' | 'Inactive' | 'Busy' | 'Open';

const kinds: Record<string, Kind> = {
  network: 'Network',
  timeout: 'Network',
  unavailable: 'Network',
  session_expired: 'Session',
  unauthorized: 'Session',
  unauthenticated: 'Open',
  gone: 'Link',
  unsupported_version: 'Version',
  invalid_config: 'Config',
  invalid_attribute: 'Config',
  invalid_parameter: 'Config',
  invalid_field: 'Config',
  unknown_attribute: 'Config',
  forbidden: 'Config',
  not_found: 'Config',
  inactive_template: 'Inactive',
  rate_limited: 'Busy',
};

const worthTrying: readonly (Kind | undefined)[] = ['Network', 'Busy', undefined];

export function troubleOf(error: unknown, byCode = false): Trouble {
  const code = codeOf(error);
  // A one-time code that the server does not know (any more) is a used link to the person.
  const kind = byCode && (code === 'not_found' || code === 'conflict') ? 'Link' : kinds[code];
  return {
    title: kind ? `trouble.error${kind}Title` : 'trouble.errorTitle',
    text: kind ? `trouble.error${kind}Text` : 'trouble.errorText',
    code,
    again: worthTrying.includes(kind),
    ...(error instanceof FlowApiError && error.requestId && {requestId: error.requestId}),
  };
}

function codeOf(error: unknown): string {
  if (error instanceof FlowApiError) return error.code;
  // A screen's module that did not arrive: every browser words it differently, all of them throw a TypeError.
  if (error instanceof TypeError && /import|module|fetch|load/i.test(error.message)) return 'network';
  return 'internal';
}
