/**
 * The page that holds `<countersign-flow>`, in a frame or on its own. What it opens stands in attributes; until the flow's script is
 * there the person sees a skeleton, and without JavaScript a sentence that says what is needed.
 */
import {html} from 'hono/html';
import {languages, type Language} from '../../protocol/languages.ts';
import {pageWords, type Manifest} from './manifest.ts';
import {attributes, pageShell, type Markup} from './page-shell.ts';

/** Attributes of `<countersign-flow>`, read by `src/flow/config.ts`. */
export interface FlowAttributes {
  mode: 'frame' | 'hosted';
  'host-origin'?: string | undefined;
  'template-id'?: string | undefined;
  'template-version-id'?: string | undefined;
  'environment-id'?: string | undefined;
  'inquiry-id'?: string | undefined;
  code?: string | undefined;
  'reference-id'?: string | undefined;
  'account-id'?: string | undefined;
  language?: string | undefined;
  'redirect-uri'?: string | undefined;
  'style-variant'?: string | undefined;
  'theme-set-id'?: string | undefined;
  /** The look of that set, as JSON. */
  theme?: string | undefined;
  'is-webview'?: string | undefined;
  /** JSON. */
  fields?: string | undefined;
  /** Where the address may carry one: hosted page, and hosts of the reference SDK. The app removes it from the document at once. */
  'session-token'?: string | undefined;
  requester?: string | undefined;
  /** The template's own words by language, as JSON. */
  words?: string | undefined;
  'retention-days'?: string | undefined;
  /** Present when the host speaks the protocol of the reference SDK; echoed in every message. */
  'container-id'?: string | undefined;
  'flow-type'?: string | undefined;
  /** CSS lengths, as `padding` takes them. */
  'widget-padding'?: string | undefined;
  'navigation-padding'?: string | undefined;
  /** Kinds with blanks between them. */
  collects?: string | undefined;
}

export interface FlowPage {
  language: Language;
  manifest: Manifest;
  flow: FlowAttributes;
  /** The page's address without what must not stay in it. */
  cleanUrl?: string | undefined;
}

export function flowPage({language, manifest, flow, cleanUrl}: FlowPage): Markup {
  const {title, noscript} = pageWords(manifest, language);
  return pageShell({
    language,
    title,
    manifest,
    first: {'data-clean-url': cleanUrl},
    preload: firstScreen(manifest, language, flow),
    body: html`<countersign-flow ${attributes({...flow})}>
        <div class="column" aria-hidden="true">
          <div class="bone"></div>
          <div class="bone"></div>
          <div class="bone"></div>
          <div class="bone"></div>
        </div>
        <noscript><p>${noscript}</p></noscript>
      </countersign-flow>
      <script type="module" src="/${manifest.flow.file}"></script>`,
  });
}

/** Preloaded so that the first screen costs one round trip after the page, not one for each import on the way to it. */
export function firstScreen({flow}: Manifest, language: Language, given?: FlowAttributes): string[] {
  const first = given?.['retention-days'] ? 'consent' : 'start';
  const wanted = ['flow/session', `flow/steps/${first}`, `flow/locales/${language}/base`];
  if (first === 'consent') wanted.push(`flow/locales/${language}/consent`);
  if (given?.['container-id']) wanted.push('flow/compatible-channel');
  const files = wanted.flatMap((name) => flow.chunks[name] ?? []);
  return [...new Set([flow.file, ...flow.preload, ...files])];
}

/** Everything a preload may want: the first screens in every language would be too much, so English stands for all. */
export function preloadPage(manifest: Manifest): Markup {
  const [language] = languages;
  return pageShell({
    language,
    title: pageWords(manifest, language).title,
    manifest,
    first: {},
    preload: firstScreen(manifest, language),
    body: html``,
  });
}
