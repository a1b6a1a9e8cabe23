/** Digits of other scripts as 0 to 9: people type those of their keyboard. */
const zeros = ['\u0660', '\u06f0', '\u0966', '\u09e6', '\u0ae6', '\u0be6', '\u0e50', '\uff10'].map(
  (zero) => zero.codePointAt(0) ?? 0,
);

export function latinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
