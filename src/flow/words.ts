/** The words of the flow: groups loaded as screens need them, `t()` typed by the English keys. */
import {chooseLanguage, directionOf, languages, type Language} from '../protocol/languages.ts';
import {format, type Message, type Messages, type Params} from '../ui/localize.ts';
import type base from './locales/en/base.ts';
import type capture from './locales/en/capture.ts';
import type code from './locales/en/code.ts';
import type consent from './locales/en/consent.ts';
import type document_ from './locales/en/document.ts';
import type ending from './locales/en/ending.ts';
import type form from './locales/en/form.ts';
import type handoff from './locales/en/handoff.ts';
import type idle from './locales/en/idle.ts';
import type problems from './locales/en/problems.ts';
import type proof from './locales/en/proof.ts';
import type sandbox from './locales/en/sandbox.ts';
import type selfie from './locales/en/selfie.ts';
import type trouble from './locales/en/trouble.ts';
import type waiting from './locales/en/waiting.ts';

export interface Groups {
  base: typeof base;
  code: typeof code;
  consent: typeof consent;
  document: typeof document_;
  ending: typeof ending;
  capture: typeof capture;
  form: typeof form;
  handoff: typeof handoff;
  idle: typeof idle;
  problems: typeof problems;
  proof: typeof proof;
  sandbox: typeof sandbox;
  selfie: typeof selfie;
  trouble: typeof trouble;
  waiting: typeof waiting;
}
export type Group = keyof Groups;
type KeyOf<G extends Group> = keyof Groups[G] & string;
export type WordKey = {[G in Group]: `${G}.${KeyOf<G>}`}[Group];

let current: Language = 'en';
let words = new Map<string, Message>();
/** Every screen needs the base; the others join as they are shown. */
const used = new Set<Group>(['base']);

let own: Partial<Record<string, Messages>> = {};

/** Words of the template take the place of ours, key by key. Called before anything is loaded. */
export function preferWords(words: Record<string, unknown> = {}): void {
  own = words as typeof own; // the server checked them when the template was published
}

/** Loads groups in the current language; screens call it before they render. */
export async function loadWords(...groups: Group[]): Promise<void> {
  for (const group of groups) used.add(group);
  const [language, target] = [current, words];
  await Promise.all(groups.map((group) => fill(target, language, group)));
  // the person chose another language meanwhile
  if (target !== words) await loadWords(...groups);
}

/** Changes the language: every group in use is loaded first, so that no screen is ever half translated. */
export async function setLanguage(wanted: readonly string[]): Promise<Language> {
  const language = chooseLanguage(wanted, languages);
  const next = new Map<string, Message>();
  await Promise.all([...used].map((group) => fill(next, language, group)));
  current = language;
  words = next;
  return language;
}

async function fill(target: Map<string, Message>, language: Language, group: Group): Promise<void> {
  if (target.has(group)) return;
  // by convention instead of by a table of some five hundred imports: the build knows this line (`rollup.plugins.mjs`)
  const module = (await import(`./locales/${language}/${group}.ts`)) as {default: Messages};
  for (const [name, message] of Object.entries(module.default)) {
    const key = `${group}.${name}`;
    target.set(key, own[language]?.[key] ?? message);
  }
  // The group's own name marks it as loaded.
  target.set(group, '');
}

export function t(key: WordKey, params: Params = {}): string {
  const message = words.get(key);
  return message === undefined ? '' : format(message, params, current);
}

/** A sentence for everything that a flow takes besides document and face, which have no such word; `kinds` with blanks between. */
export function givenWords(kinds: string): WordKey[] {
  return kinds
    .split(' ')
    .map((kind) => `consent.${kind}` as WordKey)
    .filter((key) => words.has(key));
}

export {languages};

export function currentLanguage(): Language {
  return current;
}

export function currentDirection(): 'ltr' | 'rtl' {
  return directionOf(current);
}

/** What a language calls itself; Chinese is told apart by its characters rather than by countries. */
export function languageName(language: string): string {
  const tag = language.replace('zh-CN', 'zh-Hans').replace('zh-TW', 'zh-Hant');
  const name = new Intl.DisplayNames([language], {type: 'language'}).of(tag) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
