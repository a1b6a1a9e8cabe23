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
  await flow.getByRole('button', {name}).click({timeout: patienceMs});
}

export async function agree(flow: Flow): Promise<void> {
  await press(flow, 'Agree and continue');
}

/** Leaves the choice of the document to the engine. */
export async function letItDetect(flow: Flow): Promise<void> {
  await press(flow, /Detect it for me/);
}

/** Waits for the picture to be taken by itself; when the guidance is not content, presses the shutter as a person would. */
export async function takePicture(flow: Flow, {manually = false} = {}): Promise<void> {
  const use = flow.getByRole('button', {name: 'Use this photo'});
  if (manually) await press(flow, 'Take photo');
  await use.click({timeout: patienceMs});
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

/** Waits for a screen by its heading. */
export async function reach(flow: Flow, name: RegExp | string): Promise<void> {
  await heading(flow, name).waitFor({timeout: patienceMs});
}

/** The same, and the screen passes axe. */
export async function reachAccessibly(page: Page, flow: Flow, name: RegExp | string): Promise<void> {
  await reach(flow, name);
  await expectAccessible(page);
}
