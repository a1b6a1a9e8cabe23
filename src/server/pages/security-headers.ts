/**
 * What our pages may do and who may show them. Nothing inline, nothing from elsewhere, no eval: `wasm-unsafe-eval` is for the barcode
 * reader. Script URLs pass Trusted Types policies of two names: Lit's own and the one of the workers.
 */

export interface PageSecurity {
  /** Origins that may frame the page; empty = nobody. `any` is for pages that hold nothing. */
  frameAncestors: readonly string[] | 'any';
}

export function pageHeaders({frameAncestors}: PageSecurity): Record<string, string> {
  const ancestors = frameAncestors === 'any' ? '*' : frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'";
  return {
    ...isolation,
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      'media-src blob:',
      "worker-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html countersign-worker',
    ].join('; '),
    ...(ancestors === "'none'" && {'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin'}),
    'Permissions-Policy':
      'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/**
 * Lets a host with COEP show us, and gives the frame cross-origin isolation (threads for wasm) in browsers that know
 * Document-Isolation-Policy, whatever the host does.
 */
export const isolation = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  'X-Content-Type-Options': 'nosniff',
} as const;
