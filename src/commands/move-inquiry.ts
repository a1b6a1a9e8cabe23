/** Commits what the rules of the flow said: the inquiry's columns and life, its verification, its decision. */
import type {FlowChange} from '../domain/flow.ts';
import type {InquiryChange} from '../domain/inquiry.ts';
import type {FlowEffect} from '../domain/steps/step.ts';
import {inquiryExpiry} from '../domain/template.ts';
import type {FieldValues, Row} from '../storage/schema.ts';
import {changeInquiry} from './change-inquiry.ts';
import {decideFinishedInquiry} from './decide-inquiry.ts';
import type {Standing} from '../storage/standing.ts';
import {submitSelfie} from './submit-selfie.ts';
import {submitVerification} from './submit-verification.ts';
import {traceIdentity} from './trace-identity.ts';
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
  {fields}: MoveOptions = {},
): Promise<Row<'inquiry'>> {
  const {effects} = change;
  const moved = await changeInquiry(w, at.row, {
    changes: effects.flatMap((effect) => lifeOf(effect, at)),
    events: effects.flatMap(eventsOf),
    columns: {
      step: change.step,
      step_state: JSON.stringify(change.stepState),
      ...(fields && {fields: JSON.stringify(fields)}),
    },
  });
  if (effects.some(({type}) => type === 'started' || type === 'transitioned')) await traceIdentity(w, moved);
  for (const effect of effects) {
    if (effect.type === 'consented') {
      await w.audit(effect.biometric ? 'inquiry.biometric-consent' : 'inquiry.consent', 'inquiry', moved.id);
    }
    if (effect.type === 'verify') await submitVerification(w, moved, effect);
    if (effect.type === 'verify-selfie') await submitSelfie(w, moved, effect);
  }
  return effects.some(({type}) => type === 'completed') ? decideFinishedInquiry(w, moved, at.graph) : moved;
}

/** That somebody agreed to have their face measured is told to whoever must be able to show it later. */
function eventsOf(effect: FlowEffect): ('inquiry.transitioned' | 'inquiry.biometric-consent-given')[] {
  if (effect.type === 'consented') return effect.biometric ? ['inquiry.biometric-consent-given'] : [];
  return effect.type === 'transitioned' ? ['inquiry.transitioned'] : [];
}

/** What an effect means for the life of the inquiry. */
function lifeOf(effect: FlowEffect, {row, graph}: Standing): InquiryChange[] {
  switch (effect.type) {
    case 'started':
      return [{type: 'start', expiresAfterSeconds: inquiryExpiry(graph, row.expiry).afterStartSeconds}];
    case 'completed':
      return [{type: 'complete'}];
    case 'failed':
      return [{type: 'fail'}];
    case 'consented':
    case 'verify':
    case 'verify-selfie':
    case 'transitioned':
      return [];
  }
}
