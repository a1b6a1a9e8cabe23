/** What hands mails and text messages over, as the settings say. */
import {openSmtpMailer} from '../outbound/mailer.ts';
import {openGuardedFetch} from '../outbound/open-guarded-fetch.ts';
import type {Senders} from '../outbound/senders.ts';
import {openSmsHook} from '../outbound/sms-hook.ts';
import type {Settings} from '../protocol/settings.ts';
import {signWebhook} from './sign-webhook.ts';

const timeoutMs = 10_000;

export function openSenders(settings: Settings): Senders {
  const {
    COUNTERSIGN_SMTP_URL: smtp,
    COUNTERSIGN_MAIL_FROM: from,
    COUNTERSIGN_SMS_HOOK_URL: hook,
    COUNTERSIGN_SMS_HOOK_SECRET: secret,
  } = settings;
  return {
    ...(smtp !== undefined && from !== undefined && {email: openSmtpMailer({url: smtp, from, timeoutMs})}),
    ...(hook !== undefined &&
      secret !== undefined && {
        sms: openSmsHook({
          url: hook,
          // the operator's own address may well be a private one; a fetch of its own lets nobody else there
          fetch: openGuardedFetch({allowLoopback: false, allowed: [new URL(hook).origin]}),
          sign: (body) => signWebhook(body, [secret], new Date()),
          timeoutMs,
        }),
      }),
  };
}
