/** What the checks of a number or an address stand on besides the value itself. Everything was looked up before; nothing here asks anybody. */
import type {ListMatch} from '../document/checks/lists.ts';
import type {CheckRule} from '../document/checks/check-rule.ts';

export interface ContactFacts {
  /** Whether the code came back; `no_sender`: none could be sent. */
  confirmation: 'confirmed' | 'not_confirmed' | 'no_sender';
  /** What the inquiry and the account said before, in the spelling that is compared; absent where there is no such object. */
  expected: {inquiry?: string | undefined; account?: string | undefined; hasInquiry: boolean; hasAccount: boolean};
  /** Items of lists that it meets; undefined where there are no lists. */
  lists: readonly ListMatch[] | undefined;
  /** Other accounts and other inquiries that gave the same; undefined where nobody counted. */
  repeats: {accounts: number; inquiries: number} | undefined;
  config: {
    requirements?: Record<string, 'required' | 'not_required'> | undefined;
    thresholds?: Record<string, number> | undefined;
  };
}

export type ContactRule<R extends ContactFacts> = CheckRule<R>;
