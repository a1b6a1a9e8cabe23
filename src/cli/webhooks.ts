/**
 * `countersign webhooks listen|replay`: webhooks on a developer's machine without a tunnel. Events are asked for by the API and handed
 * to a local address, signed as real deliveries are.
 */
import {randomBytes} from 'node:crypto';
import {setTimeout as wait} from 'node:timers/promises';
import {Command, Option} from 'commander';
import {signWebhook} from '../commands/sign-webhook.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {EventResource} from '../protocol/event.ts';

interface Options {
  url: string;
  apiKey?: string;
  forward: string;
  secret?: string;
  events?: string;
}

export function webhooksCommand(): Command {
  const common = (command: Command): Command =>
    command
      .addOption(new Option('--url <address>', 'the public address of the server').default('http://localhost:3000'))
      .addOption(new Option('--api-key <key>', 'key with the permission event.read').env('COUNTERSIGN_API_KEY'))
      .requiredOption('--forward <address>', 'where your program receives webhooks')
      .addOption(new Option('--secret <secret>', 'what to sign with; made anew by default').env('WEBHOOK_SECRET'));

  const listen = common(new Command('listen'))
    .description('hand every new event to a local address, until stopped')
    .option('--events <names>', 'only these, a comma list, e.g. inquiry.approved,inquiry.declined')
    .action((options: Options) => listenToEvents(options));

  const replay = common(new Command('replay'))
    .description('hand events that happened before to a local address')
    .argument('<event...>', 'ids of events, evt_…')
    .action((ids: string[], options: Options) => replayEvents(ids, options));

  return new Command('webhooks').description('webhooks while you develop').addCommand(listen).addCommand(replay);
}

const pollMs = 1000;
/** A transaction may commit a little after one with later ids did, so this much is read again each time. */
const overlapMs = 5000;

async function listenToEvents(options: Options): Promise<void> {
  const forward = forwarder(options);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  const events = options.events ? {'filter[name]': options.events} : {};

  const [newest] = await listEvents(options, {'page[size]': '1'});
  let from = newest?.id;
  const seen = new Set(from === undefined ? [] : [from]);
  console.log(`Listening. New events go to ${options.forward}; Ctrl-C stops.`);
  while (!stopped.signal.aborted) {
    await wait(pollMs, undefined, {signal: stopped.signal}).catch(() => {});
    if (stopped.signal.aborted) return;
    const news = await listEvents(options, {...events, 'page[size]': '100', ...(from && {'page[before]': from})}).catch(
      (error: unknown) => {
        console.error(`${String(error instanceof Error ? error.message : error)} Trying again.`);
        return [];
      },
    );
    for (const event of news.toReversed()) {
      if (seen.has(event.id)) continue;
      seen.add(event.id);
      await forward(event);
    }
    const settled = news.find(({attributes}) => Date.parse(attributes['created-at']) < Date.now() - overlapMs);
    from = settled?.id ?? from;
  }
}

async function replayEvents(ids: readonly string[], options: Options): Promise<void> {
  const forward = forwarder(options);
  for (const id of ids) {
    const {data} = (await ask(options, `/events/${encodeURIComponent(id)}`)) as {data: EventResource};
    const received = await forward(data);
    if (!received) process.exitCode = 1;
  }
}

/** Says what became of each event by name, id and status; what it holds is a person's and stays unsaid. */
function forwarder({forward, secret: given}: Options): (event: EventResource) => Promise<boolean> {
  if (!URL.canParse(forward))
    throw new CountersignError('bad_request', {
      details: '--forward: expected an address such as http://localhost:8080/webhooks.',
    });
  const secret = given ?? `wbhsec_${randomBytes(24).toString('base64url')}`;
  if (!given) console.log(`WEBHOOK_SECRET=${secret}`);
  return async (event) => {
    const body = JSON.stringify({data: event});
    const signature = signWebhook(body, [secret], new Date());
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Countersign-Webhooks/1',
      'countersign-signature': signature,
      'persona-signature': signature,
    };
    const status = await fetch(forward, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(5000),
    }).then(
      (answer) => answer.status,
      () => 'no answer',
    );
    console.log(`${event.attributes.name} ${event.id}: ${status}`);
    return typeof status === 'number' && status < 300;
  };
}

async function listEvents(options: Options, query: Record<string, string>): Promise<EventResource[]> {
  const {data} = (await ask(options, `/events?${new URLSearchParams(query)}`)) as {data: EventResource[]};
  return data;
}

async function ask({url, apiKey}: Options, path: string): Promise<unknown> {
  if (!apiKey) throw new CountersignError('unauthenticated', {details: 'Set COUNTERSIGN_API_KEY or give --api-key.'});
  const answer = await fetch(new URL(`/api/v1${path}`, url), {headers: {authorization: `Bearer ${apiKey}`}}).catch(
    () => {
      throw new CountersignError('unavailable', {details: `Nothing answers at ${url}.`});
    },
  );
  if (!answer.ok)
    throw new CountersignError(answer.status === 404 ? 'not_found' : 'bad_request', {
      details: `${new URL(url).origin} answered ${answer.status} to ${path.replace(/\?.*/, '')}.`,
    });
  return answer.json();
}
