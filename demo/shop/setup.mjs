/** What is done once for an environment: the templates to ask with, and a webhook to hear by. Each later start finds both. */
const events = ['completed', 'approved', 'declined', 'failed', 'marked-for-review'].map((name) => `inquiry.${name}`);

/** Every template that can be tried, the shop's own first. */
export async function findTemplates(countersign) {
  const templates = [];
  for await (const {id, attributes} of countersign.each('/inquiry-templates'))
    if (attributes.status === 'active') templates.push({id, name: attributes.name});
  const own = templates.find(({name}) => name === 'Document only') ?? templates[0];
  return [own, ...templates.filter((template) => template !== own)];
}

/** The secret of our webhook. */
export async function subscribe(countersign, url) {
  let known;
  for await (const webhook of countersign.each('/webhooks')) if (webhook.attributes.url === url) known = webhook;
  const attributes = {url, 'enabled-events': events};
  const {id} = known ?? (await countersign.post('/webhooks', {body: {data: {attributes}}})).data;
  const {data} = await countersign.get('/webhooks/{webhook-id}', {path: {'webhook-id': id}});
  if (data.attributes.status !== 'enabled') {
    await countersign.post('/webhooks/{webhook-id}/enable', {path: {'webhook-id': id}});
  }
  return data.attributes.secret;
}
