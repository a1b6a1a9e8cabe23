/** What the address and its domain say. */
import {failed, notApplicable, passed} from '../../check-outcome.ts';
import {isDisposable, isFreeProvider} from '../read-email-address.ts';
import type {EmailRule} from './email-rule.ts';

export const invalid: EmailRule = {
  name: 'email_address_invalid_detection',
  requirement: 'required',
  reasons: ['address_invalid'],
  run: ({address}) => (address ? passed() : failed('address_invalid')),
};

export const mailServer: EmailRule = {
  name: 'email_address_mail_server_detection',
  requirement: 'required',
  reasons: ['no_mail_server', 'refuses_mail', 'lookup_failed', 'address_invalid'],
  run: ({address, mailHosts}) => {
    if (!address) return notApplicable('address_invalid');
    switch (mailHosts) {
      case 'found':
        return passed();
      case 'none':
        return failed('no_mail_server');
      case 'null_mx':
        return failed('refuses_mail');
      case 'unknown':
        return notApplicable('lookup_failed');
    }
  },
};

export const disposable: EmailRule = {
  name: 'email_address_disposable_detection',
  requirement: 'required',
  reasons: ['disposable_domain', 'address_invalid'],
  run: ({address}) => {
    if (!address) return notApplicable('address_invalid');
    return isDisposable(address.domain) ? failed('disposable_domain') : passed();
  },
};

export const freeProvider: EmailRule = {
  name: 'email_address_free_provider_detection',
  requirement: 'not_required',
  reasons: ['free_provider', 'address_invalid'],
  run: ({address}) => {
    if (!address) return notApplicable('address_invalid');
    return isFreeProvider(address.domain) ? failed('free_provider') : passed();
  },
};

/** How old the mailbox is and where it was seen: only a vendor knows. */
export const reputation: EmailRule = {
  name: 'email_address_reputation_detection',
  requirement: 'not_required',
  reasons: ['provider_not_configured'],
  run: () => notApplicable('provider_not_configured'),
};
