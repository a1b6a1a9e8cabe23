/** The words of the flow: groups loaded as screens need them, `t()` typed by the English keys. */
import {chooseLanguage, directionOf, format, type Loader, type Message, type Params} from '../ui/localize.ts';
import type base from './locales/en/base.ts';
import type capture from './locales/en/capture.ts';
import type document_ from './locales/en/document.ts';
import type handoff from './locales/en/handoff.ts';
import type problems from './locales/en/problems.ts';
import type proof from './locales/en/proof.ts';
import type selfie from './locales/en/selfie.ts';
import type waiting from './locales/en/waiting.ts';

export interface Groups {
  base: typeof base;
  document: typeof document_;
  capture: typeof capture;
  handoff: typeof handoff;
  problems: typeof problems;
  proof: typeof proof;
  selfie: typeof selfie;
  waiting: typeof waiting;
}
export type Group = keyof Groups;
type KeyOf<G extends Group> = keyof Groups[G] & string;
export type WordKey = {[G in Group]: `${G}.${KeyOf<G>}`}[Group];

const loaders = {
  en: {
    base: () => import('./locales/en/base.ts'),
    document: () => import('./locales/en/document.ts'),
    capture: () => import('./locales/en/capture.ts'),
    handoff: () => import('./locales/en/handoff.ts'),
    problems: () => import('./locales/en/problems.ts'),
    proof: () => import('./locales/en/proof.ts'),
    selfie: () => import('./locales/en/selfie.ts'),
    waiting: () => import('./locales/en/waiting.ts'),
  },
  de: {
    base: () => import('./locales/de/base.ts'),
    document: () => import('./locales/de/document.ts'),
    capture: () => import('./locales/de/capture.ts'),
    handoff: () => import('./locales/de/handoff.ts'),
    problems: () => import('./locales/de/problems.ts'),
    proof: () => import('./locales/de/proof.ts'),
    selfie: () => import('./locales/de/selfie.ts'),
    waiting: () => import('./locales/de/waiting.ts'),
  },
  ar: {
    base: () => import('./locales/ar/base.ts'),
    document: () => import('./locales/ar/document.ts'),
    capture: () => import('./locales/ar/capture.ts'),
    handoff: () => import('./locales/ar/handoff.ts'),
    problems: () => import('./locales/ar/problems.ts'),
    proof: () => import('./locales/ar/proof.ts'),
    selfie: () => import('./locales/ar/selfie.ts'),
    waiting: () => import('./locales/ar/waiting.ts'),
  },
} satisfies Record<string, Record<Group, Loader>>;

export type Language = keyof typeof loaders;
export const languages = Object.keys(loaders) as Language[];

let current: Language = 'en';
let words = new Map<string, Message>();
/** Every screen needs the base; the others join as they are shown. */
const used = new Set<Group>(['base']);

/** Loads groups in the current language; screens call it before they render. */
export async function loadWords(...groups: Group[]): Promise<void> {
  const missing = groups.filter((group) => !words.has(group));
  await Promise.all(missing.map((group) => fill(words, current, group)));
  for (const group of groups) used.add(group);
}

/** Changes the language: every group in use is loaded first, so that no screen is ever half translated. */
export async function setLanguage(wanted: readonly string[]): Promise<Language> {
  const language = chooseLanguage(wanted, languages) as Language;
  const next = new Map<string, Message>();
  await Promise.all([...used].map((group) => fill(next, language, group)));
  current = language;
  words = next;
  return language;
}

async function fill(target: Map<string, Message>, language: Language, group: Group): Promise<void> {
  const module = await loaders[language][group]();
  // The group's own name marks it as loaded.
  target.set(group, '');
  for (const [key, message] of Object.entries<Message>(module.default)) target.set(`${group}.${key}`, message);
}

export function t(key: WordKey, params: Params = {}): string {
  const message = words.get(key);
  return message === undefined ? '' : format(message, params, current);
}

export function currentLanguage(): Language {
  return current;
}

export function currentDirection(): 'ltr' | 'rtl' {
  return directionOf(current);
}

/** What a language calls itself. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
