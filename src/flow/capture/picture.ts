/** One picture of one side, ready to be looked at and sent. */
import type {DocumentSide} from '../../protocol/government-id.ts';
import type {FrameMeasurement} from './measure.ts';

export interface Picture {
  blob: Blob;
  side: DocumentSide;
  capture: 'camera_auto' | 'camera_manual' | 'upload';
  /** False for PDF, TIFF and what this browser cannot decode. */
  viewable: boolean;
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

/**
 * The whole frame at full size as JPEG; drawing it anew leaves out any metadata. WebP is not asked for: WebKit silently answers PNG.
 */
export async function takeStill(video: HTMLVideoElement): Promise<Blob> {
  const {videoWidth: width, videoHeight: height} = video;
  if (!width || !height) throw new DOMException('The camera shows nothing yet.', 'InvalidStateError');
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.convertToBlob({type: 'image/jpeg', quality: 0.92});
}
