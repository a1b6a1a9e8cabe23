/** The main journeys in every engine that this machine has: the hosted page from consent to approval, and the modal on a shop. */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {specimen} from '../journeys/camera.ts';
import {documentTemplate, startPlatform, type Platform} from '../journeys/platform.ts';
import {presentEngines, type Engine} from './engine.ts';

let platform: Platform;
before(async () => {
  platform = await startPlatform();
});
after(() => platform?.stop());

/** Found in the page itself, through every shadow root, so that no engine's driver needs to know them. */
const inPage = `
  const deep = (root, selector) => [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deep(element.shadowRoot, selector) : []),
  ]);
  const seen = (element) => element.checkVisibility();
  const words = (element) => ((element.ariaLabel ?? '') + ' ' + element.textContent).trim();
`;
const run = (body: string): string => `(() => {${inPage} ${body}})()`;

for (const [name, open] of Object.entries(presentEngines())) {
  test(`${name}: the hosted page, from consent past the camera to approval`, async () => {
    const engine = await open();
    try {
      const template = await documentTemplate(platform);
      await engine.open(`${platform.publicUrl}/verify?inquiry-template-id=${template}&language=en`);
      await pressed(engine, 'Agree and continue');
      await pressed(engine, 'Take a photo');
      await fact(
        engine,
        'the camera shows something',
        `return deep(document, 'video').some((one) => one.videoWidth > 0)`,
      );
      await drop(engine, 'passport-photo.jpg');
      await pressed(engine, 'Use this photo');
      await heading(engine, 'All done, thank you');
    } finally {
      await engine.close();
    }
    const [latest] = (await platform.get('/inquiries?page[size]=1')).data;
    assert.equal(latest?.attributes.status, 'approved');
  });

  test(`${name}: a picture by the camera is shown to be looked at`, async () => {
    const engine = await open();
    try {
      const template = await documentTemplate(platform);
      await engine.open(`${platform.publicUrl}/verify?inquiry-template-id=${template}&language=en`);
      await pressed(engine, 'Agree and continue');
      await pressed(engine, 'Take a photo');
      await fact(
        engine,
        'the camera shows something',
        `return deep(document, 'video').some((one) => one.videoWidth > 0)`,
      );
      await pressed(engine, 'Take photo');
      await heading(engine, 'Is everything readable?');
      await fact(engine, 'the picture is there', `return deep(document, 'img').some((one) => one.naturalWidth > 0)`);
    } finally {
      await engine.close();
    }
  });

  test(`${name}: the modal opens on a shop, and closing it gives the page back`, async () => {
    const engine = await open();
    try {
      await engine.open(platform.demoUrl);
      await engine.evaluate(
        run(`globalThis.heard = []; for (const name of ['ready', 'cancel', 'error'])
          document.addEventListener('inquiry-' + name, () => heard.push(name)); return true`),
      );
      await pressed(engine, 'Verify and book');
      await fact(engine, 'the frame is ready', `return heard.join() === 'ready'`);
      await engine.evaluate(run(`document.querySelector('countersign-inquiry').close({force: true}); return true`));
      await fact(engine, 'the host heard the end', `return heard.join() === 'ready,cancel'`);
      await fact(engine, 'the frame is gone', `return deep(document, 'iframe').length === 0`);
    } finally {
      await engine.close();
    }
  });
}

/** Asks until it is so; the page changes in its own time. */
async function fact(engine: Engine, what: string, body: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await engine.evaluate<boolean>(run(body)))) {
    if (Date.now() > until) assert.fail(`${what}: not so; the page says "${await said(engine)}"`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const heading = (engine: Engine, text: string): Promise<void> =>
  fact(
    engine,
    `the heading ${text}`,
    `return deep(document, 'h1').some((one) => words(one) === ${JSON.stringify(text)})`,
  );

async function pressed(engine: Engine, text: string): Promise<void> {
  await fact(
    engine,
    `the button ${text}`,
    `const found = deep(document, 'button').find((one) => words(one).includes(${JSON.stringify(text)}) && seen(one)
       && one.ariaDisabled !== 'true');
     found?.click();
     return Boolean(found)`,
  );
}

/** Drops a file onto the page, as from a folder beside the browser. */
async function drop(engine: Engine, name: string): Promise<void> {
  const bytes = fs.readFileSync(specimen(name)).toString('base64');
  await engine.evaluate(
    run(`const data = new DataTransfer();
      const bytes = Uint8Array.from(atob('${bytes}'), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], '${name}', {type: 'image/jpeg'}));
      document.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}));
      return true`),
  );
}

function said(engine: Engine): Promise<string> {
  return engine.evaluate(run(`return deep(document, 'h1').map(words).join(' / ')`));
}
