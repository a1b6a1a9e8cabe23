// The shop's page: starts the verification in one of three ways and shows what the server heard about it.
const {mode, countersignUrl} = document.body.dataset;
const element = (id) => document.getElementById(id);
const button = element('verify');
let decided = false;

for (const link of document.querySelectorAll('nav a')) {
  if (link.pathname === location.pathname) link.ariaCurrent = 'page';
}

const inquiry = document.createElement('countersign-inquiry');
inquiry.id = 'inquiry';
inquiry.host = countersignUrl;
inquiry.mode = mode === 'inline' ? 'inline' : 'modal';
// the webhook may be here before the page's own event: what the server heard stays
inquiry.addEventListener('inquiry-complete', () => decided || say('Thank you. We are waiting for the result.'));
inquiry.addEventListener('inquiry-cancel', () => {
  button.ariaDisabled = null;
  say('No hurry. You can go on whenever you like.');
});
inquiry.addEventListener('inquiry-error', (event) => {
  if (!event.detail.retry) say(`That did not work: ${event.detail.message}`, 'bad');
});

button.addEventListener('click', async () => {
  if (button.ariaDisabled) return;
  // not `disabled`, which would lose the focus that the modal gives back at its end
  button.ariaDisabled = 'true';
  const response = await fetch(`/bookings?template=${element('template').value}`, {method: 'POST'});
  if (!response.ok) {
    button.ariaDisabled = null;
    return say('We cannot take bookings right now. Please try again in a minute.', 'bad');
  }
  const {id, inquiryId, sessionToken} = await response.json();
  inquiry.inquiryId = inquiryId;
  inquiry.sessionToken = sessionToken;
  button.hidden = mode === 'inline';
  (mode === 'inline' ? element('inline') : document.body).append(inquiry);
  inquiry.open();
  follow(id);
});

offerTemplates();

if (mode === 'hosted') {
  button.hidden = true;
  element('hosted').hidden = false;
  const back = new URLSearchParams(location.search).get('booking');
  if (back) {
    say('Welcome back. We are waiting for the result.');
    follow(back);
  }
}

/** The demo lets its visitor choose what is asked. */
async function offerTemplates() {
  const response = await fetch('/templates');
  if (!response.ok) return;
  const choice = element('template');
  choice.replaceChildren(...(await response.json()).map(({id, name}) => new Option(name, id)));
  choice.addEventListener('change', () => (element('hosted').action = `/hosted?template=${choice.value}`));
  element('try').hidden = choice.options.length < 2;
}

/** Every message holds all the webhooks so far, so a lost connection loses nothing. */
function follow(id) {
  const source = new EventSource(`/bookings?id=${encodeURIComponent(id)}`);
  source.onmessage = ({data}) => show(JSON.parse(data));
}

function show(heard) {
  element('heard').replaceChildren(...heard.map(({name, status}) => item(name, status)));
  element('nothing').hidden = heard.length > 0;
  const statuses = heard.map(({status}) => status);
  decided = statuses.some((status) => status !== 'completed');
  // there is nothing left to verify
  if (decided) button.hidden = true;
  const named = heard.find(({firstName}) => firstName)?.firstName;
  if (statuses.includes('approved')) say(`You are all set${named ? `, ${named}` : ''}. See you on Saturday.`, 'good');
  else if (statuses.includes('declined'))
    say('We cannot lend without a deposit this time. Call us and we find another way.', 'bad');
  else if (statuses.includes('failed')) say('The check did not work out. You can pay a deposit instead.', 'bad');
  else if (statuses.includes('needs_review')) say('Someone here will look at it today and write to you.');
}

function item(name, status) {
  const line = document.createElement('li');
  line.dataset.event = name;
  line.textContent = `${name} (${status})`;
  return line;
}

function say(text, tone = '') {
  const result = element('result');
  result.textContent = text;
  result.dataset.tone = tone;
}
