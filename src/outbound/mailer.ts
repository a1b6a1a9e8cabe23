/**
 * Sending of mail. Mails are written as sealed rows of `outbox_mail` within the transaction that wants them (`storage/outbox-mail.ts`);
 * that is all there is by default. When an SMTP server is configured, this hands them to it afterwards.
 */
import {createTransport} from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mailer {
  /**
   * Resolves when the server took the mail; rejects to be tried again. `messageId` stays the same over retries, so that a
   * mail sent twice shows once.
   */
  send(mail: Mail, messageId: string): Promise<void>;
  close(): void;
}

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  url: string;
  /** Address in `From:`, e.g. `Example <identity@example.com>`. */
  from: string;
  timeoutMs: number;
}

export function openSmtpMailer({url, from, timeoutMs}: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // a mail is text of ours: it neither reads files nor fetches addresses
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({to, subject, text, html}, messageId) {
      await transport.sendMail({from, to, subject, text, messageId, ...(html === undefined ? {} : {html})});
    },
    close: () => transport.close(),
  };
}
