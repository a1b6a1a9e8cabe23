/** A screen's components as one visitor may see them: words in their language, what is known already, and no more. */
import {fieldsIn, settle} from '../../protocol/condition.ts';
import type {Condition} from '../../protocol/condition.ts';
import {addressParts, fieldsOf, isInput} from '../../protocol/input.ts';
import type {Component, InputComponent, ShownComponent, ShownInput} from '../../protocol/component.ts';
import {textIn} from '../../protocol/localized-text.ts';
import type {LocalizedText} from '../../protocol/localized-text.ts';
import type {TypedFields} from '../template.ts';
import type {View} from './step.ts';

export type ComponentView = Pick<View, 'fields' | 'mayRead' | 'language'>;

export function showComponents(components: readonly Component[], view: ComponentView): ShownComponent[] {
  const open = new Set(
    components.flatMap((component) => (isInput(component) && !isClosed(component, view) ? fieldsOf(component) : [])),
  );
  return components.map((component) => {
    const showIf = conditionOf(component, open, view);
    // its place is kept, because a button is pressed by its place
    if (showIf === false) return {kind: 'spacer', showIf};
    const {showIf: _all, ...rest} = component;
    const shown = {...inLanguage(rest, view.language), ...(showIf !== undefined && {showIf})} as ShownComponent;
    return isInput(component) ? {...(shown as ShownInput), ...standingOf(component, view)} : shown;
  });
}

/** What depends on this screen's own answers alone; everything else is decided here. */
function conditionOf(
  {showIf}: Component,
  open: ReadonlySet<string>,
  {fields, mayRead}: ComponentView,
): Condition | undefined {
  if (showIf === undefined) return undefined;
  const own = fieldsIn(showIf).some((key) => open.has(key));
  // a value that stands in what is left of the condition could be read there
  const settled = settle(showIf, open, (key) => (own && !mayRead ? null : fields[key]?.value));
  return settled === true ? undefined : settled;
}

/** Not to be filled in: written once, or known but not to be shown to this visitor. */
function isClosed(input: InputComponent, {fields, mayRead}: ComponentView): boolean {
  const known = fieldsOf(input).some((key) => (fields[key]?.value ?? null) !== null);
  return known && (input.writeOnce === true || !mayRead);
}

function standingOf(input: InputComponent, view: ComponentView): {value?: unknown; locked?: true} {
  const value = valueOf(input, view.fields);
  return {
    ...(value !== null && view.mayRead && {value}),
    ...(isClosed(input, view) && {locked: true as const}),
  };
}

function valueOf(input: InputComponent, fields: TypedFields): unknown {
  const valueAt = (key: string): unknown => fields[key]?.value ?? null;
  switch (input.kind) {
    case 'address': {
      const parts = addressParts.map((part) => [part, valueAt(`${input.field}-${part}`)] as const);
      const known = parts.filter(([, value]) => value !== null);
      return known.length > 0 ? Object.fromEntries(known) : null;
    }
    case 'file':
      // that there is one, and nothing by which it could be had
      return valueAt(input.field) === null ? null : true;
    default:
      return valueAt(input.field);
  }
}

const wordKeys = new Set(['text', 'label', 'help', 'placeholder', 'patternMessage', 'alt']);

function inLanguage(part: object, language: string): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (wordKeys.has(key)) return [key, textIn(value as LocalizedText, language)];
      if (key !== 'options') return [key, value];
      return [key, (value as object[]).map((option) => inLanguage(option, language))];
    }),
  );
}
