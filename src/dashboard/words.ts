/** Every word of the dashboard, in one table per language; `say` is typed by the English one. */
const english = {
  'nav.inquiries': 'Inquiries',
  'nav.outbox': 'Outbox',
  'nav.label': 'Pages',
  'nav.environment': 'Environment',
  'nav.signOut': 'Sign out',
  'list.title': 'Inquiries',
  'list.all': 'All',
  'list.filter': 'Filter by status',
  'list.person': 'Person',
  'list.status': 'Status',
  'list.reference': 'Reference',
  'list.template': 'Template',
  'list.created': 'Created',
  'list.unnamed': 'Not read yet',
  'list.more': 'Show more',
  'list.emptyTitle': 'No inquiries yet',
  'list.emptyText': 'Start one in the demo shop, or create one with the API. It appears here at once.',
  'list.emptyFiltered': 'No inquiry has this status.',
  'list.keys': 'j and k move, Enter opens',
  'detail.back': 'All inquiries',
  'detail.fields': 'What was read',
  'detail.noFields': 'Nothing was read yet.',
  'detail.images': 'Pictures',
  'detail.noImages': 'No picture was handed in yet.',
  'detail.checks': 'Checks',
  'detail.noChecks': 'Checks appear once a document was handed in.',
  'detail.history': 'History',
  'detail.attempt': 'Attempt {n}',
  'detail.comment': 'Comment (stays with the decision)',
  'detail.approve': 'Approve',
  'detail.decline': 'Decline',
  'detail.review': 'Mark for review',
  'detail.keys': 'a approves, d declines',
  'detail.confirm': 'Press again to confirm',
  'detail.reference': 'Reference',
  'detail.id': 'Inquiry',
  'field.name-first': 'First name',
  'field.name-middle': 'Middle name',
  'field.name-last': 'Last name',
  'field.birthdate': 'Date of birth',
  'field.identification-number': 'Document number',
  'image.whole': 'Whole picture',
  'side.front': 'Front',
  'side.back': 'Back',
  'side.center': 'Straight ahead',
  'side.left': 'Turned to the left',
  'side.right': 'Turned to the right',
  'side.closer': 'Closer',
  'side.eyes_closed': 'Eyes closed',
  'check.value': 'Measured',
  'check.unit': 'Counted in',
  'check.threshold': 'Threshold',
  'check.reasons': 'Reasons',
  'check.requirement': 'Requirement',
  'check.required': 'Required',
  'check.not_required': 'For information',
  'check.passed': 'Passed',
  'check.failed': 'Failed',
  'check.not_applicable': 'Not applicable',
  'check.regions': 'Marked on the picture',
  'check.others': 'Not applicable ({n})',
  'detail.sessions': 'Sessions',
  'sessions.none': 'Nobody opened it yet.',
  'sessions.note': 'Signals decide nothing: travel, a company’s network or a shared computer explain most of them.',
  'sessions.unknown': 'Nothing is known of the device.',
  'sessions.signal': 'Signal',
  'sessions.seen': 'Seen',
  'sessions.certainty': 'Certainty',
  'sessions.yes': 'Yes',
  'sessions.no': 'No',
  'session.new': 'Not opened yet',
  'session.active': 'Open',
  'session.expired': 'Ended',
  'signal.automation': 'A program drives the browser',
  'signal.bot-user-agent': 'The browser calls itself a robot',
  'signal.ip-time-zone-mismatch': 'Time zone of another country',
  'signal.ip-language-mismatch': 'Language of another country',
  'signal.datacenter-network': 'Network of a hosting company',
  'signal.tor-exit': 'Address of a Tor exit',
  'certainty.low': 'Low',
  'certainty.medium': 'Medium',
  'certainty.high': 'High',
  'outbox.title': 'Outbox',
  'outbox.deliveries': 'Webhook deliveries',
  'outbox.mails': 'Mails and text messages',
  'outbox.event': 'Event',
  'outbox.url': 'Receiver',
  'outbox.state': 'State',
  'outbox.attempts': 'Attempts',
  'outbox.answer': 'Last answer',
  'outbox.created': 'Created',
  'outbox.replay': 'Send again',
  'outbox.noDeliveries': 'No webhook was due yet. Register an endpoint with POST /api/v1/webhooks.',
  'outbox.noMails': 'No message was written yet.',
  'outbox.hidden': 'Not shown: it carries a code or link for its recipient alone.',
  'message.email': 'Mail',
  'message.sms': 'Text message',
  'outbox.mailNote': 'Where nothing is configured to send them, a sandbox keeps them here.',
  'state.pending': 'Waiting',
  'state.delivered': 'Delivered',
  'state.failed': 'Gave up',
  'status.created': 'Created',
  'status.pending': 'In progress',
  'status.completed': 'Completed',
  'status.failed': 'Failed',
  'status.expired': 'Expired',
  'status.needs_review': 'Needs review',
  'status.approved': 'Approved',
  'status.declined': 'Declined',
  'state.loading': 'Loading…',
  'error.title': 'That did not work',
  'error.retry': 'Try again',
} as const;

export type Word = keyof typeof english;

/** Text of a word with `{name}` parts filled in. */
export function say(word: Word, parts: Record<string, string | number> = {}): string {
  return english[word].replace(/\{(\w+)\}/g, (_whole, name: string) => String(parts[name] ?? ''));
}

/** A word made of a group and a value that comes from the server; the value itself where we have no word for it. */
export function sayOf(
  group: 'status' | 'state' | 'check' | 'side' | 'field' | 'message' | 'session' | 'signal' | 'certainty',
  value: string,
): string {
  const word = `${group}.${value}`;
  return word in english ? english[word as Word] : value.replaceAll(/[_-]/g, ' ');
}

const day = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeZone: 'UTC'});

/** A calendar day, which is the same in every time zone. */
export function sayDay(iso: string): string {
  return day.format(new Date(iso));
}

const moment = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});

export function sayTime(iso: string): string {
  return moment.format(new Date(iso));
}
