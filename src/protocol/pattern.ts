/**
 * Patterns that an operator writes into a template, matched in time that grows with the text and no faster: neither a person's page nor
 * the server hangs on `(a+)+`. RE2 knows no look-around and no back references; a template that uses them is refused when it is published.
 * Frame and server both match by this, so that they never disagree.
 */
import {RE2JS} from 're2js';

/** Whether the whole text is as the pattern says. */
export function matchesPattern(pattern: string, text: string): boolean {
  return compile(pattern).matches(text);
}

/** What of a regular expression cannot be used; undefined when all of it can. */
export function troubleWithPattern(pattern: string): string | undefined {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.replace(/^error parsing regexp: /, '');
  }
}

function compile(pattern: string): RE2JS {
  return RE2JS.compile(`^(?:${RE2JS.translateRegExp(pattern)})$`);
}
