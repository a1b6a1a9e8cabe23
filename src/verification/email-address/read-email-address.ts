/**
 * An e-mail address as people type it. Its form is that of `<input type=email>` (HTML, "valid e-mail address"), with letters of every
 * script allowed on both sides (RFC 6531) and a domain that could have mail: at least two labels.
 */
import {disposableEmailBlocklistSet} from 'disposable-email-domains-js';
import providers from 'email-providers';

export interface EmailAddress {
  /** The domain in lower case; what stands before the `@` is the mailbox's own business and stays as typed. */
  value: string;
  /** In ASCII, so that one domain has one spelling. */
  domain: string;
}

const local = /^[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Undefined for what is no address. */
export function readEmailAddress(text: string): EmailAddress | undefined {
  const typed = text.trim().normalize('NFC');
  const at = typed.lastIndexOf('@');
  if (at < 1 || typed.length > 254) return undefined;
  const [mailbox, written] = [typed.slice(0, at), typed.slice(at + 1).toLowerCase()];
  const domain = asciiDomain(written);
  if (!local.test(mailbox) || mailbox.startsWith('.') || mailbox.endsWith('.') || mailbox.includes('..'))
    return undefined;
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((one) => label.test(one)) || /^\d+$/.test(labels.at(-1) ?? ''))
    return undefined;
  return {value: `${mailbox}@${written}`, domain};
}

/** Punycode by the URL parser, which is the same in every runtime; empty for what is no host name. */
function asciiDomain(domain: string): string {
  if (/[\s/\\?#:@[\]%]/.test(domain)) return '';
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
}

let disposable: Set<string> | undefined;
const free = new Set(providers);

/** Whether mailboxes there are for throwing away, by a kept list; a subdomain of a listed domain counts. */
export function isDisposable(domain: string): boolean {
  disposable ??= disposableEmailBlocklistSet();
  return parents(domain).some((one) => disposable?.has(one));
}

/** Whether anybody gets a mailbox there for nothing. */
export function isFreeProvider(domain: string): boolean {
  return parents(domain).some((one) => free.has(one) && one !== 'example.com');
}

/** The domain and those above it, down to two labels. */
function parents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
