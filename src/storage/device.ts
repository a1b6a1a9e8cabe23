/** Queries of devices: browsers that were seen, by a keyed hash of what they say of themselves. */
import type {Reader, Tx} from './database.ts';
import type {Row} from './schema.ts';

/** The device of a fingerprint; two sessions that bring it at once get the same. */
export async function findOrInsertDevice(
  tx: Tx,
  envId: string,
  fresh: {id: string; browserFingerprint: string; now: Date},
): Promise<Row<'device'>> {
  await tx
    .insertInto('device')
    .values({env_id: envId, id: fresh.id, browser_fingerprint: fresh.browserFingerprint, created_at: fresh.now})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('device')
    .selectAll()
    .where('env_id', '=', envId)
    .where('browser_fingerprint', '=', fresh.browserFingerprint)
    .executeTakeFirstOrThrow();
}

/** Devices that no session speaks of any more, after their inquiries were redacted. */
export async function deleteForgottenDevices(tx: Tx, envId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('device')
    .where('env_id', '=', envId)
    .where('id', 'in', [...ids])
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('inquiry_session')
            .select('inquiry_session.id')
            .whereRef('inquiry_session.env_id', '=', 'device.env_id')
            .whereRef('inquiry_session.device_id', '=', 'device.id'),
        ),
      ),
    )
    .execute();
}

export async function listDeviceIdsOf(reader: Reader, envId: string, inquiryId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('inquiry_session')
    .select('device_id')
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .where('device_id', 'is not', null)
    .execute();
  return rows.flatMap(({device_id: id}) => id ?? []);
}

export function findDevice(reader: Reader, envId: string, id: string): Promise<Row<'device'> | undefined> {
  return reader.selectFrom('device').selectAll().where('env_id', '=', envId).where('id', '=', id).executeTakeFirst();
}

/** One, or none where the session said nothing of its browser. */
export function listDevicesOfSession(reader: Reader, envId: string, sessionId: string): Promise<Row<'device'>[]> {
  return reader
    .selectFrom('device')
    .innerJoin('inquiry_session', (join) =>
      join.onRef('inquiry_session.env_id', '=', 'device.env_id').onRef('inquiry_session.device_id', '=', 'device.id'),
    )
    .selectAll('device')
    .where('device.env_id', '=', envId)
    .where('inquiry_session.id', '=', sessionId)
    .execute();
}
