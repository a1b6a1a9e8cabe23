/**
 * The default rule that decides a finished inquiry: every required check passed -> approved; one failed -> what the template says.
 * Its final home is the workflow engine, where it is the workflow of a new template.
 */
import type {Check} from '../protocol/check.ts';
import type {TemplateGraph} from '../protocol/template.ts';

/** What the rule looks at: the verifications that count, i.e. the last attempt of each step. */
export interface DecidedVerification {
  id: string;
  step: string | null;
  attempt: number;
  status: string;
  checks: readonly Check[];
}

/** Why: which verification, which check (absent where the verification itself has no verdict), which reason codes. */
export interface DecisionReason {
  verificationId: string;
  check?: string;
  reasons: string[];
}

export interface Decision {
  decision: 'approved' | 'declined' | 'needs_review';
  /** Empty only for `approved`. */
  reasons: DecisionReason[];
}

/**
 * Approves only on evidence: an inquiry without a passed verification, or with one that never got a verdict, needs a person.
 * A required check that does not apply to the document at hand (a barcode on a passport) says nothing; one that could not be
 * judged for want of an engine or a provider is no pass.
 */
export function decideByChecks(
  verifications: readonly DecidedVerification[],
  graph: Pick<TemplateGraph, 'decision'>,
): Decision {
  const last = lastAttempts(verifications);
  if (last.length === 0) return {decision: 'needs_review', reasons: []};

  const failed = last.flatMap((verification) => required(verification, 'failed'));
  if (failed.length > 0) return {decision: graph.decision.failedCheck, reasons: failed};

  const failedWhole = last
    .filter(({status}) => status === 'failed')
    .map(({id}) => ({verificationId: id, reasons: ['verification_failed']}));
  if (failedWhole.length > 0) return {decision: graph.decision.failedCheck, reasons: failedWhole};

  const open = last
    .filter(({status}) => status !== 'passed')
    .map(({id, status}) => ({verificationId: id, reasons: [`verification_${status}`]}));
  const unjudged = last
    .flatMap((verification) => required(verification, 'not_applicable'))
    .filter(({reasons}) => reasons.some((reason) => cannotJudge.includes(reason)));
  const reasons = [...open, ...unjudged];
  return reasons.length > 0 ? {decision: 'needs_review', reasons} : {decision: 'approved', reasons: []};
}

/** Reasons for which a required check says nothing although it should have: that is no pass. */
const cannotJudge: readonly string[] = [
  'provider_not_configured',
  // of records: the source did not answer, or had nothing to compare with
  'service_unavailable',
  'not_in_record',
  'no_name',
  'no_birthdate',
  'engine_unavailable',
  'name_single_source',
  'said_by_person',
  // of a selfie: grey measurements, poses that show no depth, a file in the camera's place, a face too young to match
  'inconclusive',
  'depth_not_measured',
  'not_captured_live',
  'under_16',
  // nothing to hold the face against
  'no_face',
  'no_government_id',
  'no_face_on_document',
  'no_account_selfie_present',
  'other_model',
  'no_selfie',
  // of an age that only a face tells
  'not_clearly_older',
];

function required(verification: DecidedVerification, status: Check['status']): DecisionReason[] {
  return verification.checks
    .filter((check) => check.requirement === 'required' && check.status === status)
    .map((check) => ({verificationId: verification.id, check: check.name, reasons: check.reasons}));
}

function lastAttempts(verifications: readonly DecidedVerification[]): DecidedVerification[] {
  const byStep = new Map<string, DecidedVerification>();
  for (const verification of verifications) {
    const key = verification.step ?? verification.id;
    const known = byStep.get(key);
    if (!known || verification.attempt > known.attempt) byStep.set(key, verification);
  }
  return [...byStep.values()];
}
