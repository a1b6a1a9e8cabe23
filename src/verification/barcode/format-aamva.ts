/** Writes the text of an AAMVA bar code: the mirror of `parse-aamva.ts`, for specimens and for tests of the parser. */
import {dateOrder, formatAamvaDate} from './aamva-date.ts';
import {findAamvaIssuer} from './aamva-issuers.ts';

export interface AamvaStatement {
  /** Decides country, jurisdiction and date order. */
  iin: string;
  /** 1 to 10. */
  version: number;
  kind: 'dl' | 'id';
  number: string;
  nameFirst: string;
  nameMiddle?: string;
  nameLast: string;
  nameSuffix?: string;
  /** ISO 8601, as every date. */
  birthdate: string;
  issueDate: string;
  expirationDate: string;
  sex: 'M' | 'F' | 'X';
  street: string;
  city: string;
  postalCode: string;
  heightCm?: number;
  eyeColor?: string;
  discriminator?: string;
  realId?: boolean;
  organDonor?: boolean;
  veteran?: boolean;
  /** Elements of the jurisdiction's own subfile, e.g. `{ZVA: '01'}`. */
  jurisdictionElements?: Record<string, string>;
}

/** Offsets and lengths of the directory are exact. Values must not contain control characters. */
export function formatAamva(statement: AamvaStatement): string {
  const type = statement.kind === 'dl' ? 'DL' : 'ID';
  const subfiles = [formatSubfile(type, elementsOf(statement))];
  const own = Object.entries(statement.jurisdictionElements ?? {});
  const ownType = own[0]?.[0].slice(0, 2);
  if (ownType !== undefined) subfiles.push(formatSubfile(ownType, own));

  const version = String(statement.version).padStart(2, '0');
  const count = String(subfiles.length).padStart(2, '0');
  const header = `@\n\x1e\rANSI ${statement.iin}${version}${statement.version === 1 ? '' : '00'}${count}`;
  let offset = header.length + subfiles.length * 10;
  let directory = '';
  for (const subfile of subfiles) {
    directory += subfile.slice(0, 2) + String(offset).padStart(4, '0') + String(subfile.length).padStart(4, '0');
    offset += subfile.length;
  }
  return header + directory + subfiles.join('');
}

function formatSubfile(type: string, elements: [string, string][]): string {
  return `${type}${elements.map(([id, value]) => id + value).join('\n')}\r`;
}

function elementsOf(statement: AamvaStatement): [string, string][] {
  const {version} = statement;
  const issuer = findAamvaIssuer(statement.iin);
  const country = issuer?.country ?? 'US';
  const order = dateOrder(country, version);
  const elements: [string, string][] = [['DAQ', statement.number], ...nameElements(statement)];
  const flag = (id: string, value: boolean | undefined, since: number, yes = '1', no = '0') => {
    if (value !== undefined && version >= since) elements.push([id, value ? yes : no]);
  };

  elements.push(
    ['DBD', formatAamvaDate(statement.issueDate, order)],
    ['DBB', formatAamvaDate(statement.birthdate, order)],
    ['DBA', formatAamvaDate(statement.expirationDate, order)],
    ['DBC', {M: '1', F: '2', X: '9'}[statement.sex]],
    ['DAG', statement.street],
    ['DAI', statement.city],
    ['DAJ', issuer?.jurisdiction ?? ''],
    [
      'DAK',
      statement.postalCode
        .replace(/[\s-]/g, '')
        .padEnd(country === 'US' ? 9 : 6, '0')
        .padEnd(11),
    ],
  );
  if (statement.eyeColor !== undefined) elements.push(['DAY', statement.eyeColor]);
  if (statement.heightCm !== undefined) elements.push(['DAU', formatHeight(statement.heightCm, country, version)]);
  if (version >= 2) elements.push(['DCG', {US: 'USA', CA: 'CAN', MX: 'MEX'}[country]]);
  if (version >= 2 && statement.discriminator !== undefined) elements.push(['DCF', statement.discriminator]);
  flag('DDA', statement.realId, 5, 'F', 'N');
  flag('DDK', statement.organDonor, 6);
  flag('DDL', statement.veteran, 6);
  return elements;
}

function nameElements(statement: AamvaStatement): [string, string][] {
  const {version, nameFirst, nameMiddle = '', nameLast, nameSuffix = ''} = statement;
  if (version === 1) return [['DAA', [nameLast, nameFirst, nameMiddle, nameSuffix].join(',')]];
  const suffix: [string, string][] = nameSuffix === '' ? [] : [['DCU', nameSuffix]];
  if (version < 4) return [['DCS', nameLast], ['DCT', [nameFirst, nameMiddle].join(',')], ...suffix];
  return [
    ['DCS', nameLast],
    ['DDE', 'N'],
    ['DAC', nameFirst],
    ['DDF', 'N'],
    ['DAD', nameMiddle === '' ? 'NONE' : nameMiddle],
    ['DDG', 'N'],
    ...suffix,
  ];
}

function formatHeight(heightCm: number, country: string, version: number): string {
  const inches = Math.round(heightCm / 2.54);
  if (country !== 'US') return `${String(heightCm).padStart(3, '0')} CM`;
  if (version === 1) return `${Math.floor(inches / 12)}${String(inches % 12).padStart(2, '0')}`;
  return `${String(inches).padStart(3, '0')} IN`;
}
