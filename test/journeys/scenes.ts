/**
 * What a camera sees, for the pictures of the screens: `getUserMedia` answers with a canvas that shows a specimen on a table, or
 * with the error that a browser gives. The journeys use Chromium's own fake camera instead; this one can stand upright as a phone does.
 */
import type {BrowserContext, Page} from 'playwright';
import sharp from 'sharp';
import {specimen} from './camera.ts';

/** The passport as it should be held, or under a lamp. */
export type Scene = 'passport' | 'lamp';
export type Refusal = 'denied' | 'missing' | 'busy' | 'policy' | 'insecure';
/** `asking`: the browser's own question stands open. */
export type Sight = Scene | Refusal | 'asking';

const errors: Record<Exclude<Refusal, 'policy'>, string> = {
  denied: 'NotAllowedError',
  missing: 'NotFoundError',
  busy: 'NotReadableError',
  insecure: 'TypeError',
};

const scenePath = '/scene-of-the-camera.jpg';

/** @param upright as a phone's camera; else as a laptop's */
export async function setSight(context: BrowserContext, sight: Sight, upright: boolean): Promise<void> {
  if (sight in errors) {
    await context.addInitScript(refuse, {name: errors[sight as keyof typeof errors], refusal: sight});
  } else if (sight === 'policy') {
    await context.route('**/verify?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({response, headers: {...response.headers(), 'permissions-policy': 'camera=()'}});
    });
  } else if (sight === 'asking') {
    await context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
    });
  } else {
    const body = await paint(sight as Scene, upright);
    await context.route(`**${scenePath}`, (route) => route.fulfill({body, contentType: 'image/jpeg'}));
    await context.addInitScript(show, scenePath);
  }
}

/** Whether the sight is a picture, which takes many bytes. */
export const isPicture = (sight: Sight | undefined): boolean => sight === 'passport' || sight === 'lamp';

/** Stops at the first good frame, before the shutter fires by itself. */
export async function holdStill(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, {holdStill: true}));
}

/** The specimen's photo melts into more of its own table: the strip above the document, mirrored over and over. */
async function paint(scene: Scene, upright: boolean): Promise<Buffer> {
  const [width, height] = upright ? [1080, 1920] : [1920, 1080];
  const file = specimen('passport-photo.jpg');
  const strip = await sharp(file).extract({left: 260, top: 0, width: 1080, height: 70}).toBuffer();
  const table = await sharp({create: {width, height, channels: 3, background: '#000'}})
    .composite([{input: await sharp(strip).extend({bottom: 70, extendWith: 'mirror'}).png().toBuffer(), tile: true}])
    .blur(6)
    .png()
    .toBuffer();
  const size = upright ? 1010 : 1080;
  const photo = await sharp(file).resize({width: size}).png().toBuffer({resolveWithObject: true});
  const edge = Math.round(size * 0.035);
  const soft = await sharp({
    create: {
      width: photo.info.width - 2 * edge,
      height: photo.info.height - 2 * edge,
      channels: 3,
      background: '#fff',
    },
  })
    .extend({left: edge, right: edge, top: edge, bottom: edge, background: '#000'})
    .blur(edge / 2.5)
    .extractChannel(0)
    .raw()
    .toBuffer();
  const {width: w, height: h} = photo.info;
  const card = await sharp(photo.data)
    .removeAlpha()
    .joinChannel(soft, {raw: {width: w, height: h, channels: 1}})
    .png()
    .toBuffer();
  // the guide stands a little above the middle of the stage
  const top = Math.round(height * (upright ? 0.436 : 0.447) - h / 2);
  return sharp(table)
    .composite([
      {input: card, left: Math.round((width - w) / 2), top},
      ...(scene === 'lamp'
        ? [{input: reflection(size), left: Math.round(width * 0.52), top: top + Math.round(h * 0.18)}]
        : []),
    ])
    .jpeg({quality: 92})
    .toBuffer();
}

/** A lamp in the laminate: white at its heart, melting away. */
function reflection(size: number): Buffer {
  const [width, height] = [Math.round(size * 0.36), Math.round(size * 0.3)];
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <radialGradient id="lamp">
      <stop offset="0.45" stop-color="#fff"/>
      <stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </radialGradient>
    <ellipse cx="50%" cy="50%" rx="50%" ry="50%" fill="url(#lamp)"/>
  </svg>`);
}

function refuse({name, refusal}: {name: string; refusal: string}): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', name));
  if (refusal === 'insecure') Object.defineProperty(window, 'isSecureContext', {value: false});
}

function show(path: string): void {
  const native = HTMLVideoElement.prototype.requestVideoFrameCallback;
  HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
    return native.call(this, (now, metadata) => {
      const capture = (this.getRootNode() as ShadowRoot).host as HTMLElement & {guidance?: {ready: boolean}};
      if (!('holdStill' in window && capture.guidance?.ready)) callback(now, metadata);
    });
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const picture = await createImageBitmap(await (await fetch(path)).blob());
    const canvas = Object.assign(document.createElement('canvas'), {width: picture.width, height: picture.height});
    const context = canvas.getContext('2d');
    // drawn again and again: a stream of a canvas gives frames only when something is drawn
    setInterval(() => context?.drawImage(picture, 0, 0), 66);
    return canvas.captureStream(15);
  };
}
