/** The shop's page and its files: plain static serving, with the policy that a careful site has. */
import fs from 'node:fs/promises';

const files = {'/shop.js': 'text/javascript', '/shop.css': 'text/css', '/boat.svg': 'image/svg+xml'};

export async function sendPage(pathname, countersignUrl, response) {
  const type = files[pathname];
  if (type) {
    response.writeHead(200, {'content-type': type}).end(await fs.readFile(new URL(`.${pathname}`, import.meta.url)));
  } else if (/^\/(inline|hosted)?$/.test(pathname)) {
    response.writeHead(200, pageHeaders(countersignUrl)).end(await page(pathname.slice(1) || 'modal', countersignUrl));
  } else response.writeHead(404).end();
}

async function page(mode, countersignUrl) {
  const text = await fs.readFile(new URL('./page.html', import.meta.url), 'utf8');
  return text.replaceAll('%MODE%', mode).replaceAll('%COUNTERSIGN%', countersignUrl);
}

/** The strictest policy a host page can have: the loader needs its script and its frame allowed, nothing else. */
function pageHeaders(countersignUrl) {
  const policy = `default-src 'none'; script-src 'self' ${countersignUrl}; frame-src ${countersignUrl}; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self' ${countersignUrl}; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'permissions-policy': `camera=(self "${countersignUrl}")`,
    'cache-control': 'no-store',
  };
}
