import {css, html, nothing, type TemplateResult} from 'lit';
import type {SessionDetail} from '../protocol/operator.ts';
import {say, sayOf, sayTime} from './words.ts';

export const sessionStyles = css`
  .session {
    margin-block-end: 1.5rem;
  }
  .session h3 {
    margin-block-end: 0;
  }
  .session p {
    margin: 0 0 0.5rem;
  }
  .session tbody th {
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    vertical-align: baseline;
  }
`;

/** Who came with what: the device as it named itself, and each signal with how far it can be believed. */
export function sessionsTemplate(sessions: readonly SessionDetail[]): TemplateResult {
  if (sessions.length === 0) return html`<p class="quiet">${say('sessions.none')}</p>`;
  return html`${sessions.map(sessionTemplate)}
    <p class="quiet">${say('sessions.note')}</p>`;
}

function sessionTemplate(session: SessionDetail): TemplateResult {
  const facts = [session.device, session.ipAddress, session.country, session.network, session.timeZone];
  const known = facts.filter((fact) => fact !== null);
  return html`<div class="session">
    <h3>${sayTime(session.createdAt)} · ${sayOf('session', session.status)}</h3>
    <p class="quiet">${known.length > 0 ? known.join(' · ') : say('sessions.unknown')}</p>
    ${session.signals.length > 0 ? signalsTemplate(session) : nothing}
  </div>`;
}

function signalsTemplate({signals}: SessionDetail): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say('sessions.signal')}</th>
        <th scope="col">${say('sessions.seen')}</th>
        <th scope="col">${say('sessions.certainty')}</th>
      </tr>
    </thead>
    <tbody>
      ${signals.map(
        ({name, value, certainty}) =>
          html`<tr>
            <th scope="row">${sayOf('signal', name)}</th>
            <td>${typeof value === 'string' ? value : say(value ? 'sessions.yes' : 'sessions.no')}</td>
            <td>${value === false ? '–' : sayOf('certainty', certainty)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
