/** `add-tag`, `remove-tag` and `set-tags` of any noun that carries tags: the same words, another command. */
import * as z from 'zod';
import type {Answer, Write} from '../../commands/write.ts';
import type {TagChange} from '../../commands/change-inquiry-tags.ts';
import type {Permission} from '../../protocol/api-key.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {allTagsSchema, oneTagSchema} from '../../protocol/tags.ts';
import {operation} from './operation.ts';
import type {AnyOperation, Call} from './operation.ts';

export interface TaggedNoun<T> {
  /** `an-inquiry`, as operation ids say it. */
  id: string;
  /** `/inquiries/{inquiry-id}`. */
  path: string;
  tag: string;
  /** `an inquiry`, as summaries say it. */
  noun: string;
  permission: Permission;
  includes?: readonly string[];
  answer: z.ZodType;
  change(w: Write, id: string, change: TagChange): Promise<T>;
  subjectOf(changed: T): string;
  respond(changed: T, call: Call<unknown, unknown>, w: Write): Answer | Promise<Answer>;
}

export function tagOperations<T>(noun: TaggedNoun<T>): readonly AnyOperation[] {
  const parameter = /\{([^}]+)\}/.exec(noun.path)?.[1] ?? '';
  const about = (verb: string, summary: string) => ({
    id: `${verb}-${noun.id}`,
    method: 'post' as const,
    path: `${noun.path}/${verb}`,
    tag: noun.tag,
    summary,
    permission: noun.permission,
    ...(noun.includes && {includes: noun.includes}),
    query: z.strictObject({}),
    answers: {200: noun.answer},
  });
  const run = (call: Call<unknown, unknown>, change: TagChange) =>
    call.write({
      work: (w) => noun.change(w, call.param(parameter), change),
      subjectOf: (changed) => noun.subjectOf(changed),
      respond: (changed, w) => noun.respond(changed, call, w),
    });
  return [
    operation({
      ...about('add-tag', `Add a tag to ${noun.noun}`),
      body: oneTagSchema,
      handle: (call) => run(call, {type: 'add', name: nameIn(call.body)}),
    }),
    operation({
      ...about('remove-tag', `Remove a tag from ${noun.noun}`),
      body: oneTagSchema,
      handle: (call) => run(call, {type: 'remove', name: nameIn(call.body)}),
    }),
    operation({
      ...about('set-tags', `Set the tags of ${noun.noun}`),
      description: 'Those that are not named go; an empty list takes all.',
      body: allTagsSchema,
      handle: (call) => run(call, {type: 'set', names: namesIn(call.body)}),
    }),
  ];
}

function nameIn({meta = {}}: z.infer<typeof oneTagSchema>): string {
  if (meta['tag-id'] !== undefined) throw noIds();
  if (meta['tag-name'] !== undefined) return meta['tag-name'];
  throw new CountersignError('invalid_attribute', {details: 'expected the name of a tag', pointer: '/meta/tag-name'});
}

function namesIn({meta = {}}: z.infer<typeof allTagsSchema>): readonly string[] {
  if (meta['tag-id'] && meta['tag-id'].length > 0) throw noIds();
  if (meta['tag-name']) return meta['tag-name'];
  throw new CountersignError('invalid_attribute', {details: 'expected names of tags', pointer: '/meta/tag-name'});
}

/** Tags here are their names, so no id of one was ever given out. */
function noIds(): CountersignError {
  return new CountersignError('not_found', {
    details: 'there is no tag with such an id; name it by tag-name',
    pointer: '/meta/tag-id',
  });
}
