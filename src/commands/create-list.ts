import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {ListItemValue, ListKind} from '../protocol/list.ts';
import type {Reader} from '../storage/database.ts';
import type {Keyring} from '../storage/keyring.ts';
import {
  archiveListItemRow,
  archiveListRow,
  findList,
  findListItem,
  insertList,
  insertListItems,
} from '../storage/list.ts';
import type {ListItemRow} from '../storage/list.ts';
import type {Row} from '../storage/schema.ts';
import {canonicalAddress, listItemHashes} from './list-hashes.ts';
import type {Write} from './write.ts';

export async function createList(
  w: Write,
  {kind, name, allowFuzzy = false}: {kind: ListKind; name: string; allowFuzzy?: boolean | undefined},
): Promise<Row<'list'>> {
  const list = await insertList(w.tx, {
    env_id: w.envId,
    id: newId('list', w.now.getTime()),
    kind,
    name,
    status: 'active',
    allow_fuzzy: allowFuzzy,
    created_at: w.now,
    updated_at: w.now,
  });
  await w.audit('list.create', 'list', list.id);
  return list;
}

/** An archived list matches nothing any more; it stays readable. @throws CountersignError `not_found` */
export async function archiveList(w: Write, {listId}: {listId: string}): Promise<Row<'list'>> {
  const list = await archiveListRow(w.tx, w.envId, listId, w.now);
  if (!list) throw new CountersignError('not_found');
  await w.audit('list.archive', 'list', list.id);
  return list;
}

/** The list, if something can be added to it. @throws CountersignError `not_found`, `conflict` when it is archived */
export async function requireList(
  reader: Reader,
  envId: string,
  of: {id: string; kind: ListKind},
): Promise<Row<'list'>> {
  const pointer = '/data/attributes/list-id';
  const list = await findList(reader, envId, of.id);
  if (!list || list.kind !== of.kind)
    throw new CountersignError('not_found', {details: 'There is no such list of this kind.', pointer});
  if (list.status === 'archived') throw new CountersignError('conflict', {details: 'The list is archived.', pointer});
  return list;
}

export interface NewListItems {
  list: Pick<Row<'list'>, 'id' | 'kind'>;
  values: readonly ListItemValue[];
  creator: {type: string; id: string};
}

/** Adds what is not on the list yet; returns what was added, which may be fewer. */
export async function addListItems(w: Write, {list, values, creator}: NewListItems): Promise<Row<'list_item'>[]> {
  const rows = [];
  for (const given of values) {
    const value = canonical(list.kind, given);
    const id = newId('list-item', w.now.getTime());
    const hashes = listItemHashes(w.ctx.keyring, w.envId, list.kind, value);
    const plain = Buffer.from(JSON.stringify(value));
    rows.push({
      env_id: w.envId,
      id,
      list_id: list.id,
      kind: list.kind,
      status: 'active' as const,
      value: await w.ctx.keyring.seal(w.tx, sealKey(w.envId, id), plain),
      match_hash: hashes.exact,
      loose_hash: hashes.loose,
      creator_type: creator.type,
      creator_id: creator.id,
      created_at: w.now,
      updated_at: w.now,
    });
  }
  return rows.length === 0 ? [] : insertListItems(w.tx, rows);
}

/** @throws CountersignError `conflict` when the list has it already, and those of `requireList` */
export async function createListItem(
  w: Write,
  {kind, listId, value}: {kind: ListKind; listId: string; value: ListItemValue},
): Promise<ListItemRow> {
  const list = await requireList(w.tx, w.envId, {id: listId, kind});
  const [item] = await addListItems(w, {list, values: [value], creator: {type: w.actor.type, id: w.actor.id}});
  if (!item) throw new CountersignError('conflict', {details: 'The list has such an item already.'});
  await w.audit('list-item.create', 'list-item', item.id);
  return {...item, match_count: 0};
}

/** @throws CountersignError `not_found` */
export async function archiveListItem(
  w: Write,
  {kind, itemId}: {kind: ListKind; itemId: string},
): Promise<ListItemRow> {
  if (!(await findListItem(w.tx, w.envId, {id: itemId, kind}))) throw new CountersignError('not_found');
  await archiveListItemRow(w.tx, w.envId, itemId, w.now);
  const item = await findListItem(w.tx, w.envId, {id: itemId, kind});
  if (!item) throw new CountersignError('not_found');
  await w.audit('list-item.archive', 'list-item', item.id);
  return item;
}

export async function openListItem(
  {reader, keyring}: {reader: Reader; keyring: Keyring},
  item: Pick<Row<'list_item'>, 'env_id' | 'id' | 'value'>,
): Promise<ListItemValue> {
  const plain = await keyring.open(reader, sealKey(item.env_id, item.id), item.value);
  return JSON.parse(plain.toString('utf8')) as ListItemValue;
}

function canonical(kind: ListKind, value: ListItemValue): ListItemValue {
  return kind === 'ip-address' ? {...value, value: canonicalAddress(String(value['value']))} : value;
}

function sealKey(envId: string, id: string) {
  return {envId, subjectId: envId, context: `list-item:${id}`};
}
