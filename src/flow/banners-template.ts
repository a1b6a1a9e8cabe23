import {html, nothing, type TemplateResult} from 'lit';
import type {ConnectionState} from './connection.ts';
import {t} from './words.ts';

export interface BannersProperties {
  connection: ConnectionState;
  /** Another device has joined, and the steps are shown here. */
  joined: boolean;
  /** Shows that device, with what can be done about it. */
  onDevices: () => void;
}

/** What the person should know on any screen: the line is broken, somebody joined. */
export function bannersTemplate({connection, joined, onDevices}: BannersProperties): TemplateResult | typeof nothing {
  if (connection !== 'online') {
    return html`<cs-banner kind="offline"
      >${connection === 'offline' ? t('base.offline') : t('base.reconnecting')}</cs-banner
    >`;
  }
  if (!joined) return nothing;
  return html`<cs-banner kind="info" role="status">
    ${t('base.joined')}
    <button class="in-banner" type="button" @click=${onDevices}>${t('base.joinedShow')}</button>
  </cs-banner>`;
}
