/**
 * The pages of the public origin: `/widget` for frames, `/verify` as a page of its own, `/preload`, and the built files. They read the
 * template and nothing about a person; what a query carries is never logged. See docs/adr/0001-clean-address.md.
 */
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
import {pageLanguage} from './languages.ts';
import {readManifest, type Manifest} from './manifest.ts';
import {messagePage} from './message-page.ts';
import type {Markup} from './page-shell.ts';
import {pageHeaders} from './security-headers.ts';
import {staticFiles} from './static-files.ts';

export function pageRoutes(ctx: Context): Hono {
  const {publicFiles} = ctx.settings;
  const routes = new Hono();
  let read: Promise<Manifest> | undefined;
  const manifest = (): Promise<Manifest> => (read ??= readManifest(publicFiles));

  routes.get('/widget', async (c) => {
    // the page of a refusal holds nothing and can do nothing, so the origin that asked may show it
    const asker = parseOrigin(c.req.query('iframe-origin'));
    return answer(c, {manifest: await manifest(), frameAncestors: asker ? [asker] : []}, async () => {
      const query = parseQuery(widgetQuerySchema, c);
      return widgetFlow(ctx, query);
    });
  });

  routes.get('/verify', async (c) =>
    answer(c, {manifest: await manifest(), frameAncestors: []}, async () => {
      const query = parseQuery(verifyQuerySchema, c);
      return hostedFlow(ctx, query);
    }),
  );

  routes.get('/preload', async (c) => c.html(preloadPage(await manifest()), 200, pageHeaders({frameAncestors: 'any'})));
  routes.route('/', staticFiles(publicFiles));
  return routes;
}

interface Frame {
  manifest: Manifest;
  frameAncestors: string[];
}

/** Renders what `open` finds, or the page that says why it does not open. */
async function answer(
  c: HonoContext,
  {manifest, frameAncestors}: Frame,
  open: () => Promise<FlowAttributes>,
): Promise<Response> {
  const language = pageLanguage(c.req.query('language'), c.req.header('accept-language'));
  const headers = pageHeaders({frameAncestors});
  const cleanUrl = withoutSecrets(c.req.url);
  const send = (page: Markup, status: number): Response | Promise<Response> => c.html(page, status as 200, headers);
  try {
    return await send(flowPage({language, manifest, flow: await open(), cleanUrl}), 200);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const [hostOrigin] = frameAncestors;
    return send(
      messagePage({language, manifest, code: error.code, details: error.message, hostOrigin, cleanUrl}),
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

async function widgetFlow(ctx: Context, query: WidgetQuery): Promise<FlowAttributes> {
  const protocol = protocolOf(query);
  const origin = parseOrigin(query['iframe-origin']);
  if (!origin) {
    throw new CountersignError('invalid_config', {
      details: 'iframe-origin must be the origin of the page with the frame.',
    });
  }
  const page = await findPage(ctx, query);
  const {graph, environment} = page;
  if (!mayFrame({allowedDomains: graph.allowedDomains, environment}, origin)) {
    throw new CountersignError('invalid_config', {
      details:
        environment === 'production' && !origin.startsWith('https:')
          ? `In production the page with the frame must be https; ${origin} is not.`
          : `${origin} may not show this template. Add ${new URL(origin).host} to the template’s allowed domains.`,
    });
  }
  if (protocol === 'compatible') refuseCompatible(page);
  return {...flowAttributes(query, page), mode: 'frame', 'host-origin': origin};
}

/** Its messages come with the frame that speaks them; until then an old integration gets a clear answer, not a silent frame. */
function refuseCompatible({graph}: TemplatePage): never {
  if (!graph.compatibleProtocol) {
    throw new CountersignError('invalid_config', {details: 'The template does not speak the compatible protocol.'});
  }
  throw new CountersignError('unsupported_version', {
    details: 'This server speaks its own protocol only: load /embed.js from here, or link to the hosted page.',
  });
}

async function hostedFlow(ctx: Context, query: VerifyQuery): Promise<FlowAttributes> {
  const redirectUri = query['redirect-uri'];
  const page = query.code ? await readCodePage(ctx.database.db, hashToken(query.code)) : await findPage(ctx, query);
  if (redirectUri !== undefined && page?.mayReturnTo(redirectUri) !== true) {
    throw new CountersignError('invalid_config', {
      details: 'redirect-uri is not on the template’s list of addresses that the hosted page may return to.',
    });
  }
  return {
    ...flowAttributes(query, page),
    mode: 'hosted',
    code: query.code,
    'redirect-uri': redirectUri,
    'is-webview': query['is-webview'],
    'session-token': query['session-token'],
  };
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
    fields: fields && JSON.stringify(fields),
    requester: page?.graph.requester,
    'retention-days': fresh ? page?.retentionDays?.toString() : undefined,
  };
}

const templateId = (query: WidgetQuery | VerifyQuery): string | undefined =>
  query['inquiry-template-id'] ?? query['template-id'];
const templateVersionId = (query: WidgetQuery | VerifyQuery): string | undefined =>
  query['inquiry-template-version-id'] ?? query['template-version-id'];

/** The address without token and fields; undefined when there was neither. */
function withoutSecrets(url: string): string | undefined {
  const {pathname, searchParams} = new URL(url);
  const kept = [...searchParams].filter(([name]) => name !== 'session-token' && !name.startsWith('fields'));
  if (kept.length === searchParams.size) return undefined;
  return `${pathname}?${new URLSearchParams(kept)}`;
}
