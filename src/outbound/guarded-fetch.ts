/** HTTP to addresses that customers name: what it promises; `openGuardedFetch` gives it on undici. */

export interface GuardedRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
}

/** Status only: a receiver's body is never read further than needed to free the socket. */
export interface GuardedResponse {
  status: number;
}

/** Why nothing was sent or nothing came back. */
export type OutboundFailure = 'refused_address' | 'timeout' | 'connection_failed' | 'invalid_url';

export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly failure: OutboundFailure;
  constructor(failure: OutboundFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** Only public addresses (checked on the resolved address at connect), redirects not followed; throws OutboundError. */
export type GuardedFetch = (url: string, request: GuardedRequest) => Promise<GuardedResponse>;
