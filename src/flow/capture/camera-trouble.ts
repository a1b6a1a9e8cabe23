import {isAppBrowser} from '../app-browser.ts';
import {loadWords} from '../words.ts';

/** Why there is no picture, told apart, because each has another way out. */
export type CameraTrouble = 'denied' | 'missing' | 'busy' | 'policy' | 'insecure' | 'black' | 'inapp' | 'other';

export interface CameraSigns {
  /** `name` of the error that `getUserMedia` gave. */
  errorName?: string;
  secureContext: boolean;
  /** Whether `navigator.mediaDevices.getUserMedia` exists. */
  mediaDevices: boolean;
  /** Whether the page's permissions policy lets us use the camera; undefined where the browser does not tell. */
  policyAllows?: boolean;
  /** What `permissions.query({name: 'camera'})` says; undefined where the browser does not know the name. */
  permission?: PermissionState;
  /** Whether this is the browser of an app, which may have no camera to give. */
  appBrowser?: boolean;
}

/**
 * Browsers give NotAllowedError for a person's no, the system's no and the embedding page's no alike, and Chromium NotFoundError
 * where the page's policy hides the cameras; the policy itself tells. In-app browsers without any camera API count as having none.
 */
export function classifyCameraTrouble(signs: CameraSigns): CameraTrouble {
  if (!signs.secureContext) return 'insecure';
  if (!signs.mediaDevices) return signs.appBrowser ? 'inapp' : 'missing';
  if (signs.policyAllows === false) return 'policy';
  switch (signs.errorName) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      // such a browser often asks nobody and lets nothing be changed
      return signs.appBrowser ? 'inapp' : 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    // Windows and Android give NotReadableError when another app holds the camera; Firefox and old Chromium the other two.
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return signs.permission === 'denied' ? 'denied' : 'other';
  }
}

interface PolicyDocument {
  permissionsPolicy?: {allowsFeature(name: string): boolean};
  featurePolicy?: {allowsFeature(name: string): boolean};
}

/** Gathers the signs around an error. */
export async function readCameraSigns(error: unknown): Promise<CameraSigns> {
  const {permissionsPolicy, featurePolicy} = document as PolicyDocument;
  const policy = permissionsPolicy ?? featurePolicy;
  const permission = await cameraPermission();
  // what such a browser is told stands with the words of other devices
  if (isAppBrowser()) await loadWords('handoff');
  return {
    secureContext: isSecureContext,
    // Typed as always there; on insecure pages and in some WebViews it is not.
    mediaDevices: typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function',
    ...(error instanceof Error && {errorName: error.name}),
    ...(isAppBrowser() && {appBrowser: true}),
    ...(policy && {policyAllows: policy.allowsFeature('camera')}),
    ...(permission && {permission: permission.state}),
  };
}

/** The permission object, which also tells when the person changes their mind; Firefox before 131 throws on the name. */
export async function cameraPermission(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({name: 'camera' as PermissionName});
  } catch {
    return undefined;
  }
}
