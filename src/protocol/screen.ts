/** Which components of a screen are there, given the answers so far: the same for the frame that shows and the server that asks. */
import {isTrue, type Condition, type FieldReader} from './condition.ts';

/** Any component, of a template or as it is shown. */
export interface Conditional {
  kind: string;
  showIf?: Condition | undefined;
}

/**
 * The components whose condition holds, and a reader for which an answer counts only where its input is there. They are decided from
 * top to bottom: the answer of a hidden input is nothing to those below it.
 */
export function visible<C extends Conditional>(
  components: readonly C[],
  keysOf: (component: C) => readonly string[],
  read: FieldReader,
): {components: C[]; read: FieldReader} {
  const gone = new Set<string>();
  const present: FieldReader = (key) => (gone.has(key) ? null : (read(key) ?? null));
  const there = components.filter((component) => {
    if (component.showIf === undefined || isTrue(component.showIf, present)) return true;
    for (const key of keysOf(component)) gone.add(key);
    return false;
  });
  // two inputs may share a field, one of them at a time
  for (const component of there) for (const key of keysOf(component)) gone.delete(key);
  return {components: there, read: present};
}
