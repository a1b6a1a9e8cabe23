/**
 * The page for what cannot be opened. It speaks to two people: the one who came (what happened, what to do) and the site's developer
 * (which setting, where). In a frame its script tells the host the same by the native handshake.
 */
import {html} from 'hono/html';
import type {Language} from '../../protocol/languages.ts';
import {pageWords, type Manifest} from './manifest.ts';
import {pageShell, type Markup} from './page-shell.ts';

export interface Message {
  language: Language;
  manifest: Manifest;
  /** Stable code of `protocol/errors.ts`. */
  code: string;
  /** For the developer, in English. */
  details: string;
  /** The page around the frame, when there is one that may hear of it. */
  hostOrigin?: string | undefined;
  /** What a host of the reference SDK wants repeated, as `data-` attributes; it then hears of it in its own protocol. */
  echo?: Record<`data-${string}`, string | undefined>;
  /** The page's address without what must not stay in it. */
  cleanUrl?: string | undefined;
}

export function messagePage({language, manifest, code, details, hostOrigin, echo, cleanUrl}: Message): Markup {
  const {refusedTitle: title, refusedText: text, refusedOwner: owner} = pageWords(manifest, language);
  return pageShell({
    language,
    title,
    manifest,
    first: {
      'data-clean-url': cleanUrl,
      ...(hostOrigin && {'data-error': code, 'data-message': details, 'data-host-origin': hostOrigin, ...echo}),
    },
    preload: [],
    body: html`<main class="column">
      <h1>${title}</h1>
      <p>${text}</p>
      <aside>
        <p>${owner}:</p>
        <p dir="ltr" lang="en">${details} <code>${code}</code></p>
      </aside>
    </main>`,
  });
}
