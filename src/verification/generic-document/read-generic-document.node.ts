/**
 * The engine of `document` verifications (proof of address): files in, what they are, who they are to, where and when, and checks out.
 *
 * Steps: lines of text of every page -> what kind of paper it is -> addresses with their names -> the day it was issued -> checks.
 */
import type {
  GenericDocumentFieldName,
  GenericDocumentResult,
  ReadGenericField,
} from '../../protocol/generic-document.ts';
import type {ProgressWord} from '../../protocol/position.ts';
import {runRules} from '../document/run-checks.ts';
import type {ExpectedResident, GenericDocumentInput} from '../engine.ts';
import {genericDocumentChecks} from './checks/registry.ts';
import {classifyDocument} from './classify-document.ts';
import {compareResident} from './compare-resident.ts';
import {findIssueDate, type IssueDate} from './find-issue-date.ts';
import {findResidents, type Resident} from './find-resident.ts';
import {regionOfLines, type Page, type PageLine} from './page-line.ts';
import {readPages} from './read-pages.node.ts';
import type {PaperReading} from './reading.ts';

export async function readGenericDocument(
  {evidence, config, today, expected}: GenericDocumentInput,
  report: (word: ProgressWord) => void,
): Promise<GenericDocumentResult> {
  const started = process.cpuUsage();
  report('reading_text');
  const {displays, ...read} = await readPages(evidence);
  report('checking_dates');
  const lines = read.pages.flatMap((page) => page.lines);
  const resident = addressee(
    findResidents(
      lines,
      read.pages.map(({height}) => height),
    ),
    expected?.inquiry ?? expected?.account,
  );
  const country = resident?.country;
  const issued = findIssueDate(lines, {today, ...(country !== undefined && {country})});
  const kind = classifyDocument(lines);
  const reading: PaperReading = {
    ...read,
    class: kind,
    ...(resident && {resident}),
    fields: fieldsOf(read.pages, resident, issued),
    config,
    today,
    ...(expected && {expected}),
  };
  const checks = runRules(genericDocumentChecks, reading);
  report('deciding');
  const spent = process.cpuUsage(started);
  return {
    ...(lines.length > 0 && {documentType: kind.type}),
    fields: reading.fields,
    checks,
    displayImages: displays,
    cpuMs: Math.round((spent.user + spent.system) / 1000),
  };
}

/**
 * Of several addresses the one that fits what was said before counts, since a bill names the seller's and the place of supply as
 * well; where nothing was said, the one that looks most like the addressee's.
 */
function addressee(found: readonly Resident[], expected: ExpectedResident | undefined): Resident | undefined {
  const [best] = found;
  if (!expected) return best;
  const points = (resident: Resident) => {
    const {name, address} = compareResident(expected, resident);
    return (name === 'same' ? 2 : 0) + (address === 'same' ? 2 : 0);
  };
  const ranked = found.toSorted((a, b) => points(b) - points(a));
  return ranked[0] && points(ranked[0]) > 0 ? ranked[0] : best;
}

function fieldsOf(
  pages: readonly Page[],
  resident: Resident | undefined,
  issued: IssueDate | undefined,
): PaperReading['fields'] {
  const fields: Partial<Record<GenericDocumentFieldName, ReadGenericField>> = {};
  const add = (
    name: GenericDocumentFieldName,
    value: string | undefined,
    {lines, confidence}: {lines: readonly PageLine[]; confidence: number},
  ) => {
    const [line] = lines;
    if (value === undefined || value === '' || !line) return;
    const region = regionOfLines(pages, lines, name);
    const certainty = Math.min(...lines.map((one) => one.certainty));
    const sure = Math.round(confidence * certainty * 100) / 100;
    fields[name] = {value, sources: [line.source], confidence: sure, ...(region && {region})};
  };
  if (resident) {
    const {name, lines, confidence} = resident;
    const address = {lines, confidence};
    if (name) add('name-full', name.value, {lines: [name.line], confidence});
    add('address-street-1', resident.street1, address);
    add('address-street-2', resident.street2, address);
    add('address-city', resident.city, address);
    add('address-subdivision', resident.subdivision, address);
    add('address-postal-code', resident.postalCode, address);
    add('address-country-code', resident.country, address);
  }
  if (issued) add('issue-date', issued.value, {lines: [issued.line], confidence: issued.confidence});
  return fields;
}
