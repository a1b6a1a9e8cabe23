/** The words of mails and text messages, in the person's language. A language is a file in `words/` and a line here. */
import {chooseLanguage, languages, type Language} from '../protocol/languages.ts';
import ar from './words/ar.ts';
import fr from './words/fr.ts';
import es from './words/es.ts';
import ptBR from './words/pt-BR.ts';
import it from './words/it.ts';
import ja from './words/ja.ts';
import nl from './words/nl.ts';
import pl from './words/pl.ts';
import tr from './words/tr.ts';
import ko from './words/ko.ts';
import zhCN from './words/zh-CN.ts';
import zhTW from './words/zh-TW.ts';
import ru from './words/ru.ts';
import uk from './words/uk.ts';
import cs from './words/cs.ts';
import sv from './words/sv.ts';
import da from './words/da.ts';
import no from './words/no.ts';
import fi from './words/fi.ts';
import hu from './words/hu.ts';
import ro from './words/ro.ts';
import he from './words/he.ts';
import vi from './words/vi.ts';
import id from './words/id.ts';
import hi from './words/hi.ts';
import th from './words/th.ts';
import ms from './words/ms.ts';
import tl from './words/tl.ts';
import ur from './words/ur.ts';
import el from './words/el.ts';
import bg from './words/bg.ts';
import hr from './words/hr.ts';
import sk from './words/sk.ts';
import sl from './words/sl.ts';
import lt from './words/lt.ts';
import sr from './words/sr.ts';
import bn from './words/bn.ts';
import ta from './words/ta.ts';
import az from './words/az.ts';
import cy from './words/cy.ts';
import hy from './words/hy.ts';
import de from './words/de.ts';
import en, {type MessageWords} from './words/en.ts';

export type MessageWord = keyof MessageWords;

export const messageWords: Readonly<Record<Language, MessageWords>> = {
  en,
  hy,
  cy,
  az,
  ta,
  bn,
  sr,
  lt,
  sl,
  sk,
  hr,
  bg,
  el,
  ur,
  tl,
  ms,
  th,
  hi,
  id,
  vi,
  he,
  ro,
  hu,
  fi,
  no,
  da,
  sv,
  cs,
  uk,
  ru,
  'zh-TW': zhTW,
  'zh-CN': zhCN,
  ko,
  tr,
  pl,
  nl,
  ja,
  it,
  'pt-BR': ptBR,
  es,
  fr,
  ar,
  de,
};

/** What the message says, with its places filled; `language` is what the person chose, if anything. */
export function sayMessage(word: MessageWord, language: string | null, params: Record<string, string>): string {
  const words = messageWords[chooseLanguage(language === null ? [] : [language], languages)];
  return words[word].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

/** A requester's name inside of a message: one line, not too long. */
export function nameInMessage(requester: string, longest: number): string {
  const plain = requester.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}
