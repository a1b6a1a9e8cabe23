/** The flow's words in a language, so that a journey presses what a person of that language reads. */
import fs from 'node:fs';
import path from 'node:path';
import type {Message} from '../../src/ui/localize.ts';

export const locales = path.resolve(import.meta.dirname, '../../src/flow/locales');

export type Words = (group: string, key: string, params?: Record<string, string>) => string;

/** Of words that count, those for many. */
export async function wordsOf(language: string): Promise<Words> {
  const files = fs.readdirSync(path.join(locales, language));
  const groups = await Promise.all(
    files.map(async (file) => {
      const {default: words} = (await import(path.join(locales, language, file))) as {default: Record<string, Message>};
      return [path.basename(file, '.ts'), words] as const;
    }),
  );
  const known = new Map(groups);
  return (group, key, params = {}) => {
    const message = known.get(group)?.[key];
    const text = typeof message === 'string' ? message : message?.other;
    if (text === undefined) throw new Error(`${language} has no words for ${group}.${key}`);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  };
}
