import {chromium} from 'playwright';
import {fakeCamera, findBrowser} from '../browser.mjs';
import {startPlatform} from './platform.ts';
const file = process.argv[2] ?? '';
const name = process.argv[3] ?? 'Selfie re-verification';
const platform = await startPlatform({LOG_LEVEL: 'warn'});
try {
  const templates = (await platform.get('/inquiry-templates?page[size]=20')).data;
  const template = templates.find((one) => one.attributes['name'] === name);
  console.log(templates.map((t) => t.attributes['name']), template?.id);
  const {executablePath, args} = await findBrowser();
  const browser = await chromium.launch({executablePath, args: [...args, ...fakeCamera(file)]});
  const page = await (await browser.newContext({viewport: {width: 390, height: 844}})).newPage();
  page.on('console', (m) => console.log('console', m.text().slice(0, 300)));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  page.on('response', async (r) => { if (/liveness|steps/.test(r.url())) console.log(r.status(), r.url().replace(/.*v1/, ''), (await r.text().catch(() => '')).slice(0, 140)); });
  page.on('worker', (w) => console.log('worker', w.url()));
  page.on('response', (r) => { if (/models|wasm|worker/.test(r.url())) console.log(r.status(), r.url()); });
  page.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText));
  await page.goto(`${platform.publicUrl}/verify?template-id=${template?.id}`);
  await page.getByRole('button', {name: 'Agree and continue'}).click({timeout: 20000});
  await page.getByRole('heading', {name: 'Now a selfie'}).waitFor({timeout: 20000});
  await page.getByRole('button', {name: 'Open the camera'}).click();
  const until = Date.now() + Number(process.argv[4] ?? 60) * 1000;
  let last = '';
  while (Date.now() < until) {
    const state = await page.evaluate(() => {
      const flow = document.querySelector('countersign-flow')?.shadowRoot;
      const step = flow?.querySelector('countersign-step-selfie')?.shadowRoot;
      const view = step?.querySelector('cs-selfie-camera') as any;
      const h1 = (view?.shadowRoot ?? step ?? flow?.querySelector('[class], *')?.shadowRoot)?.querySelector?.('h1')?.textContent;
      return {h1, phase: view?.phase, hint: view?.guide?.hint, pose: view?.challenge?.pose, step: view?.challenge?.step, unguided: view?.unguided, rate: view?.rate};
    });
    const text = JSON.stringify(state);
    if (text !== last) console.log(((until - Date.now()) / 1000).toFixed(1), text);
    last = text;
    const head = await page.locator('h1').first().textContent().catch(() => '');
    if (/done|Thank|could not/.test(head ?? '')) { console.log(head); break; }
    await page.waitForTimeout(150);
  }
  await page.screenshot({path: '/tmp/lv/end.png'});
  const [summary] = (await platform.get('/inquiries?page[size]=1')).data;
  const inquiry = (await platform.get(`/inquiries/${summary?.id}`)).data;
  console.log(inquiry.attributes.status);
  for (const v of (inquiry.relationships['verifications']?.data as any[]) ?? []) {
    const full = (await platform.get(`/verifications/${v.id}`)).data;
    console.log(v.type, full.attributes.status);
    for (const c of full.attributes['checks'] as any[]) console.log('  ', c.name, c.status, c.requirement, c.reasons.join(), c.name.includes('liveness') || c.status==='failed' ? JSON.stringify(c.metadata) : c.metadata.value);
  }
  await browser.close();
} finally {
  await platform.stop();
}
