import type {InquirySessionResource} from '../../protocol/inquiry-session.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** A session as the API shows it; what the device never told is null. `now` decides whether it has run out meanwhile. */
export function presentInquirySession(row: Row<'inquiry_session'>, now?: Date): InquirySessionResource {
  const ranOut = row.status !== 'expired' && now !== undefined && row.expires_at <= now;
  const told = (key: string): string | null => {
    const value = row.device[key];
    return typeof value === 'string' ? value : null;
  };
  const yes = (key: string): boolean | null => {
    const value = row.device[key];
    return typeof value === 'boolean' ? value : null;
  };
  const countryCode = told('country-code');
  return {
    type: 'inquiry-session',
    id: row.id,
    attributes: {
      status: ranOut ? 'expired' : row.status,
      'created-at': isoTime(row.created_at),
      'started-at': isoTime(row.started_at),
      'expired-at': isoTime(ranOut ? row.expires_at : row.expired_at),
      'ip-address': row.ip_address,
      'user-agent': row.user_agent,
      'os-name': told('os-name'),
      'os-full-version': told('os-full-version'),
      'device-type': told('device-type'),
      'device-name': told('device-name'),
      'browser-name': told('browser-name'),
      'browser-full-version': told('browser-full-version'),
      'mobile-sdk-name': told('mobile-sdk-name'),
      'mobile-sdk-full-version': told('mobile-sdk-full-version'),
      'device-handoff-method': told('device-handoff-method'),
      'is-proxy': yes('is-proxy'),
      'is-tor': yes('is-tor'),
      'is-datacenter': yes('is-datacenter'),
      'is-vpn': yes('is-vpn'),
      'threat-level': told('threat-level'),
      'country-code': countryCode,
      'country-name': countryCode === null ? null : countryName(countryCode),
      'ip-connection-type': told('ip-connection-type'),
      'ip-isp': told('ip-isp'),
      'network-organization': told('network-organization'),
    },
    relationships: {
      inquiry: {data: {type: 'inquiry', id: row.inquiry_id}},
      device: {data: row.device_id === null ? null : {type: 'device', id: row.device_id}},
    },
  };
}

const countryNames = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});

/** In English, as the API writes names. */
function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? null) : null;
}
