/** What is typed, laid into a mask such as `(###) AA-*`. */
import {fitsPlace} from '../../../protocol/answer.ts';
import {latinDigits} from './digits.ts';

const isPlace = (character: string): boolean => '#A*'.includes(character);

/** As many places as the typed characters fill, with what stands between them; characters that fit nowhere are left out. */
export function layInto(mask: string, typed: string): {text: string; bare: string} {
  const characters = [...latinDigits(typed)];
  let text = '';
  let bare = '';
  let standing = '';
  for (const place of mask) {
    if (!isPlace(place)) {
      standing += place;
      // typed along with the rest
      if (characters[0] === place) characters.shift();
      continue;
    }
    while (characters[0] !== undefined && !fitsPlace(place, characters[0])) characters.shift();
    const character = characters.shift();
    if (character === undefined) return {text, bare};
    text += standing + character;
    bare += character;
    standing = '';
  }
  return {text: text + standing, bare};
}

/** The mask with examples in its places. */
export function exampleOf(mask: string): string {
  return mask.replaceAll('#', '0').replaceAll('*', '0');
}
