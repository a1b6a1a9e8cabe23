/** The digits of what was typed or pasted, in ASCII: `١٢٣ ٤٥٦` and `123-456` are `123456`. */
export function digitsOf(text: string): string {
  return [...text.normalize('NFKC')].map((sign) => asDigit(sign)).join('');
}

/** The decimal digits of every script stand in rows of ten, from zero to nine, whose length tells where a row begins. */
function asDigit(sign: string): string {
  if (!/\p{Nd}/u.test(sign)) return '';
  const point = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
  return String(before);
}
