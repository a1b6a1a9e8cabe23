/** One inquiry in a modal, as a promise. */
import {Client, type ClientOptions} from './client.ts';
import type {InquiryErrorDetail} from './events.ts';
import type {InquiryFields} from './options.ts';

export type VerifyOptions = Omit<ClientOptions, 'onComplete' | 'onCancel' | 'onError'>;

export type VerifyResult =
  | {outcome: 'complete'; inquiryId: string; status: string; fields: InquiryFields}
  /** The person left; `sessionToken` lets them go on later. */
  | {outcome: 'cancel'; inquiryId?: string | undefined; sessionToken?: string | undefined};

/** Why the flow could not be shown; `code` as in `inquiry-error`. */
export type InquiryError = Error & InquiryErrorDetail;

/**
 * Opens the modal and resolves when the person is through or has left. Rejects with an `InquiryError` when the flow cannot be shown;
 * trouble that the person can still get over is left to them.
 */
export function verify(options: VerifyOptions): Promise<VerifyResult> {
  return new Promise((resolve, reject) => {
    const client = new Client({
      ...options,
      onComplete: (result) => resolve({outcome: 'complete', ...result}),
      onCancel(left) {
        client.destroy();
        resolve({outcome: 'cancel', ...left});
      },
      onError(error) {
        if (!error.retry) reject(Object.assign(new Error(), error));
      },
    });
    client.open();
  });
}
