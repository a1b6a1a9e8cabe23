/**
 * Who a letter is to and where they live. Pure.
 *
 * Steps: lines that carry a postal code -> the street above each, in the same column -> the name above that. A letter has two
 * addresses at least, the sender's and the addressee's: one with a person's name above, high on the first page, is the addressee's.
 */
import {countryOfName, readCityLine, readCodeAlone, type CityLine} from './address-formats.ts';
import {folded, type PageLine} from './page-line.ts';

export interface Resident {
  /** As printed, with what it is addressed to. */
  name?: {value: string; line: PageLine};
  street1: string;
  street2?: string;
  city: string;
  subdivision?: string;
  postalCode: string;
  country?: string;
  /** The lines of the address, from the street to the city or country. */
  lines: PageLine[];
  /** 0 to 1. */
  confidence: number;
}

const company =
  /\b(gmbh|ag|kg|ohg|ug|mbh|e ?v|se|ltd|limited|llc|llp|inc|corp|plc|co|company|bank|sparkasse|stadtwerke|energy|energie|power|water|gas|telecom|insurance|versicherung|finanzamt|council|department|office|group|s ?a|s ?l|s ?p ?a|s ?r ?l|sarl|sas|bv|nv|ab|asa|oy|aps|spolka|services?|customer|kundenservice|kundencenter)\b/;
const salutation =
  /^(mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|familie|m|mme|mlle|monsieur|madame|sr|sra|srta|sig|sigra|dhr|mevr)(?=[. ])\.? */i;
/** What stands between the addressee and the street. */
const addition = /^(c\/o|apt\b|apartment|flat\b|unit\b|suite|floor|etage|wohnung|top \d|app\b)/i;
const streetWord =
  /(stra(ss|ß)e|str\.|weg\b|gasse|platz|allee|ring\b|damm\b|ufer\b|\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|close|place|square|crescent|terrace|rue|chemin|impasse|quai|calle|avenida|avda|plaza|paseo|via|viale|piazza|corso|rua|straat|laan|weg|gate|gata|veien|vegen|gatan|vagen|ulica|ul|aleja|utca|ut)\b)/i;
const poBox =
  /\b(p\.? ?o\.? ?box|postfach|apartado|bo[iî]te postale|b\.? ?p\.? \d|casella postale|postbus|postboks)\b/i;

export function isPoBox(text: string): boolean {
  return poBox.test(text);
}

/** Every address on the pages, the addressee's most likely one first. */
export function findResidents(lines: readonly PageLine[], pageHeights: readonly number[]): Resident[] {
  const found = lines
    .flatMap((line) => addressesAt(line, lines))
    .map((resident) => {
      return {resident, score: likelihood(resident, pageHeights)};
    });
  return found
    .sort((a, b) => b.score - a.score)
    .map(({resident, score}) => {
      return {...resident, confidence: Math.max(0.3, Math.min(0.95, score))};
    });
}

function addressesAt(line: PageLine, lines: readonly PageLine[]): Resident[] {
  const inline = readInline(line, lines);
  if (inline) return [inline];
  const cityLine = readCityLine(line.text);
  if (cityLine) return fromCity(cityLine, [line], lines);
  const alone = readCodeAlone(line.text);
  const above = alone && lineAbove(line, lines);
  if (!alone || !above || /\d/.test(above.text)) return [];
  return fromCity({...alone, city: above.text.trim()}, [above, line], lines);
}

/** `12 Elm Street, Springfield, IL 62701` or `Lindenweg 12, 10115 Berlin` on one line. */
function readInline(line: PageLine, lines: readonly PageLine[]): Resident | undefined {
  const parts = line.text.split(/ *[,·•|] */).map((part) => part.trim());
  for (let cut = 1; cut < parts.length; cut++) {
    const cityLine = readCityLine(parts.slice(cut).join(', '));
    const street = parts[cut - 1] ?? '';
    if (!cityLine || !isStreet(street)) continue;
    const before = parts.slice(0, cut - 1).join(' ');
    const above = lineAbove(line, lines);
    const inlineName = isPersonName(before) ? {value: nameOf(before), line} : undefined;
    const name =
      inlineName ?? (above && isPersonName(above.text) ? {value: nameOf(above.text), line: above} : undefined);
    return {...placeOf(cityLine), ...(name && {name}), street1: street, lines: [line], confidence: 0};
  }
  return undefined;
}

function fromCity(cityLine: CityLine, own: PageLine[], lines: readonly PageLine[]): Resident[] {
  const first = own[0];
  if (!first) return [];
  const above = columnAbove(first, lines, 5);
  // The street is the nearest line above that looks like one; a district or a flat may stand between.
  const at = above.slice(0, 3).findIndex(({text}) => isStreet(text) && !isAddition(text));
  const street = above[at];
  if (!street) return [];
  const rest = above.slice(at + 1);
  const extra = [...above.slice(0, at), rest[0]].find((line) => line !== undefined && isAddition(line.text));
  const holder = rest.filter((line) => line !== extra).slice(0, 2);
  const person = holder.find(({text}) => isPersonName(text));
  const below = lineBelow(own.at(-1) ?? first, lines);
  const named = below && countryOfName(below.text, folded);
  return [
    {
      ...placeOf(cityLine),
      ...(named !== undefined && {country: named}),
      ...(person && {name: {value: nameOf(person.text), line: person}}),
      street1: street.text.trim(),
      ...(extra && {street2: extra.text.trim()}),
      lines: [street, ...(extra ? [extra] : []), ...own, ...(named !== undefined && below ? [below] : [])],
      confidence: 0,
    },
  ];
}

function placeOf({postalCode, city, subdivision, country}: CityLine) {
  return {
    postalCode,
    city,
    ...(subdivision !== undefined && {subdivision}),
    ...(country !== undefined && {country}),
  };
}

function likelihood({name, lines, street1}: Resident, heights: readonly number[]): number {
  const [line] = lines;
  const height = line && heights[line.page];
  if (!line || height === undefined) return 0;
  const top = line.box.y / height;
  const certainty = lines.reduce((sum, one) => sum + one.certainty, 0) / lines.length;
  return (
    0.35 +
    (name ? 0.35 : 0) +
    (line.page === 0 ? 0.1 : 0) +
    (top < 0.45 ? 0.1 : top > 0.8 ? -0.15 : 0) +
    (poBox.test(street1) ? -0.1 : 0.05) -
    (1 - certainty) * 0.5
  );
}

function isAddition(text: string): boolean {
  return addition.test(text.trim()) && !streetWord.test(text);
}

function isStreet(text: string): boolean {
  const line = text.trim();
  if (line.length < 4 || line.length > 60) return false;
  if (poBox.test(line)) return true;
  // "2940 MAPLE GROVE AVE" has the form of a town behind its postal code
  const town = readCityLine(line);
  if (town && (town.country !== undefined || !streetWord.test(line))) return false;
  const number = /^\d{1,5}[a-z]?\b[ ,]|[ ,]\d{1,5} ?[a-z]?([-/]\d{1,5}[a-z]?)?( ?\/ ?\d+)?$/i.test(line);
  const letters = (line.match(/\p{L}/gu) ?? []).length;
  return (
    number && letters >= 3 && !/\d{6,}|[:€$£%@]/.test(line) && (streetWord.test(line) || letters >= line.length * 0.5)
  );
}

/** Two to five words of letters that are no company and no heading. */
export function isPersonName(text: string): boolean {
  const bare = text.trim().replace(salutation, '').replace(salutation, '');
  if (bare.length < 4 || bare.length > 50 || !/^[\p{L}][\p{L} .'’,&-]+$/u.test(bare)) return false;
  if (company.test(folded(bare).replace(/[.]/g, ' '))) return false;
  const words = bare.split(/[ ,]+/).filter((word) => /\p{L}/u.test(word));
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) =>
      /^\p{Lu}|^(von|van|de|der|den|del|della|di|da|dos|du|le|la|zu|und|and|y|e|&|bin|al|el)$/u.test(word),
    )
  );
}

function nameOf(text: string): string {
  return text.trim().replace(salutation, '').replace(salutation, '').replace(/\s+/g, ' ');
}

function columnAbove(line: PageLine, lines: readonly PageLine[], most: number): PageLine[] {
  const column: PageLine[] = [];
  for (let from: PageLine | undefined = line; column.length < most;) {
    from = lineAbove(from, lines);
    if (!from) break;
    column.push(from);
  }
  return column;
}

function lineAbove(line: PageLine, lines: readonly PageLine[]): PageLine | undefined {
  return nearest(line, lines, (other) => line.box.y + line.box.height / 2 - (other.box.y + other.box.height / 2));
}

function lineBelow(line: PageLine, lines: readonly PageLine[]): PageLine | undefined {
  return nearest(line, lines, (other) => other.box.y + other.box.height / 2 - (line.box.y + line.box.height / 2));
}

/** The next line of the same block: begins at the same place, is about as high, and stands within three heights. */
function nearest(line: PageLine, lines: readonly PageLine[], apart: (other: PageLine) => number): PageLine | undefined {
  const {box} = line;
  let best: PageLine | undefined;
  for (const other of lines) {
    if (other === line || other.page !== line.page) continue;
    const gap = apart(other);
    const height = Math.max(box.height, other.box.height);
    const alike = height < 2.2 * Math.min(box.height, other.box.height);
    const aligned = Math.abs(other.box.x - box.x) < height * 1.6;
    if (gap < height * 0.5 || gap > height * 3 || !alike || !aligned) continue;
    if (!best || gap < apart(best)) best = other;
  }
  return best;
}
