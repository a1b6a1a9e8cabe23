/**
 * Whether the person should say what the document is. Only a document is asked about, one whose pictures can be read and yet name no
 * kind or no issuer that we know: titles in another script, issuers that print no country. Whatever the person answers, nobody but a
 * reviewer approves such a document (`said_by_person`).
 */
import type {KindGuess} from '../../protocol/government-id.ts';
import {showsCard} from './missing-side.ts';
import {isMachineRead, type Classification, type PictureReading, type SubmissionReading} from './reading.ts';

/** Guesses that are offered first; more would be no help. */
const mostGuesses = 3;

export function askKind({
  pictures,
  classification,
  chosen,
}: Pick<SubmissionReading, 'pictures' | 'classification' | 'chosen'>): KindGuess[] | undefined {
  if (chosen.type !== undefined || isMachineRead(classification)) return undefined;
  if (saysWhatItIs(classification) || !pictures.some(showsDocument)) return undefined;
  const {type, country, alternatives = []} = classification;
  const guesses = [...(type === undefined ? [] : [{type, ...(country !== undefined && {country})}]), ...alternatives];
  return guesses.slice(0, mostGuesses).map(({type, country}) => ({type, ...(country !== undefined && {country})}));
}

/** Kind and issuer; organisations and stateless persons have no country, and their codes are known all the same. */
export function saysWhatItIs({type, country, issuerKind}: Classification): boolean {
  return type !== undefined && (country !== undefined || (issuerKind !== undefined && issuerKind !== 'unknown'));
}

/** Fewer lines stand on any shop's sign. */
const leastLines = 4;

/** A border or a face, and print beside it. */
export function showsDocument(picture: PictureReading): boolean {
  const lines = picture.visual?.lines.length ?? 0;
  return lines >= leastLines && (Boolean(picture.portrait) || picture.outline !== undefined || showsCard(picture));
}
