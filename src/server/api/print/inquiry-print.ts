/** What the print of an inquiry, or of one verification, says to this caller: nothing that the API would not. */
import type {Context} from '../../../commands/context.ts';
import {withoutBlocked} from '../../../protocol/attribute-blocklist.ts';
import type {PrintBlock, PrintDocument} from '../../../protocol/print.ts';
import type {Resource} from '../../../protocol/resource.ts';
import {findDocument, listDocuments} from '../../../storage/document.ts';
import {listEvents} from '../../../storage/event.ts';
import {readInquiryRelated} from '../../../storage/inquiry-related.ts';
import {presentVerification} from '../../../storage/resources/finding.ts';
import {presentInquiry} from '../../../storage/resources/inquiry.ts';
import type {Row} from '../../../storage/schema.ts';
import {findTemplate} from '../../../storage/template.ts';
import {listVerifications} from '../../../storage/verification.ts';
import {holdsPermission, type Caller} from '../authenticate.ts';
import {factList, toneOf, verificationBlocks, type PrintedVerification} from './verification-blocks.ts';
import {sayMoment, sayName, sayValue} from './words.ts';

interface Printing {
  ctx: Context;
  caller: Caller;
  now: Date;
}

export async function inquiryPrint(printing: Printing, row: Row<'inquiry'>): Promise<PrintDocument> {
  const {ctx} = printing;
  const {db} = ctx.database;
  const related = (await readInquiryRelated(db, row.env_id, [row])).get(row.id);
  const shown = seen(printing, presentInquiry(row, related));
  const template = await findTemplate(db, row.env_id, row.template_id);
  const redacted = sayMoment(shown.attributes['redacted-at']);
  return {
    title: 'Inquiry',
    status: {word: sayName(row.status), tone: toneOf(row.status)},
    footer: footerOf(printing, row.id),
    blocks: [
      {kind: 'facts', facts: headOf(shown, template?.name)},
      ...(redacted === undefined
        ? []
        : [{kind: 'note' as const, text: `What was known of the person was redacted on ${redacted}.`}]),
      ...fieldBlocks(shown.attributes['fields']),
      ...(await findings(printing, row)),
      ...(await historyBlocks(printing, row)),
    ],
  };
}

export async function verificationPrint(printing: Printing, row: Row<'verification'>): Promise<PrintDocument> {
  const {db} = printing.ctx.database;
  const key = {envId: row.env_id, id: row.document_id ?? ''};
  const document = row.document_id === null ? undefined : await findDocument(db, key);
  return {
    title: 'Verification',
    status: {word: sayName(row.status), tone: toneOf(row.status)},
    footer: footerOf(printing, row.id),
    blocks: [
      {kind: 'facts', facts: factList([['Inquiry', row.inquiry_id ?? undefined]])},
      ...(await verificationBlocks(printing.ctx, {row, document, shown: shownVerification(printing, row)})),
    ],
  };
}

function seen<T extends Resource>({caller}: Printing, resource: T): T {
  return (withoutBlocked({data: resource}, caller.key.attribute_blocklist) as {data: T}).data;
}

/** With an address of nothing, so that attributes of pictures are there for the blocklist to take away. */
function shownVerification(printing: Printing, row: Row<'verification'>): PrintedVerification['shown'] {
  return seen(
    printing,
    presentVerification(row, {}, () => ''),
  );
}

function headOf({id, attributes}: Resource, templateName: string | undefined) {
  const times = ['created', 'started', 'completed', 'failed', 'expired', 'marked-for-review', 'decisioned'] as const;
  return factList([
    ['Inquiry', id],
    ['Reference', sayValue(attributes['reference-id'])],
    ['Template', templateName],
    ['Tags', sayValue(attributes['tags'])],
    ...times.map((time) => [sayName(time), sayMoment(attributes[`${time}-at`])] as const),
    ['Note', sayValue(attributes['note'])],
    ['Comment of the decision', sayValue(attributes['reviewer-comment'])],
  ]);
}

function fieldBlocks(fields: unknown): PrintBlock[] {
  const facts = factList(
    Object.entries((fields ?? {}) as Record<string, {value: unknown}>).map(([name, {value}]) => [
      sayName(name),
      sayValue(value),
    ]),
  );
  return facts.length === 0
    ? []
    : [
        {kind: 'section', title: 'Fields'},
        {kind: 'facts', facts},
      ];
}

async function findings(printing: Printing, {env_id: envId, id: inquiryId}: Row<'inquiry'>): Promise<PrintBlock[]> {
  const {ctx, caller} = printing;
  const {db} = ctx.database;
  const rows = await listVerifications(db, {envId, inquiryId});
  if (rows.length === 0) return [];
  if (!holdsPermission(caller, 'verification.read'))
    return [{kind: 'note', text: 'Verifications are left out: the key lacks the permission verification.read.'}];
  const documents = await listDocuments(db, {envId, inquiryId});
  const blocks: PrintBlock[] = [];
  for (const row of rows) {
    const document = documents.find(({id}) => id === row.document_id);
    blocks.push(...(await verificationBlocks(ctx, {row, document, shown: shownVerification(printing, row)})));
  }
  return blocks;
}

async function historyBlocks({ctx}: Printing, {env_id: envId, id}: Row<'inquiry'>): Promise<PrintBlock[]> {
  const page = await listEvents(ctx.database.db, envId, {objectIds: [id]}, {size: 100});
  if (page.items.length === 0) return [];
  const entries = page.items.reverse().map(({created_at: at, name, id: eventId}) => ({
    at: sayMoment(at.toISOString()) ?? '',
    what: sayName(name.replace(/^inquiry\./, '')),
    detail: eventId,
  }));
  return [
    {kind: 'section', title: 'History'},
    {kind: 'history', entries},
  ];
}

function footerOf({caller, now}: Printing, id: string): string {
  return `${caller.environment.name} · ${id} · printed ${sayMoment(now.toISOString())} by Countersign`;
}
