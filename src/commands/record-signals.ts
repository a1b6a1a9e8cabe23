/** What a page says of the browser it runs in: kept with the session, as signals with their certainty and as one device that may come again. */
import {isbot} from 'isbot';
import {signalsOf, threatLevel} from '../domain/session-signals.ts';
import type {VisitFacts} from '../domain/session-signals.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {VisitSignals} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import {findOrInsertDevice} from '../storage/device.ts';
import {findSession, tellSession} from '../storage/inquiry-session.ts';
import {findInquiry} from '../storage/inquiry.ts';
import {traceIdentity} from './trace-identity.ts';
import type {Write} from './write.ts';

/** Told again by the same session, the newest counts. @throws CountersignError `not_found` */
export async function recordSignals(
  w: Write,
  {inquiryId, sessionId, visit}: {inquiryId: string; sessionId: string; visit: VisitSignals},
): Promise<void> {
  const session = await findSession(w.tx, w.envId, sessionId);
  if (!session) throw new CountersignError('not_found');
  if (session.status === 'expired') return;
  const network = session.ip_address === null ? {} : w.ctx.network.lookup(session.ip_address);
  const facts: VisitFacts = {
    ...(visit.webdriver !== undefined && {webdriver: visit.webdriver}),
    ...(session.user_agent !== null && {botUserAgent: isbot(session.user_agent)}),
    ...(visit.timeZone !== undefined && {timeZone: visit.timeZone}),
    languages: visit.languages,
    network,
    zoneIn,
  };
  const signals = signalsOf(facts);
  const fingerprint = fingerprintOf(w, session.user_agent, visit);
  const device = await findOrInsertDevice(w.tx, w.envId, {
    id: newId('device', w.now.getTime()),
    browserFingerprint: fingerprint,
    now: w.now,
  });
  await tellSession(w.tx, w.envId, sessionId, {
    device_id: device.id,
    device: JSON.stringify({
      ...session.device,
      'browser-fingerprint': fingerprint,
      'threat-level': threatLevel(signals),
      ...(visit.timeZone !== undefined && {'time-zone': visit.timeZone}),
      languages: visit.languages,
      signals,
    }),
  });
  const inquiry = await findInquiry(w.tx, w.envId, inquiryId);
  if (inquiry && !inquiry.redacted_at && inquiry.started_at) await traceIdentity(w, inquiry);
}

/**
 * Many people have the same browser on the same model of phone: the fingerprint says that two visits may be from one device, never that
 * they are. A keyed hash, so that it means nothing elsewhere.
 */
function fingerprintOf(w: Write, userAgent: string | null, visit: VisitSignals): string {
  const {timeZone, languages, screen, cores, touchPoints} = visit;
  const text = JSON.stringify([w.envId, userAgent, timeZone, languages, screen, cores, touchPoints]);
  return w.ctx.keyring.mac('browser-fingerprint', text).toString('hex').slice(0, 32);
}

/** By the zones that CLDR lists for a country; aliases (Asia/Calcutta) are brought to one name first. */
function zoneIn(countryCode: string, timeZone: string): boolean | undefined {
  try {
    const locale = new Intl.Locale(`und-${countryCode}`) as Intl.Locale & {
      timeZones?: string[];
      getTimeZones?(): string[] | undefined;
    };
    const zones = locale.getTimeZones?.() ?? locale.timeZones;
    if (!zones?.length) return undefined;
    const named = canonicalZone(timeZone);
    return zones.some((zone) => canonicalZone(zone) === named);
  } catch {
    // no such country or zone: nothing can be said
    return undefined;
  }
}

function canonicalZone(timeZone: string): string {
  return new Intl.DateTimeFormat('en', {timeZone}).resolvedOptions().timeZone;
}
