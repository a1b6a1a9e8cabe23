/** The outbox as tests read it: what the embedded default would have sent. */
import type {Context} from '../../src/commands/context.ts';
import {openMail} from '../../src/storage/outbox-mail.ts';
import type {MailContent} from '../../src/storage/outbox-mail.ts';

/** The newest first; messages of redacted people are left out. */
export async function openOutbox(ctx: Pick<Context, 'database' | 'keyring'>, envId: string): Promise<MailContent[]> {
  const {db} = ctx.database;
  const rows = await db
    .selectFrom('outbox_mail')
    .selectAll()
    .where('env_id', '=', envId)
    .orderBy('id', 'desc')
    .execute();
  const opened = await Promise.all(rows.map((row) => openMail(db, ctx.keyring, row).catch(() => undefined)));
  return opened.filter((mail) => mail !== undefined);
}

/** The code in the newest message to somebody. */
export function findCodeIn(outbox: readonly MailContent[], to: string): string {
  const code = /(?<!\d)\d{6}(?!\d)/.exec(outbox.find((mail) => mail.to === to)?.text ?? '')?.[0];
  if (code === undefined) throw new Error('no message with a code');
  return code;
}
