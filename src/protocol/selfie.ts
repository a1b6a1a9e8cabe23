/** What a selfie step asks for, what the frames of a face tell, and what the engine says of them. */
import type {Check} from './check.ts';

/** What the person is asked to do, one thing at a time. `left` and `right` are the person's own. */
export const selfiePoses = ['center', 'left', 'right', 'closer', 'eyes_closed'] as const;
export type SelfiePose = (typeof selfiePoses)[number];

/**
 * How the person took part: `poses` turns the head; `alternative` is for those who cannot turn it, and always ends in review;
 * `still` is one look into the camera where the template asks for no liveness; `upload` a file, which always ends in review.
 */
export const selfieModes = ['poses', 'alternative', 'still', 'upload'] as const;
export type SelfieMode = (typeof selfieModes)[number];

/** What a template asks of a selfie. Thresholds override docs/checks.md by check name. */
export interface SelfieConfig {
  liveness: 'required' | 'not_required';
  /** Years that the face may vouch for; absent where it is not asked. */
  minimumAge?: number | undefined;
  requirements?: Record<string, 'required' | 'not_required'> | undefined;
  thresholds?: Record<string, number> | undefined;
}

/** One frame as the server measured it; lengths in its own pixels, angles in degrees. */
export interface FaceFrame {
  id: string;
  width: number;
  height: number;
  /** Faces found, whatever their size. */
  faces: number;
  /** Of the largest face; absent where there is none. */
  face?: MeasuredFace;
  /** 64-bit difference hash of the whole frame, as 16 hexadecimal digits. */
  hash: string;
}

export interface MeasuredFace {
  /** Of the detector, 0 to 1. */
  score: number;
  box: {x: number; y: number; width: number; height: number};
  /** `yaw` is positive when the person turns to their own left, `pitch` when they look down; `roll` clockwise on the picture. */
  pose: {yaw: number; pitch: number; roll: number};
  /** x and y of the rigid points of the mesh, one after the other, in the order of `rigidPoints` (`verification/face/`). */
  points: number[];
  /** Between the centres of the eyes. */
  eyeDistance: number;
  /** Height of the open eye by its width; about 0.3 open, below 0.15 closed. The smaller of the two eyes. */
  eyeOpen: number;
  /** Gap of the lips by the distance of the eyes; below 0.12 closed. */
  mouthOpen: number;
  quality: {
    /** Variance of the Laplacian by the square of the mean, times 1000, on the aligned face. */
    sharpness: number;
    /** Mean brightness of the face, 0 to 255. */
    luma: number;
    /** Share of the face above 245. */
    overexposed: number;
    /** Difference of the two halves' brightness by their mean. */
    asymmetry: number;
  };
  /** Unit length; absent where only measures were asked for. */
  embedding?: Float32Array;
  /** Of the passive net, 0 (attack) to 1 (live); absent where it was not run. */
  passive?: number;
  /** How likely something is worn on the face, 0 to 1; absent where only measures were asked for. */
  worn?: {glasses: number; covering: number};
}

/** One step of a liveness session as it happened, by the server's clock (milliseconds since its begin). */
export interface LivenessSlot {
  pose: SelfiePose;
  /** When this step was shown to the person: after the one before was accepted. */
  revealedAt: number;
  /** When its frames were accepted. */
  acceptedAt: number;
  /** Ids of its frames, in the order they were taken; the last one shows the pose. */
  frames: string[];
}

/** What the browser said of its camera, already reduced to signs; never a device's name. */
export interface CameraSigns {
  virtualCameraName?: boolean;
  /** Standard deviation of the time between frames, in milliseconds; a real camera is never exact. */
  frameJitterMs?: number;
  /** Whether the camera offered other sizes and rates than the one it gave. */
  negotiable?: boolean;
}

/** What the final run of the engine learns of the session beside the pictures. */
export interface LivenessRecord {
  mode: SelfieMode;
  /** In the order they were asked for. */
  slots: LivenessSlot[];
  camera?: CameraSigns;
}

/** What `selfie` says of one submission. */
export interface SelfieResult {
  checks: Check[];
  /** The best frontal frame, re-encoded for people to look at. */
  displayImages: {pose: SelfiePose; evidenceId: string; jpeg: Uint8Array; width: number; height: number}[];
  /** Mean of the best frames, unit length, with the model that made it; sealed by whoever keeps it. */
  template?: {model: string; embedding: Float32Array};
  /** CPU time spent, in milliseconds. */
  cpuMs: number;
}
