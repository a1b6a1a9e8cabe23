/**
 * Host <-> frame: the protocol of the reference SDK, as its versions 4 and 5 speak it. Types only, so any page may use them.
 *
 * Requirements
 * 1. An existing integration works unmodified; it sees the events, their order and their metadata as it did.
 * 2. Nothing is posted to anyone but the origin that the server wrote into the page, and nothing is heard but from the parent window
 *    on that origin. The SDK itself compares less; we do not.
 *
 * Frame -> host by `postMessage`: `{containerId, templateId?, templateVersionId?, name, metadata?, error?}`. The first three echo the
 * query exactly, else the SDK drops the message.
 * Order: `load`, `start` as soon as there is an inquiry, `ready`, `page-change` …, then `complete`, `fail`, `exit` or `error`.
 * Host -> frame: `{action: 'open' | 'exit' | 'destroy', metadata}`.
 */

/** What every message repeats of the query that opened the frame. */
export interface CompatibleEcho {
  containerId: string;
  templateId?: string;
  templateVersionId?: string;
}

export type CompatibleEventName =
  | 'load'
  | 'start'
  | 'ready'
  | 'inquiry-load'
  | 'page-change'
  | 'step-transitioning'
  | 'document-camera-select'
  | 'document-camera-capture'
  | 'document-upload'
  | 'selfie-camera-select'
  | 'selfie-camera-capture'
  | 'load-camera-failed'
  | 'camera-permissions-check-result'
  | 'one-time-link-sent'
  | 'one-time-link-start'
  | 'one-time-link-exit'
  | 'click'
  | 'form-update'
  | 'success'
  | 'complete'
  | 'fail'
  | 'exit'
  | 'error';

/** The five codes that the SDK knows, each with its status; `unknown` carries the server's own. */
export interface CompatibleError {
  status: number;
  code: 'application_error' | 'invalid_config' | 'unauthenticated' | 'inactive_template' | 'unknown';
  message: string;
}

export interface CompatibleMessage extends CompatibleEcho {
  name: CompatibleEventName;
  metadata?: Record<string, unknown>;
  error?: CompatibleError;
}

export interface CompatibleAction {
  action: 'open' | 'exit' | 'destroy';
  metadata?: {force?: boolean};
}
