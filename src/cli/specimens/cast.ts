/** The people who can turn their heads before a camera: one photograph each, cut out of nothing, moved by `bust.ts`. */
import sharp from 'sharp';
import {detectFaces, meshOfDetection, type FaceNets} from '../../verification/face/nets.ts';
import {sculpt, type Bust} from './bust.ts';
import {film, filmSize, shake} from './film.ts';
import {sceneOf} from './people.ts';

/** @throws where no face is found in the photograph */
export async function bustOf(nets: FaceNets, photo: string): Promise<Bust> {
  const picture = await sceneOf(photo, {width: filmSize.width + 2 * shake, height: filmSize.height + 2 * shake});
  const [found] = await detectFaces(nets, picture);
  if (!found) throw new Error(`There is no face in ${photo}`);
  const {mesh} = await meshOfDetection(nets, picture, found);
  return sculpt(picture, mesh);
}

/** Chromium plays a file of JPEGs as its camera, thirty a second. */
const played = 30;

/** A film as Chromium's fake camera takes it (`--use-file-for-fake-video-capture`, .mjpeg). */
export async function* cameraFile(
  bust: Bust,
  {seconds, rate}: {seconds: number; rate: number},
): AsyncGenerator<Buffer> {
  for await (const jpeg of film(bust, {seconds, rate})) {
    const squeezed = await inCameraLevels(jpeg);
    for (let i = 0; i < played / rate; i++) yield squeezed;
  }
}

/** Chromium takes the levels of the JPEGs for those of television (16 to 235) and stretches them: squeezed beforehand, they come out as they were. */
export function inCameraLevels(jpeg: Buffer): Promise<Buffer> {
  return sharp(jpeg)
    .linear(219 / 255, 16)
    .jpeg({quality: 88, chromaSubsampling: '4:2:0'})
    .toBuffer();
}
