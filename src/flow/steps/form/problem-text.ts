/** What to do about an answer that does not fit, in words. */
import type {AnswerCode, AnswerProblem} from '../../../protocol/answer.ts';
import type {ShownInput} from '../../../protocol/component.ts';
import {currentLanguage, t, type WordKey} from '../../words.ts';

export function problemText({code, limit}: AnswerProblem, component: ShownInput): string {
  if (code === 'pattern' && 'patternMessage' in component && component.patternMessage) return component.patternMessage;
  if (typeof limit === 'string') return t(keyOf(code, component), {date: dayText(limit)});
  return t(keyOf(code, component), limit === undefined ? {} : {count: limit});
}

/** What is missing is asked for as what it is: typed, chosen or sent. */
function keyOf(code: AnswerCode, {kind}: ShownInput): WordKey {
  if (code === 'required' && kind === 'file') return 'form.requiredFile';
  if (code === 'required' && choosing.has(kind)) return 'form.requiredChoice';
  if (code === 'invalid' && kind === 'number') return 'form.notNumber';
  if (code === 'file') return 'form.fileBad';
  if (code === 'country') return 'form.requiredChoice';
  return `form.${code.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())}` as WordKey;
}

const choosing = new Set<string>(['select', 'multi-select', 'radio-group', 'checkbox-group', 'country', 'id-type']);

function dayText(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), {dateStyle: 'long', timeZone: 'UTC'}).format(
    new Date(`${day}T00:00:00Z`),
  );
}
