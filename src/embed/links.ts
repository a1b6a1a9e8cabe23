/**
 * `<a href="https://verify.example.com/verify?inquiry-template-id=itmpl_…" data-countersign>`: without JavaScript a link to the hosted
 * page, with it the modal. Links that come later are found too; the events of the modal bubble to the document.
 */
import {Client, type ClientOptions} from './client.ts';
import {camelCase} from './options.ts';

export function upgradeLinks(root: Document): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-countersign]');
    // with a modifier key the person wants it elsewhere
    const {defaultPrevented, metaKey, ctrlKey, shiftKey} = event;
    if (!link || defaultPrevented || metaKey || ctrlKey || shiftKey) return;
    // one-time codes, prefilled fields, and a flow that would share our origin belong to the hosted page
    if (link.origin === location.origin || /[?&](code=|fields)/.test(link.search)) return;
    event.preventDefault();
    // the focus returns here; not every browser focuses a link that is clicked
    link.focus();
    const options: ClientOptions = {host: link.origin, onCancel: () => client.destroy()};
    for (const [name, value] of new URLSearchParams(link.search)) {
      // `inquiry-template-id` is the hosted page's word for `template-id`
      Reflect.set(options, camelCase(name.replace('inquiry-template', 'template')), value);
    }
    const client = new Client(options);
    client.open();
  });
}
