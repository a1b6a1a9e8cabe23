/** The camera's moods, each from a scripted `getUserMedia`: which lens, who holds it, when it comes back. */
import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {changingColour, drawnStream} from '../drawn-stream.ts';
import {deep, openFlow, waitUntil, type FlowPage} from '../flow-page.ts';
import {positions} from '../positions.ts';

interface Lens {
  deviceId: string;
  label: string;
}

interface Scripted {
  /** What was asked for, in order. */
  asked: MediaTrackConstraints[];
  streams: MediaStream[];
  /** The error of the next opening. */
  refuse?: string;
  size: {width: number; height: number};
  torch: boolean;
  lights: unknown[];
}

const media = navigator.mediaDevices;
const real = {ask: media.getUserMedia.bind(media), list: media.enumerateDevices.bind(media)};

/** A device with these lenses; it opens the first unless one is named. */
function device(lenses: Lens[]): Scripted {
  const script: Scripted = {asked: [], streams: [], size: {width: 640, height: 480}, torch: false, lights: []};
  media.enumerateDevices = () =>
    Promise.resolve(
      lenses.map((lens) => ({...lens, kind: 'videoinput', groupId: 'g', toJSON: () => lens}) as MediaDeviceInfo),
    );
  media.getUserMedia = ({video} = {}) => {
    const wish = video as MediaTrackConstraints;
    script.asked.push(wish);
    if (script.refuse) {
      const name = script.refuse;
      delete script.refuse;
      return Promise.reject(new DOMException('scripted', name));
    }
    const wanted = (wish.deviceId as {exact?: string} | undefined)?.exact;
    const stream = drawn(script, lenses.find(({deviceId}) => deviceId === wanted) ?? lenses[0]);
    script.streams.push(stream);
    return Promise.resolve(stream);
  };
  return script;
}

function drawn(script: Scripted, lens: Lens | undefined): MediaStream {
  const {stream, track} = drawnStream({...script.size, rate: 10}, changingColour());
  Object.defineProperty(track, 'label', {value: lens?.label ?? ''});
  Object.assign(track, {
    getSettings: () => ({deviceId: lens?.deviceId}),
    getCapabilities: () => ({torch: script.torch}),
    applyConstraints: ({advanced}: MediaTrackConstraints) => {
      script.lights.push(advanced?.[0]);
      return script.torch ? Promise.resolve() : Promise.reject(new DOMException('scripted', 'OverconstrainedError'));
    },
  });
  return stream;
}

const videoOf = ({flow}: FlowPage) => deep(flow, 'video')[0] as HTMLVideoElement | undefined;
const shows = (page: FlowPage, stream: () => MediaStream | undefined) =>
  waitUntil(() => {
    const video = videoOf(page);
    return stream() !== undefined && video?.srcObject === stream() && (video?.videoWidth ?? 0) > 0;
  }, 'a picture');
const back = {deviceId: 'back', label: 'camera2 0, facing back'};
const wide = {deviceId: 'wide', label: 'camera2 2, facing back, ultra wide'};
const infrared = {deviceId: 'ir', label: 'IR Camera facing back'};
const front = {deviceId: 'front', label: 'camera2 1, facing front'};

before(async () => {
  await setViewport({width: 360, height: 640});
  await emulateMedia({reducedMotion: 'reduce', colorScheme: 'light'});
});
afterEach(() => {
  media.getUserMedia = real.ask;
  media.enumerateDevices = real.list;
});

describe('the camera', () => {
  it('leaves an infrared or ultra-wide lens for the main one, and lets go of it first', async () => {
    for (const bad of [wide, infrared]) {
      const script = device([bad, front, back]);
      const page = await openFlow(positions.captureAny);
      await shows(page, () => script.streams[1]);
      expect(script.asked[0]?.facingMode).to.deep.equal({ideal: 'environment'});
      expect(script.asked[1]?.deviceId).to.deep.equal({exact: 'back'});
      expect(script.streams[0]?.active).to.equal(false);
      page.flow.remove();
    }
  });

  it('goes to the other side and back when asked, past lenses that are no good', async () => {
    const script = device([back, wide, front]);
    const page = await openFlow(positions.captureAny);
    await shows(page, () => script.streams[0]);
    const flip = () =>
      waitUntil(() => deep(page.flow, '[aria-label="Use the other camera"]').length === 1, 'the button');
    await flip();
    page.button('Use the other camera').click();
    await shows(page, () => script.streams[1]);
    await flip();
    expect(script.asked[1]?.deviceId).to.deep.equal({exact: 'front'});
    expect(script.streams[0]?.active).to.equal(false);
    page.button('Use the other camera').click();
    await shows(page, () => script.streams[2]);
    expect(script.asked[2]?.deviceId).to.deep.equal({exact: 'back'});
  });

  it('switches the light on and off where the device has one, and hides a light that does not obey', async () => {
    const script = device([back]);
    script.torch = true;
    const page = await openFlow(positions.captureAny);
    await shows(page, () => script.streams[0]);
    const light = (label: string) => waitUntil(() => deep(page.flow, `[aria-label="${label}"]`).length === 1, label);
    await light('Switch the light on');
    page.button('Switch the light on').click();
    await light('Switch the light off');
    page.button('Switch the light off').click();
    await waitUntil(() => script.lights.length === 2);
    expect(script.lights).to.deep.equal([{torch: true}, {torch: false}]);
    script.torch = false;
    await light('Switch the light on');
    page.button('Switch the light on').click();
    await waitUntil(() => !deep(page.flow, 'button').some((one) => one.ariaLabel?.includes('light')), 'it is gone');
  });

  it('taken by another app is taken once more by itself; taken again, that is said with a way on', async () => {
    const script = device([back]);
    const page = await openFlow(positions.captureAny);
    await shows(page, () => script.streams[0]);
    script.streams[0]?.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    await shows(page, () => script.streams[1]);
    script.streams[1]?.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    await page.arrives('The camera is in use');
    page.button('Try again').click();
    await shows(page, () => script.streams[2]);
  });

  it('is let go when the page goes into the browser’s cache, and taken again when it comes back', async () => {
    const script = device([back]);
    const page = await openFlow(positions.captureAny);
    await shows(page, () => script.streams[0]);
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(script.streams[0]?.active).to.equal(false);
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await shows(page, () => script.streams[1]);
    expect(page.heading()).to.equal('Front of your document');
  });

  it('turned with the phone keeps its picture whole', async () => {
    const script = device([back]);
    script.size = {width: 960, height: 540};
    const page = await openFlow(positions.captureAny);
    await shows(page, () => script.streams[0]);
    const view = deep(page.flow, 'cs-capture')[0] as HTMLElement;
    await waitUntil(() => view.style.getPropertyValue('--video-ratio') !== '', 'it is measured');
    expect(deep(page.flow, '.stage')[0]?.className).to.contain('wide');
    await setViewport({width: 640, height: 360});
    await waitUntil(() => !deep(page.flow, '.stage')[0]?.className.includes('wide'), 'it fills the place');
    expect(script.streams).to.have.length(1);
    const shutter = page.button('Take photo').getBoundingClientRect();
    expect(shutter.bottom).to.be.at.most(360);
    expect(shutter.right).to.be.at.most(640);
    await setViewport({width: 360, height: 640});
  });

  it('that the embedding page keeps to itself is told in the console, with what to write there', async () => {
    const script = device([back]);
    script.refuse = 'NotAllowedError';
    const policy = {allowsFeature: (name: string) => name !== 'camera'};
    Object.defineProperty(document, 'permissionsPolicy', {configurable: true, value: policy});
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => said.push(text);
    try {
      const page = await openFlow(positions.captureAny);
      await page.arrives('The camera is not allowed on this page');
      expect(said.join()).to.contain(`allow="camera ${location.origin}"`);
      expect(page.button('Upload a file').disabled).to.equal(false);
    } finally {
      console.warn = warn;
      Reflect.deleteProperty(document, 'permissionsPolicy');
    }
  });

  it('allowed in the browser’s own panel starts without another press', async () => {
    const script = device([back]);
    script.refuse = 'NotAllowedError';
    const permission = Object.assign(new EventTarget(), {state: 'denied'});
    const query = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = () => Promise.resolve(permission as unknown as PermissionStatus);
    try {
      const page = await openFlow(positions.captureAny);
      await page.arrives('The camera is blocked');
      await waitUntil(() => deep(page.flow, 'ol li').length === 3, 'how to allow it');
      permission.state = 'granted';
      permission.dispatchEvent(new Event('change'));
      await shows(page, () => script.streams[0]);
    } finally {
      navigator.permissions.query = query;
    }
  });

  it('that an app’s own browser does not give: out of it with the same inquiry, or by a file', async () => {
    const script = device([back]);
    script.refuse = 'NotAllowedError';
    const agent = `${navigator.userAgent} (Linux; Android 14) [FB_IAB/FB4A;FBAV/460.0.0.32.109;]`;
    Object.defineProperty(navigator, 'userAgent', {configurable: true, value: agent});
    try {
      const page = await openFlow(positions.captureAny);
      page.server.next.push({
        path: /POST \/handoff/,
        answer: () =>
          Response.json(
            {
              code: 'c',
              link: 'https://verify.example.com/verify?code=c',
              expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
              senders: [],
            },
            {status: 201},
          ),
      });
      await page.arrives('Open this in your browser');
      expect(page.button('Upload a file').disabled).to.equal(false);
      await expect(page.flow).to.be.accessible();
      page.button('Continue on').click();
      await waitUntil(() => deep(page.flow, 'a.primary').length === 1, 'the way out');
      expect(deep(page.flow, 'a.primary')[0]?.getAttribute('href')).to.equal(
        'intent://verify.example.com/verify?code=c#Intent;scheme=https;end',
      );
      expect(page.button('Copy the link').disabled).to.equal(false);
      await expect(page.flow).to.be.accessible();
    } finally {
      Reflect.deleteProperty(navigator, 'userAgent');
    }
  });
});
