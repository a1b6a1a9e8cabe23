/**
 * A net that compares faces, and what its scores mean. Thresholds belong to the net: 0.48 of one is not 0.48 of another, so a score is
 * never kept or shown without its net's name, hash and calibration.
 */
import {z} from 'zod';

const score = z.number().min(-1).max(1);

export const calibrationSchema = z.strictObject({
  /** Names the measurement: which pairs, when. */
  id: z.string().min(1).max(100),
  /** From here on two faces are the same person's. */
  match: score,
  /** From here on a closer look may still say so. */
  stepUp: score,
  /** Between accounts, where one face is held against thousands. */
  duplicate: score,
  /** Share of pairs of different people at or above a score, ascending by score: how rare a false match is. */
  falseMatchRates: z.array(z.strictObject({score, rate: z.number().min(0).max(1)})).min(1),
});
export type FaceCalibration = z.infer<typeof calibrationSchema>;

export const providerSchema = z.strictObject({
  /** Short name, kept with every score. */
  model: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  /** The ONNX file, absolute or beside the file that names it. */
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** One aligned face (ArcFace's five points) as floats, planes first: (byte - mean) / scale. */
  input: z.strictObject({
    side: z.literal(112),
    colours: z.enum(['rgb', 'bgr']),
    mean: z.number(),
    scale: z.number().positive(),
  }),
  calibration: calibrationSchema,
});
/** What an operator writes for a net of their own, and what we write for ours. */
export type ModelProvider = z.infer<typeof providerSchema>;

/** The share of different people that score this high, interpolated on a logarithmic scale; the last known rate beyond the table. */
export function falseMatchRate({falseMatchRates}: FaceCalibration, value: number): number {
  const rows = [...falseMatchRates].sort((a, b) => a.score - b.score);
  const above = rows.findIndex((row) => row.score >= value);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || above < 0) return last?.rate ?? 1;
  const [low, high] = [rows[above - 1], rows[above]];
  if (!low || !high) return 1;
  const share = (value - low.score) / (high.score - low.score);
  return Math.exp(Math.log(low.rate) * (1 - share) + Math.log(high.rate) * share);
}
