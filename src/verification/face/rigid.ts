/** The mesh points that no expression moves: what depth is judged by. */
import {at, type Mesh} from './mesh.ts';

/** Corners of the eyes, bridge and tip of the nose, temples, cheeks, jaw, brow and the corners of the closed mouth. */
export const rigidPoints: readonly number[] = [
  33, 133, 263, 362, 1, 4, 6, 168, 197, 5, 61, 291, 0, 17, 152, 234, 454, 127, 356, 93, 323, 10, 67, 297, 50, 280, 205,
  425,
];

/** x and y of each, one after the other, in pixels of the frame. */
export function rigidCoordinates(mesh: Mesh): number[] {
  return rigidPoints.flatMap((index) => {
    const {x, y} = at(mesh, index);
    return [x, y];
  });
}
