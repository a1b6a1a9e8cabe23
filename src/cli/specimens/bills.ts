/** Letters that prove an address, to people who do not exist, from firms that do not: dated from one day. */
import type {PdfPage, PdfText} from './write-pdf.ts';

export interface BillSpecimen {
  name: string;
  /** ISO 8601. */
  issueDate: string;
  pages: PdfPage[];
}

const blue = [0.12, 0.3, 0.52] as const;
const green = [0.1, 0.42, 0.33] as const;

export function bills(today: string): BillSpecimen[] {
  return [
    energyBill('bill', daysBefore(today, 20)),
    energyBill('bill-old', daysBefore(today, 220)),
    bankStatement('statement', daysBefore(today, 9)),
    energyBill('bill-mei', daysBefore(today, 20), 'Mrs Mei Arakawa'),
  ];
}

function energyBill(name: string, issueDate: string, resident = 'Mrs Linnea Solberg'): BillSpecimen {
  const [from, to] = [daysBefore(issueDate, 35), daysBefore(issueDate, 5)];
  const due = daysBefore(issueDate, -14);
  const first = page(
    {title: 'Northlight Energy Ltd', colour: blue, foot: 'Northlight Energy Ltd, 4 Quay Road, Bristol BS1 4DJ'},
    [
      at(60, 150, resident, 11),
      at(60, 166, '17 Harbour Lane', 11),
      at(60, 182, 'Flat 3', 11),
      at(60, 198, 'Bristol BS1 5TR', 11),
      at(360, 150, 'Invoice number', 10),
      at(470, 150, 'NL-204817', 10),
      at(360, 166, 'Invoice date', 10),
      at(470, 166, longDate(issueDate), 10),
      at(360, 182, 'Payment due', 10),
      at(470, 182, longDate(due), 10),
      at(60, 270, 'Your electricity bill', 18, true),
      at(60, 296, `For the period ${longDate(from)} to ${longDate(to)}`, 10),
      at(60, 330, 'Meter number', 10),
      at(220, 330, '7710 449 218', 10),
      at(60, 348, 'Meter reading', 10),
      at(220, 348, '48 211 kWh', 10),
      at(60, 366, 'Used in this period', 10),
      at(220, 366, '212 kWh', 10),
      at(60, 400, 'Energy at 24.5 p per kWh', 10),
      at(470, 400, '51.94', 10),
      at(60, 418, 'Standing charge, 31 days', 10),
      at(470, 418, '16.12', 10),
      at(60, 446, 'Total to pay', 12, true),
      at(470, 446, '68.06', 12, true),
      at(60, 490, 'Thank you for paying by direct debit.', 10),
    ],
  );
  const second = page({title: 'Northlight Energy Ltd', colour: blue, foot: 'Page 2'}, [
    at(60, 150, 'About your tariff', 14, true),
    at(60, 180, 'You are on our standard tariff. It has no end date and no exit fee.', 10),
    at(60, 198, 'Call us on 0117 496 0000 when you move house.', 10),
  ]);
  return {name, issueDate, pages: [first, second]};
}

function bankStatement(name: string, issueDate: string): BillSpecimen {
  const first = page(
    {title: 'First Lakeside Bank', colour: green, foot: 'First Lakeside Bank, P.O. Box 2200, Richmond, VA 23218'},
    [
      at(60, 150, 'JORDAN L SAMPLE', 11),
      at(60, 166, '2940 MAPLE GROVE AVE APT 6', 11),
      at(60, 182, 'RICHMOND, VA 23220', 11),
      at(340, 150, 'Account statement', 16, true),
      at(340, 176, `Statement date: ${shortUsDate(issueDate)}`, 10),
      at(340, 192, 'Account number: ****4471', 10),
      at(60, 270, 'Opening balance', 10),
      at(470, 270, '1,204.18', 10),
      at(60, 288, 'Deposits', 10),
      at(470, 288, '2,310.00', 10),
      at(60, 306, 'Withdrawals', 10),
      at(470, 306, '1,877.42', 10),
      at(60, 330, 'Closing balance', 11, true),
      at(470, 330, '1,636.76', 11, true),
    ],
  );
  return {name, issueDate, pages: [first]};
}

function page(
  {title, colour, foot}: {title: string; colour: readonly [number, number, number]; foot: string},
  texts: PdfText[],
): PdfPage {
  return {
    items: [
      {x: 0, y: 0, width: 595, height: 10, fill: colour},
      {x: 60, y: 46, width: 26, height: 26, fill: colour},
      at(98, 66, title, 18, true),
      {...at(430, 66, 'SPECIMEN', 18, true), grey: 0.7},
      ...texts,
      {...at(60, 800, foot, 8), grey: 0.35},
      {...at(60, 814, 'A specimen for trying things out. Nobody owes anything.', 8), grey: 0.35},
    ],
  };
}

function at(x: number, y: number, text: string, size: number, bold = false): PdfText {
  return {text, x, y, size, ...(bold && {bold})};
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

function longDate(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(day));
}

function shortUsDate(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
}
