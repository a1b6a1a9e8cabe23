/**
 * What a sandbox offers in the camera's place: documents of nobody and their holder's face, each with an outcome that is known
 * (`docs/sandbox.md`, held by a test). Nothing here decides an outcome: the engines do.
 */
import type {DocumentType} from '../protocol/government-id.ts';
import type {Screen} from '../protocol/position.ts';
import type {Step} from '../protocol/template.ts';
import type {StepOf} from './steps/step.ts';

/** A drawing of `countersign specimens`, and what it is. */
export interface DocumentSpecimen {
  drawing: string;
  type: DocumentType;
}

/** Whose face is shown: the holder's of the passport, somebody else's, or first the one and then the other. */
export type FaceSpecimen = 'holder' | 'wrong_person' | 'swapped_person';

/** The holder of the passports below whose face there is. */
export const holder = {passport: 'passport-mei', person: 'mei'} as const;

const passport = (drawing: string): DocumentSpecimen => ({drawing, type: 'pp'});

/** By the name of what will happen; the first that the template accepts is shown. */
const documents: Readonly<Record<string, readonly DocumentSpecimen[]>> = {
  approved: [passport(holder.passport), {drawing: 'id', type: 'id'}, {drawing: 'licence', type: 'dl'}],
  expired: [passport('passport-expired')],
  blurry: [passport('passport-blurry')],
  mrz_mismatch: [passport('passport-mismatch')],
  underage: [passport('passport-underage')],
  screen_photo: [passport('passport-screen')],
};

/** Undefined where nothing is called so, or the template takes no such document. */
export function documentSpecimen(name: string, {config}: StepOf<'document'>): DocumentSpecimen | undefined {
  if (!Object.hasOwn(documents, name)) return undefined;
  return documents[name]?.find(({type}) => config.types?.includes(type) ?? true);
}

/** Undefined where nothing is called so; people take turns only where poses are asked for. */
export function faceSpecimen(name: string, {config}: StepOf<'selfie'>): FaceSpecimen | undefined {
  if (name === 'holder' || name === 'wrong_person') return name;
  return name === 'swapped_person' && config.liveness === 'required' ? name : undefined;
}

/** What can be shown on this screen; nothing while pictures are being read. */
export function offeredSpecimens(step: Step, screen: Screen): string[] {
  if (step.kind === 'document' && screen.kind === 'document')
    return Object.keys(documents).filter((name) => documentSpecimen(name, step));
  if (step.kind === 'selfie' && screen.kind === 'selfie')
    return ['holder', 'wrong_person', 'swapped_person'].filter((name) => faceSpecimen(name, step));
  return [];
}
