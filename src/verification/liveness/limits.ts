/** Every threshold of liveness, in one place; docs/verification/selfie.md explains them. Angles in degrees. */
export const livenessLimits = {
  /** A face that looks straight ahead. */
  straightYaw: 12,
  straightPitch: 20,
  straightRoll: 18,
  /** How far a turn must go from straight ahead. */
  turn: 20,
  /** How far the head must have moved while a step was asked: a face that waits in the pose moved for something else. */
  moved: 14,
  /** What the best homography must leave over between straight and turned, in distances of the eyes; below `flat` it is a picture. */
  depth: 0.075,
  flat: 0.06,
  /** Cosine of every frontal or decisive frame with the mean of the first frontal ones; below `otherPerson` somebody else came in. */
  samePerson: 0.45,
  otherPerson: 0.3,
  /** Median of the passive net over the frontal frames. */
  passive: 0.8,
  passiveAttack: 0.3,
  /** Frontal frames without which the passive net has no say. */
  passiveFrames: 5,
  /** Points that move less than this between two frames (root mean square, pixels) are the same frame twice. */
  frozen: 0.05,
  /** Between showing a step and accepting its frames, in milliseconds. */
  reactionMs: 250,
  answerMs: 40_000,
  /** Growth of the distance of the eyes when somebody comes closer. */
  closer: 1.22,
  /** Opening of the eyes by what it was in the same step. */
  eyesClosed: 0.6,
  /** Eyes that never stand wider open than this are too narrow for the net to see them shut: narrow by nature, or screwed up. */
  narrowEyes: 0.19,
  /** Distance of the eyes in pixels, and by the width of the frame. */
  leastEyeDistance: 40,
  nearestShare: 0.34,
  /** Light on the face, 0 to 255, and what shows through as unsharp. */
  dark: 45,
  bright: 215,
  overexposed: 0.3,
  /** Of a look straight ahead, as the verdict wants it: better said at once than at the end. */
  straightDark: 60,
  straightBright: 205,
  sharpness: 6,
} as const;
