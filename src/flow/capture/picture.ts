/** One picture of one side, ready to be looked at and sent. */
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {FrameMeasurement} from './measure.ts';

export interface Picture {
  blob: Blob;
  side: EvidenceSide;
  capture: 'camera_auto' | 'camera_manual' | 'upload';
  /** False for PDF, TIFF and what this browser cannot decode. */
  viewable: boolean;
  /** Taken within the upright guide. */
  upright?: boolean;
  /** Name of the chosen file. */
  name?: string;
  /** What the preview said at the moment of the shutter. */
  measured?: FrameMeasurement;
}

export class PictureEvent extends Event {
  static readonly type = 'cs-picture';
  readonly picture: Picture;

  constructor(picture: Picture) {
    super(PictureEvent.type, {bubbles: true, composed: true});
    this.picture = picture;
  }
}

/** How long a press of the shutter waits for a camera that has just begun. */
const firstFrameMs = 3000;

/**
 * The whole frame at full size as JPEG; drawing it anew leaves out any metadata. WebP is not asked for: WebKit silently answers PNG.
 * @throws DOMException when the camera shows nothing within three seconds
 */
export async function takeStill(video: HTMLVideoElement): Promise<Blob> {
  await showsSomething(video);
  const {videoWidth: width, videoHeight: height} = video;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.convertToBlob({type: 'image/jpeg', quality: 0.92});
}

function showsSomething(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const nothing = new DOMException('The camera shows nothing yet.', 'InvalidStateError');
    const late = setTimeout(() => reject(nothing), firstFrameMs);
    const begun = (): void => {
      clearTimeout(late);
      resolve();
    };
    video.addEventListener('loadeddata', begun, {once: true});
  });
}
