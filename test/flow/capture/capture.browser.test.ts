import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {drawnStream} from '../drawn-stream.ts';
import {deep, focused, openFlow, type FlowPage, waitUntil} from '../flow-page.ts';
import {positions} from '../positions.ts';
import {refuse} from '../scripted-fetch.ts';

const realCamera = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
const specimen = new URL('/demo/specimens/passport-photo.jpg', location.href).href;
const slow = {timeout: 15_000};

before(async () => {
  await setViewport({width: 480, height: 760});
  await emulateMedia({reducedMotion: 'reduce', colorScheme: 'light'});
});
afterEach(() => {
  navigator.mediaDevices.getUserMedia = realCamera;
});

/** A camera that shows what the test draws, at 10 frames a second. */
function drawnCamera(size: {width: number; height: number}, draw: (context: CanvasRenderingContext2D) => void): void {
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(drawnStream({...size, rate: 10}, draw).stream);
}

function refusingCamera(name: string): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
}

async function loadSpecimen(): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = specimen;
  await image.decode();
  return image;
}

/** On a table, filling most of the frame. */
function onTable(image: HTMLImageElement, share = 0.86) {
  return (context: CanvasRenderingContext2D) => {
    const {width, height} = context.canvas;
    const scale = Math.min((width * share) / image.width, (height * share) / image.height);
    context.fillStyle = '#5a5753';
    context.fillRect(0, 0, width, height);
    context.drawImage(
      image,
      (width - image.width * scale) / 2,
      (height - image.height * scale) / 2,
      image.width * scale,
      image.height * scale,
    );
  };
}

/** The shutter may be pressed; that the video has a size is told a moment earlier. */
const live = (page: FlowPage) =>
  waitUntil(() => deep(page.flow, '.shutter[aria-disabled=false]').length === 1, 'an open camera', slow);

describe('the shutter', () => {
  it('fires by itself when a passport lies in the frame, at 10 frames a second and at any size', async () => {
    const image = await loadSpecimen();
    for (const size of [
      {width: 1280, height: 720},
      {width: 1080, height: 1440},
    ]) {
      drawnCamera(size, onTable(image));
      const page = await openFlow(positions.capturePassport);
      await page.arrives('Is everything readable?');
      const picture = deep(page.flow, 'img')[0] as HTMLImageElement;
      await picture.decode();
      expect([picture.naturalWidth, picture.naturalHeight], 'the whole frame').to.deep.equal([size.width, size.height]);
      await waitUntil(() => focused()?.textContent === 'Is everything readable?');
      await expect(page.flow).to.be.accessible();
      page.button('Use this photo').click();
      await waitUntil(() => page.server.asked.some(({path}) => path === '/evidence'));
      const slot = page.server.asked.find(({path}) => path === '/evidence')?.body;
      expect(slot).to.deep.include({side: 'front', capture: 'camera_auto', contentType: 'image/jpeg'});
      page.flow.remove();
    }
  });

  it('does not fire at an empty table, and its button always works', async () => {
    drawnCamera({width: 1280, height: 720}, (context) => {
      context.fillStyle = '#777';
      context.fillRect(0, 0, 1280, 720);
    });
    const page = await openFlow(positions.capturePassport);
    await live(page);
    const capture = deep(page.flow, 'cs-capture')[0] as HTMLElement & {guidance?: {hold: number}};
    await waitUntil(() => capture.guidance, 'the guidance', slow);
    expect(capture.guidance?.hold).to.equal(0);
    expect(page.button('Take photo').getAttribute('aria-disabled')).to.equal('false');
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    page.server.position = {...positions.processing, version: 2};
    page.button('Use this photo').click();
    await page.arrives('Checking your document');
    const submitted = page.server.asked.find(({path}) => path === '/steps/document')?.body;
    expect(submitted).to.deep.equal({action: 'submit', evidence: [{side: 'front', id: 'evi_1'}]});
  });

  it('plays in the page itself and without sound, which iPhones need to hear as attributes', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    const video = deep(page.flow, 'video')[0] as HTMLVideoElement;
    expect([video.playsInline, video.muted, video.controls]).to.deep.equal([true, true, false]);
    expect((video.srcObject as MediaStream).getAudioTracks()).to.deep.equal([]);
  });

  it('stops the camera when the picture is taken, and starts it for another', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    const video = deep(page.flow, 'video')[0] as HTMLVideoElement;
    const [track] = (video.srcObject as MediaStream).getTracks();
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    expect(track?.readyState).to.equal('ended');
    page.button('Retake').click();
    await live(page);
    expect(page.heading()).to.equal('Front of your document');
  });

  it('lets go of the camera while the page is hidden and takes it again after', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    const stream = (deep(page.flow, 'video')[0] as HTMLVideoElement).srcObject as MediaStream;
    let state: DocumentVisibilityState = 'hidden';
    Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => state});
    document.dispatchEvent(new Event('visibilitychange'));
    expect(stream.active).to.equal(false);
    state = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(
      () => {
        const video = deep(page.flow, 'video')[0] as HTMLVideoElement | undefined;
        return video?.srcObject !== stream && (video?.srcObject as MediaStream | null)?.active;
      },
      'a new stream',
      slow,
    );
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('has names for all its buttons and a heading', async () => {
    const page = await openFlow(positions.captureCard);
    await live(page);
    expect(page.heading()).to.equal('Front of your identity card');
    await expect(page.flow).to.be.accessible({ignoredRules: ['color-contrast']});
  });
});

describe('two sides', () => {
  it('takes one after the other, sends the first meanwhile, and submits both', async () => {
    const page = await openFlow(positions.captureCard);
    for (const next of ['Now the other side', 'Checking your document']) {
      await live(page);
      page.button('Take photo').click();
      await page.arrives('Is everything readable?');
      page.server.position = {...positions.processing, version: 2};
      page.button('Use this photo').click();
      await page.arrives(next);
      if (next === 'Now the other side') {
        page.button('Continue').click();
        await page.arrives('Back of your identity card');
      }
    }
    const submitted = page.server.asked.find(({path}) => path === '/steps/document')?.body;
    expect(submitted).to.deep.equal({
      action: 'submit',
      evidence: [
        {side: 'front', id: 'evi_1'},
        {side: 'back', id: 'evi_2'},
      ],
    });
  });

  it('a picture that did not arrive is sent again on request, without being taken again', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    page.server.next.push({path: /^POST .evidence/, answer: () => refuse(500, 'internal')});
    page.button('Use this photo').click();
    await page.arrives('Sending your photos');
    await waitUntil(() => deep(page.flow, 'cs-banner')[0]?.textContent?.includes('It did not arrive'));
    await expect(page.flow).to.be.accessible();
    page.server.position = {...positions.processing, version: 2};
    page.button('Try again').click();
    await page.arrives('Checking your document');
    expect(page.server.asked.filter(({method, path}) => method === 'POST' && path === '/evidence').length).to.equal(2);
  });

  it('a submission that fails keeps the pictures that arrived', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    page.server.next.push({path: /steps/, answer: () => refuse(500, 'internal')});
    page.button('Use this photo').click();
    await page.arrives('Something went wrong');
    page.server.position = {...positions.processing, version: 2};
    page.button('Try again').click();
    await page.arrives('Checking your document');
    const submitted = page.server.asked.filter(({path}) => path === '/steps/document');
    expect(submitted[1]?.body).to.deep.equal(submitted[0]?.body);
    expect(submitted[1]?.body).to.deep.equal({action: 'submit', evidence: [{side: 'front', id: 'evi_1'}]});
  });

  it('a server that wants other pictures gets them: nobody waits at a full bar', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    page.button('Use this photo').click();
    await page.arrives('Front of your document');
    await live(page);
  });

  it('a file the server cannot use brings the person back to take another', async () => {
    const page = await openFlow(positions.captureAny);
    await live(page);
    page.button('Take photo').click();
    await page.arrives('Is everything readable?');
    page.server.next.push({path: /^PUT/, answer: () => refuse(415, 'unsupported_media_type')});
    page.button('Use this photo').click();
    await page.arrives('Front of your document');
    expect(deep(page.flow, '.hint')[0]?.textContent).to.contain('This kind of file cannot be used');
  });
});

describe('no camera', () => {
  const cases: [string, string][] = [
    ['NotAllowedError', 'The camera is blocked'],
    ['NotFoundError', 'We found no camera'],
    ['NotReadableError', 'The camera is in use'],
    ['InvalidStateError', 'The camera did not start'],
  ];
  for (const [error, heading] of cases) {
    it(`${error}: says so, and an upload is the next step`, async () => {
      refusingCamera(error);
      const page = await openFlow(positions.capturePassport);
      await page.arrives(heading);
      await waitUntil(() => focused()?.textContent?.trim() === heading);
      expect(page.button('Upload a file').disabled).to.equal(false);
      await expect(page.flow).to.be.accessible();
    });
  }

  for (const language of ['de', 'ar']) {
    it(`is explained in ${language} too`, async () => {
      for (const [error] of cases) {
        refusingCamera(error);
        const page = await openFlow(positions.capturePassport, {language});
        await waitUntil(() => deep(page.flow, 'cs-camera-trouble').length === 1 && page.heading() !== '', error, slow);
        await expect(page.flow).to.be.accessible();
        page.flow.remove();
      }
    });
  }

  it('tries again when asked, and goes on', async () => {
    refusingCamera('NotReadableError');
    const page = await openFlow(positions.capturePassport);
    await page.arrives('The camera is in use');
    navigator.mediaDevices.getUserMedia = realCamera;
    page.button('Try again').click();
    await live(page);
    expect(page.heading()).to.equal('Photo page of your passport');
  });

  it('does not offer an upload where none is allowed', async () => {
    refusingCamera('NotFoundError');
    const page = await openFlow(positions.captureWithoutUpload);
    await page.arrives('We found no camera');
    expect(() => page.button('Upload a file')).to.throw();
    expect(page.button('Try again').disabled).to.equal(false);
  });

  it('notices a camera that gives black only', async () => {
    drawnCamera({width: 640, height: 480}, (context) => {
      context.fillStyle = '#000';
      context.fillRect(0, 0, 640, 480);
    });
    const page = await openFlow(positions.capturePassport);
    await page.arrives('The camera shows no picture');
  });
});

describe('files', () => {
  const drop = (file: File) => {
    const data = new DataTransfer();
    data.items.add(file);
    document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
  };
  const paste = (file: File) => {
    const data = new DataTransfer();
    data.items.add(file);
    document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
  };
  /** A JPEG with an EXIF segment that says where it was taken. */
  const located = async () => {
    const canvas = new OffscreenCanvas(4200, 3400);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#884';
      context.fillRect(0, 0, 4200, 3400);
    }
    const plain = new Uint8Array(await (await canvas.convertToBlob({type: 'image/jpeg', quality: 0.5})).arrayBuffer());
    const place = new TextEncoder().encode('Exif\0\0GPSLatitude 52.5');
    const segment = [0xff, 0xe1, 0, place.length + 2, ...place];
    return new File([plain.subarray(0, 2), new Uint8Array(segment), plain.subarray(2)], 'photo.jpg', {
      type: 'image/jpeg',
    });
  };

  beforeEach(() => refusingCamera('NotFoundError'));

  it('are dropped or pasted, made smaller and sent without the place they were taken', async () => {
    const page = await openFlow(positions.captureAny);
    await page.arrives('We found no camera');
    drop(await located());
    await page.arrives('Is everything readable?');
    const picture = deep(page.flow, 'img')[0] as HTMLImageElement;
    await picture.decode();
    expect(picture.naturalWidth * picture.naturalHeight).to.be.at.most(12_000_000);
    expect(picture.naturalWidth / picture.naturalHeight).to.be.closeTo(4200 / 3400, 0.01);
    const bytes = await (await fetch(picture.src)).text();
    expect(bytes).to.not.contain('GPSLatitude');
    page.button('Choose another file').click();
    await page.arrives('We found no camera');
    paste(await located());
    await page.arrives('Is everything readable?');
  });

  it('that cannot be shown are sent as they are', async () => {
    const page = await openFlow(positions.captureAny);
    await page.arrives('We found no camera');
    drop(new File(['%PDF-1.7 ...'], 'ausweis.pdf', {type: 'text/plain'}));
    await page.arrives('Send this file?');
    expect(deep(page.flow, 'figure')[0]?.textContent).to.contain('ausweis.pdf');
    await expect(page.flow).to.be.accessible();
    page.button('Use this file').click();
    await waitUntil(() => page.server.asked.some(({path}) => path === '/evidence'));
    expect(page.server.asked.find(({path}) => path === '/evidence')?.body).to.deep.include({
      capture: 'upload',
      contentType: 'application/pdf',
      size: 12,
    });
  });

  it('that are no pictures, empty or broken are refused with the reason', async () => {
    const page = await openFlow(positions.captureAny);
    await page.arrives('We found no camera');
    const refused = (words: string) =>
      waitUntil(() => deep(page.flow, 'cs-banner')[0]?.textContent?.includes(words), words, slow);
    drop(new File(['GIF89a'], 'cat.jpg', {type: 'image/jpeg'}));
    await refused('This kind of file cannot be used');
    drop(new File([], 'nothing.jpg', {type: 'image/jpeg'}));
    await refused('The file is empty');
    drop(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], 'broken.jpg', {type: 'image/jpeg'}));
    await refused('could not be opened');
    await expect(page.flow).to.be.accessible();
  });

  it('are not taken where the template wants a photo of now', async () => {
    const page = await openFlow(positions.captureWithoutUpload);
    await page.arrives('We found no camera');
    drop(await located());
    await page.arrives('We found no camera');
    expect(deep(page.flow, 'cs-review').length).to.equal(0);
  });
});
