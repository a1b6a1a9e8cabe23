/** What the frame is told: where the inquiry stands and what to show, and nothing a person should not learn. */
import type {Position, ProblemCode, ProgressWord, Screen} from '../protocol/position.ts';
import type {Step, TemplateGraph} from '../protocol/template.ts';
import {collectedIn} from './collected.ts';
import {shownFields} from './file-field.ts';
import {isOverdue, mainPath, stepAt} from './flow.ts';
import type {FlowState} from './flow.ts';
import {offeredSpecimens} from './specimens.ts';
import {allowsRedirect, isAutomatic} from './template.ts';
import {connectorRule} from './steps/connector.ts';
import {consentRule} from './steps/consent.ts';
import {databaseRule} from './steps/database.ts';
import {emailAddressRule, phoneNumberRule} from './steps/contact.ts';
import {documentRule} from './steps/document.ts';
import {genericDocumentRule} from './steps/generic-document.ts';
import {screenRule} from './steps/screen.ts';
import {selfieRule} from './steps/selfie.ts';
import type {StepState, View} from './steps/step.ts';

export interface Standing extends FlowState {
  inquiryId: string;
  version: number;
  language: string | null;
  referenceId: string | null;
  /** Where the inquiry was told to return to, if anywhere. */
  redirectUri: string | null;
  fields: Record<string, {type: string; value: unknown}>;
  /** The visitor's language, where it is another than the inquiry's. */
  speaks?: string;
  /** Whether this visitor may see what the fields hold: whoever came with nothing but an inquiry's id may not. */
  mayRead?: boolean;
  /** Whether specimens can stand in the camera's place: in a sandbox alone. */
  sandbox?: boolean;
}

/** `words` are the progress of a running verification, if this process knows any. */
export function positionOf(
  graph: TemplateGraph,
  standing: Standing,
  words: readonly ProgressWord[],
  now: Date,
): Position {
  const overdue = isOverdue(standing, now);
  const status = overdue ? 'expired' : standing.status;
  const base: Position = {
    inquiryId: standing.inquiryId,
    status,
    version: standing.version,
    step: standing.step,
    screen: screenOf(graph, standing, {status, words, now}),
    progress: progressOf(graph, standing),
    expiresAt: standing.expiresAt?.toISOString() ?? null,
    requester: graph.requester,
    ...(standing.language !== null && {language: standing.language}),
  };
  if (!isFinished(status)) {
    const specimens = standing.sandbox ? offeredSpecimens(stepAt(graph, standing.step), base.screen) : [];
    return specimens.length > 0 ? {...base, specimens} : base;
  }

  const redirectUri = redirectOf(graph, standing);
  return {
    ...base,
    fields: shownFields(standing.fields),
    referenceId: standing.referenceId,
    ...(redirectUri !== undefined && {redirectUri}),
  };
}

/** Finished for the person: nothing more is asked. Expired is not: it may be resumed. */
export function isFinished(status: Position['status']): boolean {
  return status !== 'created' && status !== 'pending' && status !== 'expired';
}

function screenOf(
  graph: TemplateGraph,
  standing: Standing,
  {status, words, now}: {status: Position['status']; words: readonly ProgressWord[]; now: Date},
): Screen {
  const problems = problemsOf(standing.stepState);
  switch (status) {
    case 'expired':
      return {kind: 'expired'};
    case 'approved':
      return {kind: 'success', review: false};
    case 'completed':
    case 'needs_review':
      return {kind: 'success', review: true};
    case 'declined':
    case 'failed':
      return {kind: 'failed', problems, canRestart: graph.clientCreated};
    case 'created':
    case 'pending':
      return openScreen(graph, standing, {
        requester: graph.requester,
        canRestart: graph.clientCreated,
        review: true,
        words,
        now,
        collects: collectedIn(graph),
        fields: standing.fields,
        mayRead: standing.mayRead ?? true,
        language: standing.speaks ?? standing.language ?? 'en',
      });
  }
}

function openScreen(graph: TemplateGraph, standing: Standing, view: View): Screen {
  const step = stepAt(graph, standing.step);
  const {stepState} = standing;
  if (step.kind === 'consent' && stepState.kind === 'consent') return consentRule.screen(step, stepState, view);
  if (step.kind === 'document' && stepState.kind === 'document') return documentRule.screen(step, stepState, view);
  if (step.kind === 'generic-document' && stepState.kind === 'generic-document') {
    return genericDocumentRule.screen(step, stepState, view);
  }
  if (step.kind === 'selfie' && stepState.kind === 'selfie') return selfieRule.screen(step, stepState, view);
  if (step.kind === 'screen' && stepState.kind === 'screen') return screenRule.screen(step, stepState, view);
  if (step.kind === 'connector' && stepState.kind === 'connector') return connectorRule.screen(step, stepState, view);
  if (step.kind === 'database' && stepState.kind === 'database') return databaseRule.screen(step, stepState, view);
  if (step.kind === 'phone-number' && stepState.kind === 'phone-number') {
    return phoneNumberRule.screen(step, stepState, view);
  }
  if (step.kind === 'email-address' && stepState.kind === 'email-address') {
    return emailAddressRule.screen(step, stepState, view);
  }
  if (step.kind === 'failed') return {kind: 'failed', problems: problemsOf(stepState), canRestart: view.canRestart};
  return {kind: 'success', review: view.review};
}

function problemsOf(state: StepState): ProblemCode[] {
  return 'problems' in state ? state.problems : [];
}

/** Steps with something to do: the last screen is an end, not a step. */
function progressOf(graph: TemplateGraph, standing: Standing): Position['progress'] {
  const path = mainPath(graph).filter((name) => isAsked(stepAt(graph, name)));
  const step = stepAt(graph, standing.step);
  if (path.length === 0 || step.kind === 'failed') return null;
  if (step.kind === 'success') return {done: path.length, of: path.length};
  const done = path.indexOf(standing.step);
  return done === -1 ? null : {done, of: path.length};
}

function isAsked(step: Step): boolean {
  return 'next' in step && !isAutomatic(step);
}

/** The native redirect: `inquiry-id`, `status`, `reference-id`, and the fields only where the template opts in. */
function redirectOf(graph: TemplateGraph, standing: Standing): string | undefined {
  const {redirectUri} = standing;
  // whether a browser named it was settled when it was written
  if (redirectUri === null || !allowsRedirect(graph.redirectUris, redirectUri, 'server')) return undefined;
  const url = new URL(redirectUri);
  url.searchParams.set('inquiry-id', standing.inquiryId);
  url.searchParams.set('status', standing.status);
  if (standing.referenceId !== null) url.searchParams.set('reference-id', standing.referenceId);
  if (graph.redirectFields) {
    for (const [name, field] of Object.entries(standing.fields)) {
      if (field.value !== null) url.searchParams.set(`fields[${name}]`, asText(field.value));
    }
  }
  return url.href;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
