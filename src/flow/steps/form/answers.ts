/**
 * What a person has typed into one screen, and what of it is sent. It lives in the page's memory, so that an error screen, another
 * language or a look at the other device costs nobody a word, and over a reload in `draft.ts`.
 */
import {
  answerCodes,
  cleanAnswer,
  problemsWith,
  type AnswerGround,
  type AnswerProblem,
} from '../../../protocol/answer.ts';
import {visible} from '../../../protocol/screen.ts';
import type {ShownComponent, ShownInput} from '../../../protocol/component.ts';
import {addressParts, fieldsOf, isInput} from '../../../protocol/input.ts';
import {forgetDraft, keepDraft, recallDraft} from './draft.ts';

/** A file on its way or there: the server is told its evidence id alone. */
export interface FileAnswer {
  evidence: string;
  name: string;
}

const kept = new Map<string, Map<string, unknown>>();

export class Answers {
  readonly components: readonly ShownComponent[];
  readonly #place: string;
  readonly #typed: Map<string, unknown>;
  readonly #known = new Map<string, unknown>();

  /** @param place names the screen: inquiry and step. */
  constructor(place: string, components: readonly ShownComponent[]) {
    this.components = components;
    this.#place = place;
    this.#typed = kept.get(place) ?? recallDraft(place);
    kept.set(place, this.#typed);
    for (const component of components) {
      if (isInput(component)) for (const [key, value] of known(component)) this.#known.set(key, value);
    }
  }

  /** What was typed may go: the server has it. */
  static forget(place: string): void {
    kept.delete(place);
    forgetDraft(place);
  }

  get(key: string): unknown {
    return this.#typed.has(key) ? this.#typed.get(key) : this.#known.get(key);
  }

  set(key: string, value: unknown): void {
    this.#typed.set(key, value);
    keepDraft(this.#place, this.#typed);
  }

  /** The components that are there now. */
  shown(): ShownComponent[] {
    return this.#visible().components;
  }

  #visible(): ReturnType<typeof visible<ShownComponent>> {
    const inputs = new Map(
      this.components.filter((one) => isInput(one)).flatMap((input) => fieldsOf(input).map((key) => [key, input])),
    );
    return visible(this.components, keysOf, (key) => {
      const input = inputs.get(key);
      return input ? cleanAnswer(input, plain(this.get(key))) : null;
    });
  }

  problems(ground: AnswerGround): AnswerProblem[] {
    const {components, read} = this.#visible();
    return components.flatMap((component) => {
      // a file that was given before is there, though this page does not hold it
      if (!isInput(component) || component.locked || (component.kind === 'file' && this.get(component.field) === true))
        return [];
      return problemsWith(component, read, ground);
    });
  }

  /** Every answer that is asked for, empty ones as `null`. */
  values(): Record<string, unknown> {
    const {components, read} = this.#visible();
    const asked = components.filter((one) => isInput(one)).filter(({locked}) => !locked);
    return Object.fromEntries(
      asked.flatMap((input) =>
        fieldsOf(input)
          .filter((key) => this.get(key) !== true || input.kind !== 'file')
          .map((key) => [key, read(key)]),
      ),
    );
  }
}

/** A refusal of the server, for the field that it points at. */
export function problemOf({
  pointer,
  code,
  limit,
}: {
  pointer: string;
  code: string;
  limit?: number | string | undefined;
}): AnswerProblem {
  const field = pointer.slice('/values/'.length).replaceAll('~1', '/').replaceAll('~0', '~');
  const known = answerCodes.find((one) => one === code) ?? 'invalid';
  return {field, code: known, ...(limit !== undefined && {limit})};
}

export function keysOf(component: ShownComponent): string[] {
  return isInput(component) ? fieldsOf(component) : [];
}

/** What stands in an input before anything is typed. */
function known(input: ShownInput): [key: string, value: unknown][] {
  if (input.kind === 'address') {
    const value = (input.value ?? {}) as Record<string, unknown>;
    return addressParts.map((part) => [`${input.field}-${part}`, value[part] ?? first(input, part)]);
  }
  return [[input.field, input.value ?? ('initial' in input ? input.initial : undefined)]];
}

function first(
  {countries, initialCountry}: {countries?: string[] | undefined; initialCountry?: string | undefined},
  part: string,
) {
  if (part !== 'country-code') return undefined;
  return initialCountry ?? (countries?.length === 1 ? countries[0] : undefined);
}

function plain(value: unknown): unknown {
  return isFile(value) ? value.evidence : value;
}

export function isFile(value: unknown): value is FileAnswer {
  return typeof value === 'object' && value !== null && 'evidence' in value;
}
