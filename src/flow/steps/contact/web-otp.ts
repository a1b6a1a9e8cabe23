/** The code out of a text message that names our page in its last line (`@host #123456`), where the browser offers that (WebOTP). */

interface OtpCredential extends Credential {
  readonly code: string;
}

/** Undefined where nothing can read it, where the frame may not, where it was stopped, or where the person said no. */
export async function codeFromMessage(signal: AbortSignal): Promise<string | undefined> {
  if (!('OTPCredential' in globalThis)) return undefined;
  const request = {otp: {transport: ['sms']}, signal} as CredentialRequestOptions;
  // each of these is an ordinary answer; typing the code works in every case
  const credential = await navigator.credentials.get(request).catch(() => null);
  return (credential as OtpCredential | null)?.code;
}
