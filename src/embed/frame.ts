/** Where the flow lives and the iframe it is shown in. */
import {identity, camelCase, type Shown} from './options.ts';
import {version} from './channel.ts';

let defaultHost = '';

/** The script tag knows where it came from; a bundled import does not and must be told the host. */
export function setDefaultHost(url: string): void {
  defaultHost = url;
}

/**
 * The origin a host option means: `https://verify.example.com/any/path`, or without a scheme as the reference SDK writes it
 * (`verify.example.com` is https, `localhost:3000` is http). Undefined when it is no web address.
 */
export function flowOrigin(host: string | null | undefined): string | undefined {
  const text = host || defaultHost;
  const scheme = /^https?:/.test(text) ? '' : /^localhost/.test(text) ? 'http://' : 'https://';
  try {
    return new URL(scheme + text).origin;
  } catch {
    return undefined; // not an address: the caller says so in its own words
  }
}

/**
 * `/widget?…` for the frame. Never the token and never fields: those travel over the port. Who frames our page may show it only where
 * the template lists them too.
 */
export function widgetUrl(origin: string, options: Shown): string {
  const query = nameInquiry(options);
  query.set('protocol', `${version}`);
  query.set('iframe-origin', location.origin);
  for (const one of location.ancestorOrigins ?? []) query.append('frame-ancestors[]', one);
  return `${origin}/widget?${query}`;
}

/** The same inquiry as a page of its own. */
export function hostedUrl(origin: string, options: Shown): string {
  return `${origin}/verify?${nameInquiry(options)}`;
}

function nameInquiry(options: Shown): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of [...identity.slice(1), 'language']) {
    const value = options[camelCase(name) as keyof Shown];
    if (value) query.set(name, value as string);
  }
  return query;
}

/**
 * The camera is all it may use of the device. `allow-same-origin` keeps the flow's own origin (without it no camera, and nobody could
 * check where messages come from), `allow-forms` makes Enter work, the popups are links to help and terms. It cannot navigate the page.
 */
export function createFrame(
  origin: string,
  url: string,
  frame: HTMLIFrameElement = document.createElement('iframe'),
): HTMLIFrameElement {
  frame.allow = `camera ${origin}`;
  frame.referrerPolicy = 'strict-origin';
  frame.sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';
  frame.part = 'iframe';
  frame.src = url;
  return frame;
}
