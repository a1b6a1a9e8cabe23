/** The position of an inquiry, as one device of it may see it. */
import {positionOf} from '../domain/position.ts';
import {progressWords} from '../protocol/flow.ts';
import type {Position, ProgressWord} from '../protocol/flow.ts';
import {findAccount} from './account.ts';
import type {Reader} from './database.ts';
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
}

/** @throws CountersignError `not_found`, `gone` */
export async function readPosition(reader: Reader, viewer: Viewer, {words, now}: Moment): Promise<Position> {
  const {row, graph, state} = await readStanding(reader, viewer.envId, viewer.inquiryId);
  const account = row.account_id === null ? undefined : await findAccount(reader, viewer.envId, row.account_id);
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
    },
    words.filter(isProgressWord),
    now,
  );
  const joined = await joinedDevices(reader, viewer, now);
  return joined ? {...position, joined} : position;
}

function isProgressWord(word: string): word is ProgressWord {
  return (progressWords as readonly string[]).includes(word);
}

/** The devices that came by handoff; nothing for one of them, which has no say over the others. */
async function joinedDevices(reader: Reader, viewer: Viewer, now: Date): Promise<Position['joined']> {
  const sessions = await reader
    .selectFrom('inquiry_session')
    .select(['id', 'device', 'created_at'])
    .where('env_id', '=', viewer.envId)
    .where('inquiry_id', '=', viewer.inquiryId)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute();
  const joined = sessions.filter(({device}) => typeof device['device-handoff-method'] === 'string');
  if (joined.length === 0 || joined.some(({id}) => id === viewer.sessionId)) return undefined;
  return joined.map(({id, created_at: at}) => ({id, at: at.toISOString()}));
}
