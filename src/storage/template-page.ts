/** What a page of ours needs to know before anybody proved anything: the template, never the person. */
import {collectedIn} from '../domain/collected.ts';
import {allowsRedirect} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {Collected} from '../protocol/position.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Reader} from './database.ts';
import {findEnvironment} from './environment.ts';
import {environmentOfInquiry, environmentOfTemplate} from './flow-lookup.ts';
import {findInquiry} from './inquiry.ts';
import {findCodeByHash} from './one-time-code.ts';
import {findRunnableTemplate, findTemplateVersion} from './template.ts';

export interface TemplatePage {
  envId: string;
  environment: 'sandbox' | 'production';
  graph: TemplateGraph;
  /** What the inquiry names, else the template. */
  themeSet?: string;
  /** Days until deletion where the graph begins with its consent, so that the first screen needs no session. */
  retentionDays: number | undefined;
  /** What that consent speaks of. */
  collects: readonly Collected[];
  /** Whether a browser may ask to be returned there. */
  mayReturnTo(uri: string): boolean;
}

export interface TemplateName {
  templateId?: string | undefined;
  templateVersionId?: string | undefined;
  environmentId?: string | undefined;
}

/** @throws CountersignError `not_found`, `inactive_template`, and `invalid_config` when nothing or too little is named */
export async function readTemplatePage(reader: Reader, name: TemplateName): Promise<TemplatePage> {
  const given = Object.fromEntries(Object.entries(name).filter(([, value]) => value !== undefined)) as {
    templateId?: string;
    templateVersionId?: string;
    environmentId?: string;
  };
  const envId = await environmentOfTemplate(reader, given);
  const {templateId, templateVersionId = ''} = given;
  const version = await findRunnableTemplate(reader, envId, templateId ? {templateId} : {templateVersionId});
  if (version?.template_status !== 'active') throw new CountersignError('inactive_template');
  return pageOf(reader, envId, version.graph);
}

/** The page of an inquiry that exists. @throws CountersignError `not_found` */
export async function readInquiryPage(reader: Reader, inquiryId: string): Promise<TemplatePage> {
  return inquiryPage(reader, await environmentOfInquiry(reader, inquiryId), inquiryId);
}

/** The page a one-time link leads to; undefined for a code we do not know. Reading it claims nothing. */
export async function readCodePage(reader: Reader, codeHash: Buffer): Promise<TemplatePage | undefined> {
  const code = await findCodeByHash(reader, codeHash);
  return code && inquiryPage(reader, code.env_id, code.inquiry_id);
}

async function inquiryPage(reader: Reader, envId: string, inquiryId: string): Promise<TemplatePage> {
  const inquiry = await findInquiry(reader, envId, inquiryId);
  const version = inquiry && (await findTemplateVersion(reader, envId, inquiry.template_version_id));
  if (!version) throw new CountersignError('not_found', {details: 'There is no such inquiry.'});
  return pageOf(reader, envId, version.graph, inquiry.theme_set_id);
}

async function pageOf(
  reader: Reader,
  envId: string,
  graph: TemplateGraph,
  ofInquiry: string | null = null,
): Promise<TemplatePage> {
  const environment = await findEnvironment(reader, envId);
  const first = graph.steps[graph.start];
  const themeSet = ofInquiry ?? graph.themeSet;
  return {
    envId,
    ...(themeSet !== undefined && {themeSet}),
    environment: environment?.kind ?? 'production',
    graph,
    retentionDays: first?.kind === 'consent' ? first.retentionDays : undefined,
    collects: collectedIn(graph),
    mayReturnTo: (uri) => allowsRedirect(graph.redirectUris, uri, 'browser'),
  };
}
