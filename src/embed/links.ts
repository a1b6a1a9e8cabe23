/**
 * `<a href="https://verify.example.com/verify?inquiry-template-id=itmpl_…" data-countersign>`: without JavaScript a link to the hosted
 * page, with it the modal. Links that come later are found too; the events of the modal bubble to the document.
 */
import {Client} from './client.ts';
import {camelCase} from './options.ts';

export function upgradeLinks(root: Document): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-countersign]');
    if (!link || event.defaultPrevented) return;
    // the person wants it elsewhere
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const {origin, searchParams} = new URL(link.href);
    // one-time codes and pages of our own origin belong to the hosted page
    if (origin === location.origin || searchParams.has('code')) return;
    event.preventDefault();
    // the focus returns here; not every browser focuses a link that is clicked
    link.focus();
    const client = new Client({host: origin, ...readQuery(searchParams), onCancel: () => client.destroy()});
    client.open();
  });
}

/** The hosted page's query as options: `inquiry-template-id=…` is `templateId`, `fields[name-first]=Ada` is `fields: {'name-first': 'Ada'}`. */
function readQuery(query: URLSearchParams): Record<string, unknown> {
  const fields: Record<string, string> = {};
  const options: Record<string, unknown> = {fields};
  for (const [name, value] of query) {
    const field = /^fields\[(.+)\]$/.exec(name);
    if (field?.[1]) fields[field[1]] = value;
    else options[camelCase(name.replace('inquiry-template', 'template'))] = value;
  }
  return options;
}
