/** What the operator of a sandbox reads of the messages that went out. */
import type {Browser, Page} from 'playwright';
import type {Platform} from './platform.ts';

export interface Outbox {
  /** The newest code that was sent to a number or address; waits until it is another than `not`. */
  codeSentTo(to: string, not?: string): Promise<string>;
  page: Page;
}

/** Signs in by the link of a fresh platform; reading takes a cookie. */
export async function openOutbox(platform: Platform, browser: Browser): Promise<Outbox> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(platform.operatorLink);
  await page.getByRole('button', {name: 'Sign in'}).click();
  await page.getByText('No inquiries yet').waitFor();
  const read = async <T>(route: string): Promise<T> =>
    (await page.request.get(`${platform.operatorUrl}/private/v1${route}`)).json() as Promise<T>;
  const {environments} = await read<{environments: {id: string; kind: string}[]}>('/me');
  const sandbox = environments.find(({kind}) => kind === 'sandbox')?.id ?? '';
  return {
    page,
    codeSentTo: async (to, not) => {
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        const {mails} = await read<{mails: {to: string; text: string}[]}>(`/environments/${sandbox}/outbox`);
        const text = mails.find((mail) => mail.to === to)?.text ?? '';
        const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
        if (code !== undefined && code !== not) return code;
      }
      throw new Error('no message came');
    },
  };
}
