/** The position of an inquiry, as one device of it may see it. */
import {isFinished, positionOf} from '../domain/position.ts';
import {progressWords} from '../protocol/position.ts';
import type {Position, ProgressWord} from '../protocol/position.ts';
import {findAccount} from './account.ts';
import type {Reader} from './database.ts';
import {findEnvironment} from './environment.ts';
import type {Row} from './schema.ts';
import {readStanding} from './standing.ts';

export interface Viewer {
  envId: string;
  inquiryId: string;
  sessionId: string;
}

/** What `ProgressBoard` knows and what time it is. */
export interface Moment {
  words: readonly string[];
  now: Date;
  /** The language the visitor reads, where it is told. */
  language?: string;
}

/** @throws CountersignError `not_found`, `gone` */
export async function readPosition(reader: Reader, viewer: Viewer, {words, now, language}: Moment): Promise<Position> {
  const {row, graph, state} = await readStanding(reader, viewer.envId, viewer.inquiryId);
  const account = row.account_id === null ? undefined : await findAccount(reader, viewer.envId, row.account_id);
  const step = graph.steps[row.step]?.kind;
  const position = positionOf(
    graph,
    {
      ...state,
      inquiryId: row.id,
      version: row.version,
      language: row.language,
      referenceId: account?.reference_id ?? row.claimed_reference_id,
      redirectUri: row.redirect_uri,
      fields: row.fields,
      ...(language !== undefined && {speaks: language}),
      mayRead: step !== 'screen' || (await mayRead(reader, viewer)),
      sandbox: (step === 'document' || step === 'selfie') && (await isSandbox(reader, viewer.envId)),
    },
    words.filter(isProgressWord),
    now,
  );
  const sessions = await activeSessions(reader, viewer, now);
  const joined = joinedDevices(sessions, viewer);
  const own = isFinished(position.status) ? undefined : sessions.find(({id}) => id === viewer.sessionId);
  return {
    ...position,
    ...(joined && {joined}),
    ...(own && {sessionSecondsLeft: Math.floor((own.expires_at.getTime() - now.getTime()) / 1000)}),
  };
}

/** Knowing an id alone never returns what is stored, also not by way of another device or a second session. */
async function mayRead(reader: Reader, {envId, inquiryId}: Viewer): Promise<boolean> {
  const stranger = await reader
    .selectFrom('inquiry_session')
    .select('id')
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('by_id', '=', true)
    .limit(1)
    .executeTakeFirst();
  return stranger === undefined;
}

async function isSandbox(reader: Reader, envId: string): Promise<boolean> {
  return (await findEnvironment(reader, envId))?.kind === 'sandbox';
}

function isProgressWord(word: string): word is ProgressWord {
  return (progressWords as readonly string[]).includes(word);
}

type ActiveSession = Pick<Row<'inquiry_session'>, 'id' | 'device' | 'created_at' | 'expires_at'>;

function activeSessions(reader: Reader, viewer: Viewer, now: Date): Promise<ActiveSession[]> {
  return reader
    .selectFrom('inquiry_session')
    .select(['id', 'device', 'created_at', 'expires_at'])
    .where('env_id', '=', viewer.envId)
    .where('inquiry_id', '=', viewer.inquiryId)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute();
}

/** The devices that came by handoff; nothing for one of them, which has no say over the others. */
function joinedDevices(sessions: readonly ActiveSession[], viewer: Viewer): Position['joined'] {
  const joined = sessions.filter(({device}) => typeof device['device-handoff-method'] === 'string');
  if (joined.length === 0 || joined.some(({id}) => id === viewer.sessionId)) return undefined;
  return joined.map(({id, created_at: at}) => ({id, at: at.toISOString()}));
}
