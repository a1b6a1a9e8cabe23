/** What `include` sends along with an inquiry, and the inquiry sent along with others. */
import type {Context} from '../../commands/context.ts';
import type {Resource} from '../../protocol/resource.ts';
import {findAccount} from '../../storage/account.ts';
import type {Reader} from '../../storage/database.ts';
import {listDocuments} from '../../storage/document.ts';
import {readGovernmentIdRelated} from '../../storage/government-id-related.ts';
import {readInquiryRelated} from '../../storage/inquiry-related.ts';
import {findInquiry} from '../../storage/inquiry.ts';
import {listSessions} from '../../storage/inquiry-session.ts';
import {presentAccount} from '../../storage/resources/account.ts';
import {presentDocument, presentVerification} from '../../storage/resources/finding.ts';
import type {FileUrl, GovernmentIdRelated} from '../../storage/resources/government-id.ts';
import {presentInquiry} from '../../storage/resources/inquiry.ts';
import {presentInquirySession} from '../../storage/resources/inquiry-session.ts';
import {presentTemplate, presentTemplateVersion} from '../../storage/resources/template.ts';
import type {Row} from '../../storage/schema.ts';
import {readSelfieSizes} from '../../storage/selfie-related.ts';
import {findTemplate, findTemplateVersion} from '../../storage/template.ts';
import {listVerifications} from '../../storage/verification.ts';
import {fileUrls} from './file-url.ts';

/** Names an inquiry's `include` takes; those without content yet give nothing. */
export const inquiryIncludes = [
  'account',
  'template',
  'inquiry-template',
  'inquiry-template-version',
  'reports',
  'transaction',
  'reviewer',
  'selfies',
  'sessions',
  'documents',
  'verifications',
] as const;

/** The inquiry something belongs to, as a list of one or none. */
export async function includeInquiry(
  reader: Reader,
  envId: string,
  {inquiryId, urls}: {inquiryId: string | null; urls: FileUrl},
): Promise<Resource[]> {
  const row = inquiryId === null ? undefined : await findInquiry(reader, envId, inquiryId);
  if (!row) return [];
  const related = await readInquiryRelated(reader, envId, [row]);
  return [presentInquiry(row, related.get(row.id), urls)];
}

export async function includeWithInquiry(
  ctx: Context,
  reader: Reader,
  row: Row<'inquiry'>,
  options: {include: readonly string[]; now: Date},
): Promise<Resource[]> {
  const wants = (name: (typeof inquiryIncludes)[number]) => options.include.includes(name);
  const included: Resource[] = [];
  const {env_id: envId, id: inquiryId} = row;
  if (wants('account') && row.account_id !== null) {
    const account = await findAccount(reader, envId, row.account_id);
    if (account) included.push(presentAccount(account));
  }
  if (wants('inquiry-template') || wants('inquiry-template-version')) {
    included.push(
      ...(await templates(reader, row, {
        template: wants('inquiry-template'),
        version: wants('inquiry-template-version'),
      })),
    );
  }
  if (wants('sessions')) {
    const sessions = await listSessions(reader, envId, {inquiryId}, {size: 100});
    included.push(...sessions.items.map((session) => presentInquirySession(session, options.now)));
  }
  if (wants('verifications') || wants('documents')) {
    included.push(
      ...(await findings(ctx, reader, row, {
        ...options,
        verifications: wants('verifications'),
        documents: wants('documents'),
      })),
    );
  }
  return included;
}

async function templates(
  reader: Reader,
  row: Row<'inquiry'>,
  wanted: {template: boolean; version: boolean},
): Promise<Resource[]> {
  const template = await findTemplate(reader, row.env_id, row.template_id);
  const version = await findTemplateVersion(reader, row.env_id, row.template_version_id);
  if (!template || !version) return [];
  return [
    ...(wanted.template ? [presentTemplate(template, version.graph)] : []),
    ...(wanted.version ? [presentTemplateVersion(version, template)] : []),
  ];
}

async function findings(
  ctx: Context,
  reader: Reader,
  row: Row<'inquiry'>,
  wanted: {verifications: boolean; documents: boolean; now: Date},
): Promise<Resource[]> {
  const {env_id: envId, id: inquiryId} = row;
  const urls = fileUrls(ctx, envId, wanted.now);
  const documents = await listDocuments(reader, {envId, inquiryId});
  const related = new Map<string, GovernmentIdRelated>();
  for (const document of documents) {
    related.set(document.id, await readGovernmentIdRelated(reader, envId, {inquiryId, document}));
  }
  const verifications = wanted.verifications ? await listVerifications(reader, {envId, inquiryId}) : [];
  const shown: Resource[] = [];
  for (const verification of verifications) {
    const about = related.get(verification.document_id ?? '') ?? templateOf(row);
    const sizes = await readSelfieSizes(reader, verification);
    shown.push(presentVerification(verification, {...about, sizes}, urls));
  }
  return [
    ...shown,
    ...(wanted.documents ? documents.map((document) => presentDocument(document, urls, related.get(document.id))) : []),
  ];
}

function templateOf(row: Row<'inquiry'>): GovernmentIdRelated {
  return {templateId: row.template_id, templateVersionId: row.template_version_id};
}
