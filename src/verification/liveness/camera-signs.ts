/** From what a browser says of its camera to signs of risk. The name itself is dropped here: it may name a person's device. */
import type {CameraSigns} from '../../protocol/selfie.ts';

/** Programs that give a film or a drawn picture out as a camera. */
const virtualCameras =
  /\b(obs|virtual|manycam|snap camera|xsplit|e2esoft|vcam|splitcam|droidcam|iriun|camo|mmhmm|fake|dummy|v4l2loopback|deepfacelive|avatarify)\b|fake_device|\.mjpeg\b|\.y4m\b/i;

export function cameraSigns(said: {
  label: string;
  frameJitterMs?: number | undefined;
  negotiable?: boolean | undefined;
}): CameraSigns {
  return {
    virtualCameraName: virtualCameras.test(said.label),
    ...(said.frameJitterMs !== undefined && {frameJitterMs: Math.round(said.frameJitterMs * 100) / 100}),
    ...(said.negotiable !== undefined && {negotiable: said.negotiable}),
  };
}
