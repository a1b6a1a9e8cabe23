/** Every screen of the flow that has its picture in docs/screens: where the server stands, what the camera sees, what was pressed. */
import type {Page} from 'playwright';
import type {Position} from '../../src/protocol/position.ts';
import {formPosition, positions, type PositionName} from '../flow/positions.ts';
import {specimen} from './camera.ts';
import {holdStill, type Sight} from './scenes.ts';

export interface FlowScreen {
  name: string;
  caption: string;
  /** Where the server stands; a template's own words come in the person's language. */
  position: PositionName | ((language: string) => Position);
  sight?: Sight;
  /** Answer of the server instead of a position. */
  refusal?: {status: number; code: string};
  /** Leads from the first screen to the one meant; no words, so that it works in every language. */
  act?: (page: Page) => Promise<void>;
  /** Shown when the picture may be taken. */
  shows: string;
}

const guidance = (page: Page, hint: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const flow = document.querySelector('countersign-flow')?.shadowRoot;
      const step = flow?.querySelector('countersign-step-document')?.shadowRoot;
      const capture = step?.querySelector('cs-capture') as (Element & {guidance?: {hint: string}}) | null | undefined;
      return capture?.guidance?.hint === wanted;
    },
    hint,
    {timeout: 60_000},
  );

async function found(page: Page): Promise<void> {
  await holdStill(page);
  await guidance(page, 'ready');
  await page.evaluate(() => {
    const flow = document.querySelector('countersign-flow')?.shadowRoot;
    const step = flow?.querySelector('countersign-step-document')?.shadowRoot;
    const capture = step?.querySelector('cs-capture') as (Element & {guidance?: object}) | null | undefined;
    // the ring as it stands a moment before the shutter fires
    if (capture) capture.guidance = {...capture.guidance, hold: 0.7};
  });
}

async function taken(page: Page): Promise<void> {
  await page.locator('cs-review img').waitFor({timeout: 60_000});
}

async function chosenFile(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('cs-camera-trouble .primary').click(),
  ]);
  await chooser.setFiles(specimen('passport-photo.jpg'));
  await taken(page);
}

const filled = {
  'name-first': {type: 'string', value: 'Linnea'},
  'name-last': {type: 'string', value: 'Solberg'},
} as const;

/** As the button for it does, which stands elsewhere on each screen. */
async function handOver(page: Page): Promise<void> {
  await page.locator('cs-ready').waitFor();
  await page.evaluate(() => {
    const flow = document.querySelector('countersign-flow') as (Element & {devices: {handOver(): void}}) | null;
    flow?.devices.handOver();
  });
}

export const flowScreens: FlowScreen[] = [
  {name: 'consent', caption: 'What is taken, why, and for how long', position: 'consent', shows: 'dl'},
  {name: 'ready', caption: 'What to have ready; the photo says what it is', position: 'ready', shows: 'cs-ready li'},
  {
    name: 'choose',
    caption: 'Only where the photo did not say which document it is',
    position: 'chooseGuessed',
    shows: 'cs-choice-cards',
  },
  {
    name: 'country',
    caption: 'The issuing country, with search',
    position: 'choose',
    act: (page) => page.locator('.country').click(),
    shows: 'cs-search-list [role=option]',
  },
  {
    name: 'camera-asking',
    caption: 'The browser asks for the camera',
    position: 'capturePassport',
    sight: 'asking',
    shows: '.ask',
  },
  {
    name: 'capture-hint',
    caption: 'The camera: one hint at a time',
    position: 'capturePassport',
    sight: 'lamp',
    act: (page) => guidance(page, 'glare').then(() => {}),
    shows: '.hint',
  },
  {
    name: 'capture-found',
    caption: 'The document is found; the shutter fires by itself',
    position: 'capturePassport',
    sight: 'passport',
    act: found,
    shows: '.stage.ready',
  },
  {
    name: 'review',
    caption: 'A look at the photo',
    position: 'capturePassport',
    sight: 'passport',
    act: taken,
    shows: 'cs-review img',
  },
  {name: 'turn-over', caption: 'Cards have two sides', position: 'turn', shows: '.sides'},
  {
    name: 'sending',
    caption: 'Sending, resumed by itself on a bad line',
    position: 'capturePassport',
    sight: 'missing',
    act: async (page) => {
      await chosenFile(page);
      await page.locator('cs-review .primary').click();
      await page
        .locator('.parcels progress')
        .first()
        .evaluate(async (bar: HTMLProgressElement) => {
          while (bar.value <= 0.1) await new Promise(requestAnimationFrame);
        });
    },
    shows: '.parcels progress',
  },
  {
    name: 'form',
    caption: 'A form that a template describes',
    position: (language) => formPosition('person', language, filled),
    shows: 'h1',
  },
  {
    name: 'form-more',
    caption: 'More of its components',
    position: (language) => formPosition('more', language),
    shows: 'h1',
  },
  {name: 'phone', caption: 'A mobile number', position: 'phoneNumber', shows: '#number'},
  {
    name: 'phone-code',
    caption: 'The code that was sent to it',
    position: 'phoneCode',
    shows: 'input[autocomplete="one-time-code"]',
  },
  {name: 'proof', caption: 'A proof of address', position: 'proof', shows: 'h1'},
  {name: 'selfie', caption: 'What the selfie asks for', position: 'selfie', shows: 'h1'},
  {
    name: 'handoff',
    caption: 'On with the phone: scan, copy, or send the link',
    position: 'ready',
    act: handOver,
    shows: 'cs-send-link',
  },
  {
    name: 'handoff-joined',
    caption: 'The phone has joined, and can be refused',
    position: () => ({...positions.ready, joined: [{id: 'ises_2', at: '2026-03-01T10:00:00Z'}]}),
    shows: '.danger',
  },
  {
    name: 'processing',
    caption: 'What is happening, as it happens',
    position: 'processingHalf',
    shows: 'cs-progress-list',
  },
  {name: 'success', caption: 'Done', position: 'success', shows: 'h1'},
  {name: 'success-review', caption: 'Done; a person will look at it', position: 'review', shows: 'h1'},
  {name: 'retry', caption: 'What went wrong with the photo, and what to do', position: 'retry', shows: '.problems'},
  {name: 'failed', caption: 'It did not work out, and why', position: 'failed', shows: '.problems'},
  {
    name: 'failed-restart',
    caption: 'Not verified, with another start',
    position: 'failedManyRestart',
    shows: '.problems',
  },
  {name: 'expired', caption: 'Open for a limited time', position: 'expired', shows: 'h1'},
  {
    name: 'camera-denied',
    caption: 'The camera is blocked',
    position: 'capturePassport',
    sight: 'denied',
    shows: '.how',
  },
  {
    name: 'camera-missing',
    caption: 'There is no camera',
    position: 'capturePassport',
    sight: 'missing',
    shows: '.hero',
  },
  {
    name: 'camera-busy',
    caption: 'Another app holds the camera',
    position: 'capturePassport',
    sight: 'busy',
    shows: '.hero',
  },
  {
    name: 'camera-policy',
    caption: 'The host page keeps the camera',
    position: 'capturePassport',
    sight: 'policy',
    shows: '.hero',
  },
  {
    name: 'camera-insecure',
    caption: 'The page is not secure',
    position: 'capturePassport',
    sight: 'insecure',
    shows: '.hero',
  },
  {
    name: 'offline',
    caption: 'Offline: it goes on by itself',
    position: 'choose',
    act: (page) => page.context().setOffline(true),
    shows: 'cs-banner',
  },
  {
    name: 'leave',
    caption: 'Escape asks first',
    position: 'choose',
    act: async (page) => {
      await page.locator('cs-choice-cards').waitFor();
      await page.keyboard.press('Escape');
    },
    shows: 'dialog[open]',
  },
  {
    name: 'idle',
    caption: 'Nobody is timed out unasked',
    position: () => ({...positions.ready, sessionSecondsLeft: 20}),
    shows: '.idle dialog[open]',
  },
  {
    name: 'left',
    caption: 'Left, and how to go on',
    position: 'choose',
    act: async (page) => {
      await page.locator('cs-choice-cards').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog .danger').click();
    },
    shows: 'countersign-step-error',
  },
  {
    name: 'error',
    caption: 'Our fault, and nothing is lost',
    position: 'choose',
    refusal: {status: 500, code: 'internal'},
    shows: 'details',
  },
  {
    name: 'error-session',
    caption: 'The session ended',
    position: 'choose',
    refusal: {status: 401, code: 'session_expired'},
    shows: 'details',
  },
];
