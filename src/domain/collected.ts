/** What a template takes of the person who goes through it: their consent names this and nothing else. */
import {collectedKinds} from '../protocol/position.ts';
import type {Collected} from '../protocol/position.ts';
import type {StepKind, TemplateGraph} from '../protocol/template.ts';

const collectedBy: Partial<Record<StepKind, Collected>> = {
  document: 'document',
  'generic-document': 'papers',
  selfie: 'face',
  'phone-number': 'phone',
  'email-address': 'email',
  screen: 'answers',
  database: 'records',
};

export function collectedIn({steps}: Pick<TemplateGraph, 'steps'>): Collected[] {
  const taken = new Set(Object.values(steps).map(({kind}) => collectedBy[kind]));
  return collectedKinds.filter((kind) => taken.has(kind));
}
