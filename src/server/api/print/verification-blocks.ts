/** A verification as blocks of a print: what was read, which pictures with what was looked at, and every check with its reason. */
import type {Context} from '../../../commands/context.ts';
import type {Check} from '../../../protocol/check.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import type {PrintBlock, PrintCheck, PrintFact, PrintPicture, PrintTone} from '../../../protocol/print.ts';
import type {OverlayMark} from '../../../protocol/region-overlay.ts';
import type {Resource} from '../../../protocol/resource.ts';
import {selfieAttributes} from '../../../storage/resources/selfie.ts';
import type {DocumentPage, Row} from '../../../storage/schema.ts';
import {isReading, sayCode, sayKind, sayMoment, sayName, sayValue} from './words.ts';

export interface PrintedVerification {
  row: Row<'verification'>;
  document: Row<'document'> | undefined;
  /** As this key may see it. */
  shown: Resource;
}

/** Attributes that have a place of their own on the page. */
const told =
  /^(status|created-at|submitted-at|completed-at|redacted-at|checks|tags|fields|.*-ts|.*-urls?|.*photos?|files.*|extraction-.*)$/;

/** Attributes that show a picture; where a key sees none of them, a print has none. */
const pictured = ['photo-urls', 'front-photo-url', 'files-normalized', 'center-photo-url'];

export function toneOf(status: string): PrintTone {
  if (/^(passed|approved|completed)$/.test(status)) return 'passed';
  return /^(failed|declined|expired)$/.test(status) ? 'failed' : 'neutral';
}

export async function verificationBlocks(ctx: Context, printed: PrintedVerification): Promise<PrintBlock[]> {
  const {row, shown} = printed;
  const {attributes} = shown;
  const facts = factsOf(attributes);
  const checks = 'checks' in attributes ? row.checks : [];
  const pictures = pictured.some((name) => name in attributes) ? await picturesOf(ctx, printed, checks) : [];
  const redacted = sayMoment(attributes['redacted-at']);
  return [
    {
      kind: 'section',
      title: `${sayKind(row.kind)} · attempt ${row.attempt}`,
      status: {word: sayName(row.status), tone: toneOf(row.status)},
    },
    {kind: 'facts', facts: headOf(shown)},
    ...(redacted === undefined ? [] : [{kind: 'note' as const, text: `What was found was redacted on ${redacted}.`}]),
    ...(facts.length === 0
      ? []
      : [
          {kind: 'heading' as const, title: 'What was read'},
          {kind: 'facts' as const, facts},
        ]),
    ...(pictures.length === 0
      ? []
      : [
          {kind: 'heading' as const, title: 'Pictures', keep: 280},
          {kind: 'pictures' as const, pictures},
        ]),
    ...(checks.length === 0
      ? []
      : [
          {kind: 'heading' as const, title: 'Checks'},
          {kind: 'checks' as const, checks: sorted(checks).map(checkOf)},
        ]),
  ];
}

function headOf({id, attributes}: Resource): PrintFact[] {
  return factList([
    ['Verification', id],
    ['Submitted', sayMoment(attributes['submitted-at'])],
    ['Completed', sayMoment(attributes['completed-at'])],
  ]);
}

export function factList(entries: readonly (readonly [string, string | undefined])[]): PrintFact[] {
  return entries.flatMap(([label, value]) => (value === undefined ? [] : [{label, value}]));
}

function factsOf(attributes: Record<string, unknown>): PrintFact[] {
  const own = Object.entries(attributes)
    .filter(([name]) => !told.test(name))
    .map(([name, value]) => [sayName(name), sayValue(value)] as const);
  return [...factList(own), ...extracted(attributes['extraction-responses'])];
}

/** What a document of several pages said, in the shape of the API. */
function extracted(responses: unknown): PrintFact[] {
  if (!Array.isArray(responses)) return [];
  return (responses as {'field-name': string; results: {value: unknown; page: number}[]}[]).flatMap((response) => {
    const [result] = response.results;
    const value = sayValue(result?.value);
    return value === undefined || !result
      ? []
      : [{label: sayName(response['field-name']), value, detail: `page ${result.page}`}];
  });
}

/** What failed first, then what passed, then what did not apply. */
function sorted(checks: readonly Check[]): Check[] {
  const order = ['failed', 'passed', 'not_applicable'];
  return [...checks].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

function checkOf({name, status, requirement, reasons, metadata}: Check): PrintCheck {
  const measured = sayValue(metadata.value);
  const threshold = sayValue(metadata.threshold);
  return {
    name: sayName(name),
    status: {word: sayName(status), tone: toneOf(status)},
    requirement: requirement === 'required' ? 'Required' : 'For information',
    reasons: reasons.map(sayCode),
    ...(measured !== undefined && {measured}),
    ...(threshold !== undefined && {threshold}),
    ...(measured !== undefined && metadata.unit !== undefined && {unit: metadata.unit}),
  };
}

type Page = Pick<DocumentPage, 'evidenceId' | 'displayFileId' | 'card'> & {side: string};

async function picturesOf(
  ctx: Context,
  {row, document}: PrintedVerification,
  checks: readonly Check[],
): Promise<PrintPicture[]> {
  const pages: Page[] =
    row.kind === 'selfie'
      ? (selfieAttributes(row).frames ?? []).map(({pose, ...frame}) => ({...frame, side: pose}))
      : document?.redacted_at === null
        ? document.pages
        : [];
  const pictures = await Promise.all(pages.map((page, n) => pictureOf(ctx, row.env_id, {page, n, checks})));
  return pictures.flatMap((picture) => picture ?? []);
}

async function pictureOf(
  ctx: Context,
  envId: string,
  {page, n, checks}: {page: Page; n: number; checks: readonly Check[]},
): Promise<PrintPicture | undefined> {
  const {displayFileId, card, side, evidenceId} = page;
  if (displayFileId === undefined) return undefined;
  const marks = marksOf(checks, {evidenceId, page: side === 'page' ? n + 1 : undefined});
  try {
    const jpeg = await ctx.files.readAll(ctx.database.db, {envId, id: card?.fileId ?? displayFileId});
    return {title: sayName(side), jpeg, marks, ...(card && {corners: card.corners})};
  } catch (error) {
    // forgotten while we printed
    if (error instanceof CountersignError && (error.code === 'gone' || error.code === 'not_found')) return undefined;
    throw error;
  }
}

/** Where checks looked on this picture: what failed by its name, what was read by its label; where quality was measured is left out. */
function marksOf(checks: readonly Check[], {evidenceId, page}: {evidenceId: string; page: number | undefined}) {
  return checks.flatMap((check): OverlayMark[] => {
    if (check.status === 'not_applicable') return [];
    const regions = (check.metadata.regions ?? []).filter(
      (region) => region.evidenceId === evidenceId && (page === undefined || (region.page ?? 1) === page),
    );
    if (check.status === 'failed')
      return regions.map((region) => ({region, tone: 'failed', label: sayName(check.name)}));
    return regions
      .filter(({label}) => label !== undefined && isReading(label))
      .map((region) => ({region, tone: 'neutral', label: sayName(region.label ?? '')}));
  });
}
