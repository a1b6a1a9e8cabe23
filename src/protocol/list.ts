/** Lists of what an organization wants to be told of when it meets it again: names, numbers, addresses, places, devices. */
import * as z from 'zod';
import {identifier, timestamp} from './resource.ts';

const text = z.string().trim().min(1).max(500);
const plain = {value: text.meta({description: 'Compared as a whole.'})};

/** What an item of each kind says; the key is the kind as in `list/name` and `list-item/name`, `plural` its address. */
export const listKinds = {
  'browser-fingerprint': {plural: 'browser-fingerprints', noun: 'browser fingerprint', item: plain},
  country: {
    plural: 'countries',
    noun: 'country',
    item: {'country-code': z.string().regex(/^[A-Za-z]{2}$/, 'expected an ISO 3166-1 alpha-2 code')},
  },
  'device-fingerprint': {plural: 'device-fingerprints', noun: 'device fingerprint', item: plain},
  'email-address': {
    plural: 'email-addresses',
    noun: 'email address',
    item: {
      'match-type': z.enum(['email_address', 'domain']).default('email_address'),
      value: text.max(254).meta({description: 'An address, or with the match type `domain` what follows its @.'}),
    },
  },
  field: {
    plural: 'fields',
    noun: 'field value',
    item: {'field-value': text.meta({description: 'Compared with every field of an inquiry.'})},
  },
  geolocation: {
    plural: 'geolocations',
    noun: 'place',
    item: {
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      'radius-meters': z.int().min(1).max(1_000_000),
    },
  },
  'government-id-number': {
    plural: 'government-id-numbers',
    noun: 'government ID number',
    item: {
      'id-class': z.string().trim().min(1).max(50).meta({description: '`pp` is a passport, `dl` a driving licence.'}),
      'id-number': text.max(100),
    },
  },
  'ip-address': {
    plural: 'ip-addresses',
    noun: 'IP address',
    item: {value: z.union([z.ipv4(), z.ipv6()], 'expected an IPv4 or IPv6 address')},
  },
  name: {plural: 'names', noun: 'name', item: {'name-first': text, 'name-last': text}},
  'phone-number': {
    plural: 'phone-numbers',
    noun: 'phone number',
    item: {value: z.string().regex(/^\+?[\d ()./-]{4,40}$/, 'expected a phone number')},
  },
  string: {plural: 'strings', noun: 'string', item: plain},
} as const satisfies Record<string, {plural: string; noun: string; item: Record<string, z.ZodType>}>;

export type ListKind = keyof typeof listKinds;
export const listKindNames = Object.keys(listKinds) as ListKind[];

export const listStatuses = ['active', 'archived'] as const;

export const listSchema = z
  .strictObject({
    type: z.string().regex(/^list\//),
    id: identifier.meta({examples: ['lst_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      name: z.string(),
      status: z.enum(listStatuses),
      'archived-at': timestamp.nullable(),
      'created-at': timestamp,
      'updated-at': timestamp,
      'allow-fuzzy-name-first': z
        .boolean()
        .optional()
        .meta({description: 'Of lists of names: similar first names match too.'}),
    }),
    relationships: z.strictObject({'list-items': z.strictObject({data: z.array(z.strictObject({}))})}),
  })
  .meta({
    id: 'list',
    description: 'Names, numbers, addresses or the like that one wants to be told of. Archived ones match nothing.',
  });
export type ListResource = z.infer<typeof listSchema>;

/** Attributes are those of every item, and what its kind says. */
export const listItemSchema = z
  .strictObject({
    type: z.string().regex(/^list-item\//),
    id: identifier.meta({examples: ['lin_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.looseObject({
      status: z.enum(listStatuses),
      'archived-at': timestamp.nullable(),
      'updated-at': timestamp.nullable(),
      'created-at': timestamp,
      'redacted-at': timestamp.nullable(),
      'match-count': z.int().meta({description: 'Inquiries it was met in.'}),
    }),
    relationships: z.strictObject({
      creator: z.strictObject({data: z.strictObject({type: z.string(), id: identifier}).nullable()}),
    }),
  })
  .meta({id: 'list-item', description: 'One entry of a list.'});
export type ListItemResource = z.infer<typeof listItemSchema>;

export interface CreateListRequest {
  data: {
    type?: string | undefined;
    attributes: {name: string; 'allow-fuzzy-name-first'?: boolean | undefined};
  };
}

const name = z.string().min(1).max(255);
const plainList = z.strictObject({name});
const nameList = z.strictObject({name, 'allow-fuzzy-name-first': z.boolean().optional()});

export const createListSchema = (kind: ListKind): z.ZodType<CreateListRequest> =>
  z.strictObject({
    data: z.strictObject({
      type: z.literal(`list/${kind}`).optional(),
      attributes: kind === 'name' ? nameList : plainList,
    }),
  });

/** What one item says, by its kind. */
export type ListItemValue = Record<string, string | number>;

export const listItemValueSchema = (kind: ListKind): z.ZodType<ListItemValue> =>
  z.strictObject(listKinds[kind].item) as unknown as z.ZodType<ListItemValue>;

export const createListItemSchema = (kind: ListKind) =>
  z.strictObject({
    data: z.strictObject({
      type: z.literal(`list-item/${kind}`).optional(),
      attributes: z.strictObject({'list-id': identifier, ...listKinds[kind].item}),
    }),
  });
