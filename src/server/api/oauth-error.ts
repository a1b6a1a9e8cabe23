/** Refusals of the token endpoint, as RFC 6749 (section 5.2) writes them: programs of any maker read `error`. */
import type {OauthErrorCode} from '../../protocol/oauth-client.ts';

export class OauthError extends Error {
  override readonly name = 'OauthError';
  readonly code: OauthErrorCode;
  /** Whether who calls tried HTTP Basic, which a 401 must then offer. */
  readonly basic: boolean;

  constructor(code: OauthErrorCode, description: string, {basic = false}: {basic?: boolean} = {}) {
    super(description);
    this.code = code;
    this.basic = basic;
  }

  get status(): 400 | 401 {
    return this.code === 'invalid_client' ? 401 : 400;
  }

  get body(): {error: OauthErrorCode; error_description: string} {
    return {error: this.code, error_description: this.message};
  }
}
