/** What was read from one selfie and from what it is held against, before anything is judged. No pixels: the checks see numbers. */
import type {FaceFrame, LivenessRecord, SelfieConfig, SelfiePose} from '../../protocol/selfie.ts';
import type {ImageRegion} from '../../protocol/check.ts';
import type {FaceCalibration} from '../face/models/provider.ts';

export interface SelfieFrame extends FaceFrame {
  pose: SelfiePose;
  capture: 'camera_auto' | 'camera_manual' | 'upload';
}

/** How alike the selfie and another face are. */
export interface Comparison {
  /** Of the mean of the best frames, on the scale of the calibration. */
  score: number;
  /** Frames in that mean. */
  frames: number;
  /** Looked at more closely because the score alone was not enough: more frames, and a second net. */
  stepUp?: {frames: number; score: number; fused: number};
}

/** The net that compared, kept with every score. */
export interface ComparingNet {
  model: string;
  sha256: string;
  calibration: FaceCalibration;
}

export interface SelfieReading {
  frames: SelfieFrame[];
  /** Ids of the frames that stand for the person, best first: straight, sharp, eyes open. */
  best: string[];
  record: LivenessRecord;
  config: SelfieConfig;
  net: ComparingNet;
  /** Absent where there was no document; `comparison` is absent where no face was found on it or in the selfie. */
  document?: {comparison?: Comparison; faceFound: boolean; birthdate?: string};
  /** Absent where the account has no selfie; `comparison` is absent where another net made that. */
  account?: {comparison?: Comparison};
  /** Years, the mean of `frames` frames. */
  age?: {estimate: number; frames: number};
  /** ISO 8601. */
  today: string;
}

/** Frames somebody was asked to look straight ahead in. */
export function frontalFrames({frames}: SelfieReading): SelfieFrame[] {
  return frames.filter(({pose}) => pose !== 'left' && pose !== 'right');
}

/** The frames that stand for the person. */
export function bestFrames({frames, best}: SelfieReading): SelfieFrame[] {
  return best.flatMap((id) => frames.find((frame) => frame.id === id) ?? []);
}

export function faceRegion({id, width, height, face}: SelfieFrame): ImageRegion[] {
  if (!face) return [];
  const x = Math.max(0, Math.round(face.box.x));
  const y = Math.max(0, Math.round(face.box.y));
  return [
    {
      evidenceId: id,
      x,
      y,
      width: Math.max(1, Math.min(width - x, Math.round(face.box.width))),
      height: Math.max(1, Math.min(height - y, Math.round(face.box.height))),
      pictureWidth: width,
      pictureHeight: height,
    },
  ];
}

export function wholeFrame({id, width, height}: SelfieFrame): ImageRegion {
  return {evidenceId: id, x: 0, y: 0, width, height, pictureWidth: width, pictureHeight: height};
}
