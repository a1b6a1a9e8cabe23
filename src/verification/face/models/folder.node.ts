/** Where the nets of the face module stand: the folder named by the operator, else a cache of the user's, as each system has it. */
import {homedir} from 'node:os';
import path from 'node:path';

/** What the engine's child processes are told; the operator's own setting is COUNTERSIGN_MODEL_DIR. */
export const faceModelsVariable = 'COUNTERSIGN_FACE_MODELS';

export function faceModelFolder(given?: string): string {
  return given ?? process.env[faceModelsVariable] ?? path.join(userCache(), 'countersign', 'models');
}

function userCache(): string {
  const {XDG_CACHE_HOME: xdg, LOCALAPPDATA: local} = process.env;
  if (xdg) return xdg;
  if (process.platform === 'win32') return local ?? path.join(homedir(), 'AppData', 'Local');
  return path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
