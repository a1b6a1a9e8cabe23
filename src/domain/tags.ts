/** What becomes of tags: a set in the order they were first given. */
export type TagChange = {type: 'add' | 'remove'; name: string} | {type: 'set'; names: readonly string[]};

export interface ChangedTags {
  tags: string[];
  added: string[];
  removed: string[];
}

export function changeTags(tags: readonly string[], change: TagChange): ChangedTags {
  const wanted = [...new Set(after(tags, change))];
  return {
    tags: wanted,
    added: wanted.filter((name) => !tags.includes(name)),
    removed: [...new Set(tags)].filter((name) => !wanted.includes(name)),
  };
}

function after(tags: readonly string[], change: TagChange): readonly string[] {
  switch (change.type) {
    case 'add':
      return [...tags, change.name];
    case 'remove':
      return tags.filter((name) => name !== change.name);
    case 'set':
      return change.names;
  }
}
