/** Commits what the rules of the flow said: the inquiry's columns and life, its verification, its decision. */
import {velocityKindsIn} from '../domain/check-facts.ts';
import {factsAskedFor} from '../domain/check-graph.ts';
import {factsOf} from '../domain/facts.ts';
import {stepAt} from '../domain/flow.ts';
import type {FlowChange} from '../domain/flow.ts';
import type {InquiryChange} from '../domain/inquiry.ts';
import type {FlowEffect} from '../domain/steps/step.ts';
import {inquiryExpiry, isAutomatic} from '../domain/template.ts';
import {walkOn} from '../domain/walk.ts';
import type {Walk} from '../domain/walk.ts';
import {readFactSources} from '../storage/facts.ts';
import type {FieldValues, Row} from '../storage/schema.ts';
import {changeInquiry} from './change-inquiry.ts';
import {applyContactEffect} from './contact-verification.ts';
import {decideFinishedInquiry} from './decide-inquiry.ts';
import type {Standing} from '../storage/standing.ts';
import {submitDatabase} from './submit-database.ts';
import {startConnector} from './start-connector.ts';
import {saveAccount} from './save-account.ts';
import {submitSelfie} from './submit-selfie.ts';
import {submitVerification} from './submit-verification.ts';
import {readVelocity, traceIdentity} from './trace-identity.ts';
import type {Write} from './write.ts';

export interface MoveOptions {
  /** Fields that were read meanwhile. */
  fields?: FieldValues;
}

/** Returns the inquiry as it stands after the move, decided if the move finished it. */
export async function moveInquiry(
  w: Write,
  at: Standing,
  change: Extract<FlowChange, {type: 'changed'}>,
  options: MoveOptions = {},
): Promise<Row<'inquiry'>> {
  const known = withAnswers(at.row.fields, change, options);
  const walk = isAutomatic(stepAt(at.graph, change.step)) ? await walkFrom(w, at, change, known) : change;
  const {fields, tags}: Partial<Walk> = {...known, ...walk};
  const retagged = tags !== undefined && tags.join('\0') !== at.row.tags.join('\0');
  const {effects} = walk;
  const begun = effects.some(({type}) => type === 'started');
  const moved = await changeInquiry(w, at.row, {
    changes: [...effects.flatMap((effect) => lifeOf(effect, at, begun)), ...effects.flatMap(decisionOf)],
    events: [...effects.flatMap(eventsOf), ...(retagged ? ['inquiry.updated-tags' as const] : [])],
    columns: {
      step: walk.step,
      step_state: JSON.stringify(walk.stepState),
      ...(fields && {fields: JSON.stringify(fields)}),
      ...(retagged && {tags: JSON.stringify(tags)}),
    },
  });
  if (effects.some(({type}) => type === 'started' || type === 'transitioned')) await traceIdentity(w, moved);
  for (const effect of effects) {
    if (effect.type === 'consented') {
      await w.audit(effect.biometric ? 'inquiry.biometric-consent' : 'inquiry.consent', 'inquiry', moved.id);
    }
    if (effect.type === 'verify') await submitVerification(w, moved, effect);
    if (effect.type === 'verify-selfie') await submitSelfie(w, moved, effect);
    if (effect.type === 'call-connector') await startConnector(w, moved, effect);
    if (effect.type === 'verify-database') await submitDatabase(w, moved);
    await applyContactEffect(w, moved, {graph: at.graph, effect});
  }
  const open = effects.some(({type}) => type === 'completed') && !effects.some(({type}) => type === 'decided');
  const decided = open ? await decideFinishedInquiry(w, moved, at.graph) : moved;
  return saveAccounts(w, decided, effects);
}

/** What the person answered, over what was known. */
function withAnswers(
  stored: FieldValues,
  {effects}: Extract<FlowChange, {type: 'changed'}>,
  options: MoveOptions,
): MoveOptions {
  const filled = effects.flatMap((effect) => (effect.type === 'filled' ? [effect.fields] : []));
  return filled.length === 0 ? options : {fields: Object.assign({}, options.fields ?? stored, ...filled)};
}

/** On through the steps nobody sees, with what is known now that this move's verification is stored. */
async function walkFrom(
  w: Write,
  {graph, row}: Standing,
  change: Extract<FlowChange, {type: 'changed'}>,
  {fields = row.fields}: MoveOptions,
): Promise<Walk> {
  const inquiry = {...row, fields};
  const velocity = await readVelocity(w, inquiry, velocityKindsIn(factsAskedFor(graph)));
  const facts = factsOf({...(await readFactSources(w.tx, inquiry)), velocity}, w.now);
  return walkOn(graph, change, {facts, fields, tags: row.tags, now: w.now});
}

async function saveAccounts(
  w: Write,
  inquiry: Row<'inquiry'>,
  effects: readonly FlowEffect[],
): Promise<Row<'inquiry'>> {
  let saved = inquiry;
  for (const effect of effects) {
    if (effect.type === 'save-account') saved = await saveAccount(w, saved, effect);
    if (effect.type === 'field-refused') await w.audit('inquiry.field-refused', 'inquiry', inquiry.id);
  }
  return saved;
}

/** What the template decided itself. */
function decisionOf(effect: FlowEffect): InquiryChange[] {
  if (effect.type !== 'decided') return [];
  const {decision, comment} = effect;
  return [{type: decision, ...(comment !== undefined && {comment})}];
}

/** That somebody agreed to have their face measured is told to whoever must be able to show it later. */
function eventsOf(effect: FlowEffect): ('inquiry.transitioned' | 'inquiry.biometric-consent-given')[] {
  if (effect.type === 'consented') return effect.biometric ? ['inquiry.biometric-consent-given'] : [];
  return effect.type === 'transitioned' ? ['inquiry.transitioned'] : [];
}

/** What an effect means for the life of the inquiry. */
function lifeOf(effect: FlowEffect, {row, graph}: Standing, begun: boolean): InquiryChange[] {
  switch (effect.type) {
    case 'started':
      return [startOf({row, graph})];
    case 'completed':
      return [{type: 'complete'}];
    case 'failed':
      return [{type: 'fail'}];
    case 'verify-database':
      // nothing is asked of the person, so it may be what begins the inquiry
      return row.status === 'created' && !begun ? [startOf({row, graph})] : [];
    case 'consented':
    case 'filled':
    case 'verify':
    case 'verify-selfie':
    case 'send-code':
    case 'resend-code':
    case 'verify-contact':
    case 'drop-contact':
    case 'transitioned':
    // told by `decisionOf`, after the end of what it decides
    case 'decided':
    case 'call-connector':
    case 'field-refused':
    case 'save-account':
      return [];
  }
}

function startOf({row, graph}: Pick<Standing, 'row' | 'graph'>): InquiryChange {
  return {type: 'start', expiresAfterSeconds: inquiryExpiry(graph, row.expiry).afterStartSeconds};
}
