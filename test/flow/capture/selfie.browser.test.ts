/** The selfie's camera from a scripted `getUserMedia` and a scripted face finder: what is asked, what is sent, and every way out. */
import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {FaceAnswer, FaceRequest} from '../../../src/flow/capture/face/face.worker.ts';
import type {FaceReading} from '../../../src/flow/capture/face/guide.ts';
import type {LivenessStep} from '../../../src/protocol/flow.ts';
import type {Position} from '../../../src/protocol/position.ts';
import type {SelfieMode, SelfiePose} from '../../../src/protocol/selfie.ts';
import {changingColour, drawnStream} from '../drawn-stream.ts';
import {deep, openFlow, waitUntil, type FlowPage} from '../flow-page.ts';
import {positions} from '../positions.ts';

const media = navigator.mediaDevices;
const realCamera = media.getUserMedia.bind(media);
const RealWorker = window.Worker;

type Face = NonNullable<FaceReading['face']>;
const straight: Face = {
  ...{yaw: 0, pitch: 0, roll: 0, eyeShare: 0.14, share: 0.3, x: 0.5, y: 0.5},
  ...{brightness: 120, sharpness: 60, eyesOpen: 0.3},
};
/** What the finder sees from now on; undefined where it does not start. */
let face: Face | undefined;
let streams: MediaStream[] = [];
/** What it takes to look at one frame, in milliseconds. */
let lookMs = 20;

function openCamera(): Promise<MediaStream> {
  const {stream} = drawnStream({width: 320, height: 240, rate: 25}, changingColour());
  streams.push(stream);
  return Promise.resolve(stream);
}

class ScriptedFinder extends EventTarget {
  onmessage: ((event: MessageEvent<FaceAnswer>) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  postMessage(request: FaceRequest): void {
    setTimeout(() => {
      if (!face) return this.onerror?.(new Event('error', {cancelable: true}));
      if ('bitmap' in request) request.bitmap.close();
      const data: FaceAnswer = 'load' in request ? {ready: true} : {reading: {faces: 1, face: {...face}}, ms: 1};
      this.onmessage?.(new MessageEvent('message', {data}));
    }, lookMs);
  }
  terminate(): void {}
}

before(async () => {
  await setViewport({width: 1000, height: 760});
  await emulateMedia({reducedMotion: 'reduce', colorScheme: 'light'});
});
beforeEach(() => {
  face = straight;
  streams = [];
  lookMs = 20;
  media.getUserMedia = openCamera;
  window.Worker = ScriptedFinder as unknown as typeof Worker;
});
afterEach(() => {
  media.getUserMedia = realCamera;
  window.Worker = RealWorker;
});

function asked(mode: Exclude<SelfieMode, 'upload'>, pose: SelfiePose, step: number): Position {
  const {screen, ...rest} = positions.selfie;
  if (screen.kind !== 'selfie') throw new Error('it is the selfie');
  const challenge = {id: 'liv_1', mode, nonce: `nonce-${step}`, step, of: 4, pose, seconds: 40};
  return {...rest, screen: {...screen, challenge}};
}

/** What the server says once a session is begun. */
function onBegin({server}: FlowPage, position: Position): void {
  server.next.push({path: /POST \/steps\/selfie/, answer: () => Response.json((server.position = position))});
}

function onFrames({server}: FlowPage, position: Position): void {
  const answer = () => Response.json({accepted: true, position: (server.position = position)});
  server.next.push({path: /POST \/liveness/, answer});
}

const begun = ({server}: FlowPage) =>
  server.asked.filter(({path}) => path === '/steps/selfie').map(({body}) => (body as {mode: string}).mode);
const sent = ({server}: FlowPage) =>
  server.asked.filter(({path}) => path.startsWith('/liveness')).map(({body}) => body as LivenessStep);

describe('the selfie', () => {
  it('without leave for the camera: said why; another device, or this one after all', async () => {
    media.getUserMedia = () => Promise.reject(new DOMException('scripted', 'NotAllowedError'));
    const page = await openFlow(positions.selfie);
    page.button('Open the camera').click();
    await page.arrives('The camera is blocked');
    await expect(page.flow).to.be.accessible();
    page.button('Continue on your phone').click();
    await page.arrives('Continue on your phone');
    media.getUserMedia = openCamera;
    page.button('Go on here instead').click();
    await page.arrives('Now a selfie');
    onBegin(page, asked('poses', 'center', 0));
    page.button('Open the camera').click();
    await page.arrives('Look straight ahead');
  });

  it('goes to another device from its first screen and out of its camera, which is let go', async () => {
    const page = await openFlow(positions.selfie);
    page.button('Continue on your phone').click();
    await page.arrives('Continue on your phone');
    page.button('Go on here instead').click();
    await page.arrives('Now a selfie');
    onBegin(page, asked('poses', 'center', 0));
    face = {...straight, x: 0.9};
    page.button('Open the camera').click();
    await page.arrives('Look straight ahead');
    page.button('Continue on your phone').click();
    await page.arrives('Continue on your phone');
    expect(streams[0]?.active).to.equal(false);
    expect(sent(page)).to.deep.equal([]);
  });

  it('offers the phone to who came by a link of the organisation, not to who came from another device', async () => {
    for (const handoff of [false, true]) {
      const page = await openFlow(undefined, {code: 'one-time'}, ({next}) => {
        const session = {token: 'token', ...(handoff && {handoff}), position: positions.selfie};
        next.push({path: /POST \/sessions/, answer: () => Response.json(session, {status: 201})});
      });
      page.button('Continue here').click();
      await page.arrives('Now a selfie');
      const words = deep(page.flow, '.actions button').map((one) => one.textContent.trim());
      expect(words.includes('Continue on your phone')).to.equal(!handoff);
      page.flow.remove();
    }
  });

  it('for who cannot turn their head, found out at the camera: other poses, each taken by itself', async () => {
    const page = await openFlow(positions.selfie);
    onBegin(page, asked('poses', 'center', 0));
    face = {...straight, x: 0.9};
    page.button('Open the camera').click();
    await page.arrives('Look straight ahead');
    page.button('I cannot turn my head').click();
    await page.arrives('Without turning your head');
    expect(streams[0]?.active).to.equal(false);
    await expect(page.flow).to.be.accessible();

    onBegin(page, asked('alternative', 'center', 0));
    onFrames(page, asked('alternative', 'closer', 1));
    onFrames(page, asked('alternative', 'eyes_closed', 2));
    onFrames(page, positions.processingSelfie);
    face = straight;
    page.button('Open the camera').click();
    await page.arrives('Come a little closer');
    await expect(page.flow).to.be.accessible();
    // only who was seen farther away can come closer
    await waitUntil(() => deep(page.flow, '.hint')[0]?.textContent === 'Come closer', 'the hint');
    face = {...straight, eyeShare: 0.2, share: 0.42};
    await page.arrives('Close your eyes for a moment');
    await waitUntil(() => deep(page.flow, '.hint')[0]?.textContent === 'Close your eyes', 'the hint');
    face = {...straight, eyesOpen: 0.08};
    await waitUntil(() => page.heading() !== 'Close your eyes for a moment', 'the end');

    expect(begun(page)).to.deep.equal(['poses', 'alternative']);
    const steps = sent(page);
    expect(steps.map(({nonce}) => nonce)).to.deep.equal(['nonce-0', 'nonce-1', 'nonce-2']);
    expect(new Set(steps.map(({capture}) => capture))).to.deep.equal(new Set(['camera_auto']));
    for (const {frames} of steps) expect(frames.length).to.be.within(2, 5);
    expect(streams[1]?.active).to.equal(false);
  });

  it('begins a session of its own, whatever another page or device had begun', async () => {
    const page = await openFlow(asked('alternative', 'closer', 1));
    expect(page.heading()).to.equal('Now a selfie');
    onBegin(page, asked('poses', 'center', 0));
    onFrames(page, asked('poses', 'left', 1));
    page.button('Open the camera').click();
    await page.arrives('Turn your head to your left');
    expect(begun(page)).to.deep.equal(['poses']);
    expect(sent(page).map(({nonce}) => nonce)).to.deep.equal(['nonce-0']);
  });

  it('on a slow phone, and at a press of the button, a straight look gives the five pictures that the verdict needs', async () => {
    const page = await openFlow(positions.selfie);
    onBegin(page, asked('poses', 'center', 0));
    onFrames(page, asked('poses', 'left', 1));
    onFrames(page, asked('poses', 'center', 2));
    onFrames(page, positions.processingSelfie);
    lookMs = 700;
    page.button('Open the camera').click();
    await waitUntil(() => sent(page).length === 1, 'the straight look', {timeout: 15_000});
    lookMs = 20;
    face = {...straight, x: 0.9};
    await page.arrives('Turn your head to your left');
    page.button('Take photo').click();
    await page.arrives('Look straight ahead');
    page.button('Take photo').click();
    await waitUntil(() => sent(page).length === 3, 'the second one', {timeout: 5000});
    const straightLooks = sent(page).filter((_, i) => i !== 1);
    expect(straightLooks.map(({capture}) => capture)).to.deep.equal(['camera_auto', 'camera_manual']);
    expect(straightLooks.map(({frames}) => frames.length)).to.deep.equal([5, 5]);
  });

  it('where no net comes the button does without, and the server judges', async () => {
    face = undefined;
    const page = await openFlow(positions.selfie);
    onBegin(page, asked('poses', 'left', 0));
    onFrames(page, positions.processingSelfie);
    page.button('Open the camera').click();
    await page.arrives('Turn your head to your left');
    expect(deep(page.flow, '.hint')[0]?.textContent).to.equal('Do as it says, then press the button');
    await expect(page.flow).to.be.accessible();
    page.button('Take photo').click();
    await waitUntil(() => sent(page).length === 1, 'the frames');
    expect(sent(page)[0]?.capture).to.equal('camera_manual');
  });

  it('left for another app while it loads or sends, it opens again on return', async () => {
    const page = await openFlow(positions.selfie);
    onBegin(page, asked('poses', 'center', 0));
    let taken: (response: Response) => void = () => {};
    page.server.next.push({path: /POST \/liveness/, answer: () => new Promise((resolve) => (taken = resolve))});
    page.button('Open the camera').click();
    await waitUntil(() => sent(page).length === 1, 'frames on their way');
    show('hidden');
    expect(streams[0]?.active).to.equal(false);
    show('visible');
    await waitUntil(() => streams[1]?.active, 'a picture again');
    face = {...straight, x: 0.9};
    taken(Response.json({accepted: true, position: asked('poses', 'right', 1)}));
    await page.arrives('Turn your head to your right');
    await waitUntil(() => deep(page.flow, '.shutter')[0]?.ariaDisabled === 'false', 'it is live');
  });
});

function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', {configurable: true, value: state});
  document.dispatchEvent(new Event('visibilitychange'));
  if (state === 'visible') Reflect.deleteProperty(document, 'visibilityState');
}
