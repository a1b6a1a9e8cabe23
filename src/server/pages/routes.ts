/**
 * The pages of the public origin: `/widget` for frames, `/verify` as a page of its own, `/preload`, and the built files. They read the
 * template and nothing about a person; what a query carries is never logged. See docs/adr/0001-clean-address.md.
 */
import path from 'node:path';
import {Hono} from 'hono';
import type {Context as HonoContext} from 'hono';
import type {z} from 'zod';
import type {Context} from '../../commands/context.ts';
import {hashToken} from '../../commands/token.ts';
import {verifyQuerySchema, widgetQuerySchema, type VerifyQuery, type WidgetQuery} from '../../protocol/embed-query.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {readCodePage, readInquiryPage, readTemplatePage, type TemplatePage} from '../../storage/template-page.ts';
import {readBracketQuery} from './bracket-query.ts';
import {flowPage, preloadPage, type FlowAttributes} from './flow-page.ts';
import {mayFrame, parseOrigin, protocolOf} from './frame-policy.ts';
import {pageLanguage} from './page-language.ts';
import {readManifest, type Manifest} from './manifest.ts';
import {messagePage} from './message-page.ts';
import type {Markup} from './page-shell.ts';
import {typedFields} from './query-fields.ts';
import {pageHeaders} from './security-headers.ts';
import {staticFiles} from './static-files.ts';
import {themeFiles, themeOf} from './theme-sets.ts';

export function pageRoutes(ctx: Context): Hono {
  const {publicFiles} = ctx.settings;
  const themes = path.join(ctx.settings.COUNTERSIGN_DATA_DIR, 'themes');
  const routes = new Hono();
  let read: Promise<Manifest> | undefined;
  const manifest = (): Promise<Manifest> => (read ??= readManifest(publicFiles));

  routes.get('/widget', async (c) => {
    // the page of a refusal holds nothing and can do nothing, so the origins that asked may show it
    const frame = {ctx, manifest: await manifest(), themes, frameAncestors: askers(c), echo: compatibleEcho(c)};
    return answer(c, frame, async () => widgetFlow(ctx, parseQuery(widgetQuerySchema, c)));
  });

  routes.get('/verify', async (c) =>
    answer(c, {ctx, manifest: await manifest(), themes, frameAncestors: []}, async () => {
      const query = parseQuery(verifyQuerySchema, c);
      return hostedFlow(ctx, query);
    }),
  );

  routes.get('/preload', async (c) => c.html(preloadPage(await manifest()), 200, pageHeaders({frameAncestors: 'any'})));
  routes.route('/', themeFiles(themes));
  routes.route('/', staticFiles(publicFiles, ctx.settings.faceModels?.folder));
  return routes;
}

interface Frame {
  ctx: Context;
  manifest: Manifest;
  /** Folder of the looks that the operator keeps. */
  themes: string;
  /** The page around the frame first, then those around that one. */
  frameAncestors: string[];
  /** For a host that speaks the protocol of the reference SDK. */
  echo?: Record<`data-${string}`, string | undefined>;
}

interface Opened {
  flow: FlowAttributes;
  /** Absent where a code leads nowhere, which the flow says itself. */
  page: TemplatePage | undefined;
}

/** Every page that is to show the frame: the one with the frame in it, and those around it where it is a frame itself. */
function askers(c: HonoContext): string[] {
  const asked = [...new URL(c.req.url).searchParams].filter(([name]) =>
    /^(iframe-origin$|frame-ancestors\b)/.test(name),
  );
  const [host, ...around] = asked.sort(([a], [b]) => b.localeCompare(a)).map(([, value]) => parseOrigin(value));
  return host ? [...new Set([host, ...around.filter((origin) => origin !== undefined)])] : [];
}

function compatibleEcho(c: HonoContext): Record<`data-${string}`, string | undefined> {
  const read = (...names: string[]): string | undefined =>
    names.map((name) => c.req.query(name)).find((value) => value && value.length <= 255);
  if (!read('container-id')) return {};
  return {
    'data-container-id': read('container-id'),
    'data-template-id': read('inquiry-template-id', 'template-id'),
    'data-template-version-id': read('inquiry-template-version-id', 'template-version-id'),
  };
}

/** Renders what `open` finds, or the page that says why it does not open. */
async function answer(
  c: HonoContext,
  {ctx, manifest, themes, frameAncestors, echo = {}}: Frame,
  open: () => Promise<Opened>,
): Promise<Response> {
  const language = pageLanguage(c.req.query('language'), c.req.header('accept-language'));
  const headers = pageHeaders({frameAncestors});
  const cleanUrl = withoutSecrets(c.req.url);
  const send = (page: Markup, status: number): Response | Promise<Response> => c.html(page, status as 200, headers);
  try {
    const {flow, page} = await open();
    const theme = await themeOf(ctx, themes, page, flow['theme-set-id'] ?? page?.themeSet ?? 'default');
    const dressed = {...flow, theme: theme && JSON.stringify(theme)};
    return await send(flowPage({language, manifest, flow: dressed, cleanUrl}), 200);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const [hostOrigin] = frameAncestors;
    return send(
      messagePage({language, manifest, code: error.code, details: error.message, hostOrigin, echo, cleanUrl}),
      error.status,
    );
  }
}

function parseQuery<S extends z.ZodType>(schema: S, c: HonoContext): z.output<S> {
  const parsed = schema.safeParse(readBracketQuery(new URL(c.req.url).search));
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({path}) => String(path[0]));
  throw new CountersignError('invalid_config', {details: `Not understood in the address: ${names.join(', ')}.`});
}

async function widgetFlow(ctx: Context, query: WidgetQuery): Promise<Opened> {
  const protocol = protocolOf(query);
  const origin = parseOrigin(query['iframe-origin']);
  if (!origin) {
    throw new CountersignError('invalid_config', {
      details: 'iframe-origin must be the origin of the page with the frame.',
    });
  }
  const page = await findPage(ctx, query);
  const around = query['frame-ancestors'].map((text) => parseOrigin(text) ?? refuseAncestor());
  for (const one of [origin, ...around]) refuseStranger(page, one);
  const flow: FlowAttributes = {...flowAttributes(query, page), mode: 'frame', 'host-origin': origin};
  const spoken = protocol === 'native' ? {} : compatibleFlow(query, page, [origin, ...around]);
  return {page, flow: {...flow, ...spoken}};
}

function refuseAncestor(): never {
  throw new CountersignError('invalid_config', {
    details: 'frame-ancestors must be origins of pages, e.g. https://shop.example.com.',
  });
}

function refuseStranger({graph, environment}: TemplatePage, origin: string): void {
  if (mayFrame({allowedDomains: graph.allowedDomains, environment}, origin)) return;
  throw new CountersignError('invalid_config', {
    details:
      environment === 'production' && !origin.startsWith('https:')
        ? `In production the page with the frame must be https; ${origin} is not.`
        : `${origin} may not show this template. Add ${new URL(origin).host} to the template’s allowed domains.`,
  });
}

/** What a host of the reference SDK says in the address because it has no other way. @param allowed origins that are on the list */
function compatibleFlow(query: WidgetQuery, {graph}: TemplatePage, allowed: string[]): Partial<FlowAttributes> {
  if (!graph.compatibleProtocol) {
    throw new CountersignError('invalid_config', {details: 'The template does not speak the compatible protocol.'});
  }
  const wanted = query['message-target-origin'];
  const target = wanted === undefined ? allowed[0] : allowed.find((origin) => origin === parseOrigin(wanted));
  if (!target) {
    throw new CountersignError('invalid_config', {
      details: 'message-target-origin must be the origin of the page with the frame, or one of frame-ancestors.',
    });
  }
  return {
    'host-origin': target,
    'container-id': query['container-id'],
    'flow-type': query['flow-type'],
    'session-token': query['session-token'],
    'widget-padding': lengths(query['widget-padding']),
    'navigation-padding': lengths(query['navigation-padding']),
  };
}

function lengths(given: WidgetQuery['widget-padding']): string | undefined {
  return given && [given.top, given.right, given.bottom, given.left].map((side) => `${side ?? 0}px`).join(' ');
}

async function hostedFlow(ctx: Context, query: VerifyQuery): Promise<Opened> {
  const redirectUri = query['redirect-uri'];
  const page = query.code ? await readCodePage(ctx.database.db, hashToken(query.code)) : await findPage(ctx, query);
  if (redirectUri !== undefined && page?.mayReturnTo(redirectUri) !== true) {
    throw new CountersignError('invalid_config', {
      details: 'redirect-uri is not on the template’s list of addresses that the hosted page may return to.',
    });
  }
  const flow: FlowAttributes = {
    ...flowAttributes(query, page),
    mode: 'hosted',
    code: query.code,
    'redirect-uri': redirectUri,
    'is-webview': query['is-webview'],
    'session-token': query['session-token'],
  };
  return {page, flow};
}

function findPage(ctx: Context, query: WidgetQuery | VerifyQuery): Promise<TemplatePage> {
  const inquiryId = query['inquiry-id'];
  if (inquiryId !== undefined) return readInquiryPage(ctx.database.db, inquiryId);
  return readTemplatePage(ctx.database.db, {
    templateId: templateId(query),
    templateVersionId: templateVersionId(query),
    environmentId: query['environment-id'],
  });
}

function flowAttributes(query: WidgetQuery | VerifyQuery, page: TemplatePage | undefined): FlowAttributes {
  const {fields} = query;
  // an inquiry that stands already opens where it is; only a new one begins with the template's consent
  const fresh = query['inquiry-id'] === undefined && !('code' in query && query.code);
  return {
    mode: 'frame',
    'template-id': templateId(query),
    'template-version-id': templateVersionId(query),
    'environment-id': query['environment-id'],
    'inquiry-id': query['inquiry-id'],
    'reference-id': query['reference-id'],
    'account-id': query['account-id'],
    language: query.language,
    'style-variant': query['style-variant'],
    'theme-set-id': query['theme-set-id'],
    fields: fields && JSON.stringify(typedFields(page?.graph.fields ?? {}, fields)),
    requester: page?.graph.requester,
    words: page?.graph.words && JSON.stringify(page.graph.words),
    'retention-days': fresh ? page?.retentionDays?.toString() : undefined,
    collects: fresh ? page?.collects.join(' ') : undefined,
  };
}

const templateId = (query: WidgetQuery | VerifyQuery): string | undefined =>
  query['inquiry-template-id'] ?? query['template-id'];
const templateVersionId = (query: WidgetQuery | VerifyQuery): string | undefined =>
  query['inquiry-template-version-id'] ?? query['template-version-id'];

/** The address without tokens and fields; undefined when there was none. */
function withoutSecrets(url: string): string | undefined {
  const {pathname, searchParams} = new URL(url);
  const kept = [...searchParams].filter(([name]) => !/^(session-token|share-token|fields)\b/.test(name));
  if (kept.length === searchParams.size) return undefined;
  return `${pathname}?${new URLSearchParams(kept)}`;
}
