/** What hands messages over, by channel; absent where the operator configured none. */
import type {Mailer} from './mailer.ts';
import type {SmsSender} from './sms-hook.ts';

export interface Senders {
  email?: Mailer;
  sms?: SmsSender;
}
