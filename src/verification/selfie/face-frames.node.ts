/** The engine of one interactive step: frames in, measures out, nothing decided. */
import type {FaceFramesInput, FaceFramesResult} from '../engine.ts';
import {readFrame} from '../face/measure-frame.node.ts';
import {faceEngine} from './engine.node.ts';

/** @throws FaceModelsMissing, ImageError */
export async function measureFaceFrames({frames}: FaceFramesInput): Promise<FaceFramesResult> {
  const started = process.cpuUsage();
  const {nets} = await faceEngine();
  const measured: FaceFramesResult['frames'] = [];
  for (const frame of frames) measured.push((await readFrame(nets, frame)).measured);
  const {user, system} = process.cpuUsage(started);
  return {frames: measured, cpuMs: (user + system) / 1000};
}
