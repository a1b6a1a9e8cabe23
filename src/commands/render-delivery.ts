import {versionAt} from '../protocol/api-version.ts';
import {withoutBlocked} from '../protocol/attribute-blocklist.ts';
import type {KeptEvent} from '../protocol/event.ts';
import {inflectKeys} from '../protocol/inflection.ts';
import {fieldsStayed, toOlderVersion} from '../protocol/versions/changes.ts';
import {presentEvent} from '../storage/resources/event.ts';
import type {Row} from '../storage/schema.ts';

/** The body of a delivery: `{"data": event}` without what the webhook blocks, in its version and inflection. */
export function renderDelivery(
  event: Row<'event'>,
  payload: KeptEvent,
  webhook: Pick<Row<'webhook'>, 'api_version' | 'inflection' | 'attribute_blocklist' | 'relationship_allowlist'>,
): string {
  const version = versionAt(webhook.api_version);
  const told = webhook.relationship_allowlist?.state === 'include_none' ? withoutRelationships(payload) : payload;
  const shown = withoutBlocked(told, webhook.attribute_blocklist) as KeptEvent;
  const body = toOlderVersion({data: presentEvent(event, shown)}, version);
  return JSON.stringify(inflectKeys(body, webhook.inflection, version < fieldsStayed));
}

function withoutRelationships({data, included, ...rest}: KeptEvent): KeptEvent {
  const bare = ({relationships: _, ...resource}: KeptEvent['data']) => resource;
  return {...rest, data: bare(data), ...(included && {included: included.map(bare)})};
}
