/**
 * Words for people. A language is a set of small modules, one a group, loaded when a screen needs them; English gives the keys,
 * and every other language must have the same (checked by types and by a test). Nothing falls back to English in silence:
 * a language is offered only when it is complete.
 *
 * A message is text with `{name}` places, or forms by plural category of `{count}` (`Intl.PluralRules`).
 */
import {directionOf} from '../protocol/languages.ts';

export type Message = string | ({other: string} & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Messages = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;
/** The same keys as an English group, each with whatever text or plural forms the language needs. */
export type Translated<English extends Messages> = {readonly [Key in keyof English]: Message};

/** Fills places and picks the plural form; numbers are written in the language's digits. */
export function format(message: Message, params: Params, language: string): string {
  const text = typeof message === 'string' ? message : plural(message, params, language);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : isolate(value, language);
  });
}

function plural(message: Exclude<Message, string>, params: Params, language: string): string {
  const form = new Intl.PluralRules(language).select(Number(params['count'] ?? 0));
  return message[form] ?? message.other;
}

/** A name in another script must not pull the punctuation around it to its side (Unicode TR 9: FSI, PDI). */
function isolate(value: string, language: string): string {
  return directionOf(language) === 'rtl' || /[\u0590-\u08ff]/.test(value) ? `\u2068${value}\u2069` : value;
}
