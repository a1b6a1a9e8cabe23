/**
 * Names into the letters of an MRZ (ICAO 9303-3, section 6): apostrophes vanish, hyphens and blanks become fillers,
 * national letters follow the recommended transliterations; anything else loses its accents or is left out.
 */
const latin: Record<string, string> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  ẞ: 'SS',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ħ: 'H',
  Ł: 'L',
  Ŋ: 'N',
  Ŧ: 'T',
  Ĳ: 'IJ',
  ĸ: 'Q',
  ı: 'I',
};

const cyrillic: Record<string, string> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ё: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  І: 'I',
  Й: 'I',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ы: 'Y',
  Ъ: 'IE',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
  Ђ: 'D',
  Ѕ: 'DZ',
  Ј: 'J',
  Љ: 'LJ',
  Њ: 'NJ',
  Ќ: 'K',
  Џ: 'DZ',
  Є: 'IE',
  Ї: 'I',
  Ґ: 'G',
  Ў: 'U',
  Ь: '',
};

export function toMrzName(name: string): string {
  let out = '';
  for (const symbol of name.normalize('NFC').toUpperCase()) out += letter(symbol);
  return out.replace(/<+/g, '<').replace(/^<|<$/g, '');
}

function letter(symbol: string): string {
  if (/[A-Z]/.test(symbol)) return symbol;
  const known = latin[symbol] ?? cyrillic[symbol];
  if (known !== undefined) return known;
  if (/[\s\-‐‑–]/.test(symbol)) return '<';
  const bare = symbol.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[A-Z]+$/.test(bare) ? bare : '';
}
