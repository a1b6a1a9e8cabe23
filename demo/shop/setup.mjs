/** What is done once for an environment: the template to ask with, and a webhook to hear by. Each later start finds both. */
const events = ['completed', 'approved', 'declined', 'failed', 'marked-for-review'].map((name) => `inquiry.${name}`);

export async function findTemplate(countersign) {
  const {data} = await countersign.get('/inquiry-templates');
  return data.find(({attributes}) => attributes.name === 'Document only').id;
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
