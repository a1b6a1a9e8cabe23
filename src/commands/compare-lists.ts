/**
 * Which items of the environment's lists an inquiry meets: by what was read on its document, by its fields, and by where its sessions
 * came from. Only keyed hashes are looked up, except of places and of similar names, whose few candidates are opened.
 */
import {distanceMeters, emailKeys, givenNames, keysOf, nameKeys, similarFirstNames} from '../domain/list-item.ts';
import type {Place} from '../domain/list-item.ts';
import type {GovernmentIdResult} from '../protocol/government-id.ts';
import type {ListKind} from '../protocol/list.ts';
import {listSessions} from '../storage/inquiry-session.ts';
import {findListCandidates, hasActiveLists, insertListMatches} from '../storage/list.ts';
import type {Row} from '../storage/schema.ts';
import {withListMatches} from '../verification/document/checks/lists.ts';
import type {ListMatch} from '../verification/document/checks/lists.ts';
import {openListItem} from './create-list.ts';
import {canonicalAddress, listHash, looseListHash} from './list-hashes.ts';
import type {Write} from './write.ts';

/** The result with the check of lists judged. */
export async function compareLists(
  w: Write,
  inquiry: Pick<Row<'inquiry'>, 'id' | 'fields'>,
  result: GovernmentIdResult,
): Promise<GovernmentIdResult> {
  if (!(await hasActiveLists(w.tx, w.envId))) return {...result, checks: withListMatches(result.checks, undefined)};
  const {items: sessions} = await listSessions(w.tx, w.envId, {inquiryId: inquiry.id}, {size: 100});
  const matches = await findListMatches(w, inquiry.id, subjectOf(inquiry, result, sessions));
  return {...result, checks: withListMatches(result.checks, matches)};
}

export interface Subject {
  keys: {kind: ListKind; key: string}[];
  names: {first: string; last: string}[];
  places: Place[];
}

/** Items that the subject meets; each is remembered once for the inquiry. */
export async function findListMatches(
  w: Write,
  inquiryId: string,
  {keys, names, places}: Subject,
): Promise<ListMatch[]> {
  const {keyring} = w.ctx;
  const looseHashes = names.map(({first, last}) => looseListHash(keyring, w.envId, nameKeys(first, last).loose));
  const hashes = keys.map(({kind, key}) => listHash(keyring, w.envId, kind, key));
  const candidates = await findListCandidates(w.tx, w.envId, {hashes, looseHashes, places: places.length > 0});
  const exact = new Set(hashes.map((hash) => hash.toString('base64')));
  const met: Row<'list_item'>[] = [];
  for (const item of candidates) {
    if (exact.has(item.match_hash.toString('base64')) || (await meets(w, item, {names, places}))) met.push(item);
  }
  await insertListMatches(
    w.tx,
    met.map(({id}) => ({env_id: w.envId, list_item_id: id, inquiry_id: inquiryId, created_at: w.now})),
  );
  return met.map(({id, list_id: listId, kind}) => ({kind, listId, itemId: id}));
}

/** A candidate that needs a look at what it says. */
async function meets(
  w: Write,
  item: Row<'list_item'>,
  {names, places}: Pick<Subject, 'names' | 'places'>,
): Promise<boolean> {
  const value = await openListItem({reader: w.tx, keyring: w.ctx.keyring}, item);
  if (item.kind === 'geolocation') {
    const [latitude, longitude] = [Number(value['latitude']), Number(value['longitude'])];
    return places.some((place) => distanceMeters(place, {latitude, longitude}) <= Number(value['radius-meters']));
  }
  const {loose} = keysOf('name', value);
  return names.some(
    ({first, last}) => nameKeys(first, last).loose === loose && similarFirstNames(first, String(value['name-first'])),
  );
}

/** Everything about the person that some kind of list speaks of. */
function subjectOf(
  inquiry: Pick<Row<'inquiry'>, 'fields'>,
  {fields, countryCode, documentType}: GovernmentIdResult,
  sessions: readonly Row<'inquiry_session'>[],
): Subject {
  const written = Object.values(inquiry.fields).flatMap(({value}) =>
    typeof value === 'string' && value ? [value] : [],
  );
  const field = (name: string) => {
    const value = inquiry.fields[name]?.value;
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  const names = [
    {first: fields['name-first']?.value, last: fields['name-last']?.value},
    {first: field('name-first')[0], last: field('name-last')[0]},
  ].flatMap(({first, last}) => (first && last ? [{first, last}] : []));
  const numbers = [fields['document-number']?.value, fields['identification-number']?.value].flatMap(
    (one) => one ?? [],
  );
  const keys: Subject['keys'] = [
    ...names.flatMap(({first, last}) =>
      givenNames(first).map((given) => ({kind: 'name' as const, key: nameKeys(given, last).exact})),
    ),
    ...(documentType === undefined ? [] : numbers).map((number) =>
      keyOf('government-id-number', {'id-class': documentType ?? '', 'id-number': number}),
    ),
    ...(countryCode === undefined ? [] : [keyOf('country', {'country-code': countryCode})]),
    ...field('email-address').flatMap((email) =>
      emailKeys(email).map((key) => ({kind: 'email-address' as const, key})),
    ),
    ...field('phone-number').map((value) => keyOf('phone-number', {value})),
    ...written.map((value) => keyOf('field', {'field-value': value})),
    ...sessions.flatMap(({ip_address: ip}) =>
      ip === null ? [] : [keyOf('ip-address', {value: canonicalAddress(ip)})],
    ),
    ...sessions.flatMap(({device}) => [
      ...told(device, 'browser-fingerprint').map((value) => keyOf('browser-fingerprint', {value})),
      ...told(device, 'device-fingerprint').map((value) => keyOf('device-fingerprint', {value})),
    ]),
  ];
  return {keys, names, places: sessions.flatMap(({device}) => placeOf(device))};
}

function keyOf(kind: ListKind, value: Record<string, string>): {kind: ListKind; key: string} {
  return {kind, key: keysOf(kind, value).exact};
}

function told(device: Record<string, unknown>, name: string): string[] {
  const value = device[name];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function placeOf(device: Record<string, unknown>): Place[] {
  const {latitude, longitude} = device;
  return typeof latitude === 'number' && typeof longitude === 'number' ? [{latitude, longitude}] : [];
}
