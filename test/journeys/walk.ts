/** What a person does in the flow, in the words they read. `flow` is the frame, or the hosted page itself. */
import {expectAccessible} from './accessible.ts';
import {specimen} from './camera.ts';
import type {FrameLocator, Locator, Page} from 'playwright';

export type Flow = FrameLocator | Page;

const patienceMs = 30_000;

export function heading(flow: Flow, name: RegExp | string): Locator {
  return flow.getByRole('heading', {level: 1, name});
}

export async function press(flow: Flow, name: RegExp | string): Promise<void> {
  const button = flow.getByRole('button', {name});
  await comeToRest(button);
  await button.click({timeout: patienceMs});
}

/**
 * A modal that opens and a frame that grows carry their buttons along, and the browser aims at a place on the page: a person waits
 * until the button stands still. Places are those on the whole page, whatever frames are in between.
 */
async function comeToRest(button: Locator): Promise<void> {
  let before = '';
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const place = JSON.stringify(await button.boundingBox({timeout: patienceMs}));
    if (place === before) return;
    before = place;
    await button.evaluate(twoFrames, undefined, {timeout: patienceMs}).catch(ignoreDetached);
  }
}

function twoFrames(): Promise<unknown> {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

/** A button that was replaced meanwhile is looked for again. */
function ignoreDetached(): void {}

export async function agree(flow: Flow): Promise<void> {
  await press(flow, 'Agree and continue');
}

/** Past what to have ready. */
export async function startCamera(flow: Flow): Promise<void> {
  await press(flow, 'Take a photo');
}

/** Waits for the picture to be taken by itself, and uses it. */
export async function takePicture(flow: Flow): Promise<void> {
  await flow.getByRole('button', {name: 'Use this photo'}).click({timeout: patienceMs});
}

export async function choosePicture(flow: Flow, page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(flow, 'Upload a file');
  await (await chooser).setFiles(specimen(name));
}

export async function uploadPicture(flow: Flow, page: Page, name: string): Promise<void> {
  await choosePicture(flow, page, name);
  await press(flow, /Use this (photo|file)/);
}

/** Waits for a screen by its heading; where it does not come, the failure tells what is shown instead. */
export async function reach(flow: Flow, name: RegExp | string, timeout = patienceMs): Promise<void> {
  try {
    await heading(flow, name).waitFor({timeout});
  } catch (cause) {
    const shown = await flow.locator('body').innerText({timeout: 1000}).catch(String);
    throw new Error(`${String(name)} did not come in ${timeout} ms. Shown instead:\n${shown}`, {cause});
  }
}

/** The same, and the screen passes axe. */
export async function reachAccessibly(page: Page, flow: Flow, name: RegExp | string): Promise<void> {
  await reach(flow, name);
  await expectAccessible(page);
}
