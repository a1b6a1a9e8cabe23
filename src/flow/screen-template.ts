import {html, nothing, type TemplateResult} from 'lit';
import type {Position, ProgressWord} from '../protocol/position.ts';
import type {FlowActions} from './actions.ts';
import type {View} from './views.ts';

/** What the screens' elements are told. */
export interface ScreenProperties {
  actions: FlowActions;
  language: string;
  /** The engine's words as they come, newer than the position's. */
  words: readonly ProgressWord[];
  /** Who asks, where the page knows it before there is a session. */
  requester: string | undefined;
  /** What a flow that has not begun will ask for (`Collected`), with blanks between. */
  collects: string | undefined;
}

/** Every screen's element is told the same; the names differ by kind. */
export function screenTemplate(view: View, told: ScreenProperties): TemplateResult | typeof nothing {
  const {actions, language} = told;
  switch (view.kind) {
    case 'loading':
      return nothing;
    case 'start':
    case 'code':
      return html`<countersign-step-start
        kind=${view.kind}
        .requester=${told.requester}
        .collects=${told.collects}
        .actions=${actions}
        .language=${language}
      ></countersign-step-start>`;
    case 'offer':
      return html`<countersign-step-consent
        .offered=${view}
        .actions=${actions}
        .language=${language}
      ></countersign-step-consent>`;
    case 'screen':
      return stepTemplate(view.position, told);
    case 'handoff':
      return html`<countersign-step-handoff
        .position=${view.position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-handoff>`;
    case 'error':
    case 'left':
      return html`<countersign-step-error
        .trouble=${view.kind === 'error' ? view.trouble : undefined}
        .again=${view.again}
        .actions=${actions}
        .language=${language}
      ></countersign-step-error>`;
  }
}

function stepTemplate(position: Position, {actions, language, words}: ScreenProperties): TemplateResult {
  switch (position.screen.kind) {
    case 'consent':
      return html`<countersign-step-consent
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-consent>`;
    case 'document':
      return html`<countersign-step-document
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-document>`;
    case 'generic-document':
      return html`<countersign-step-generic-document
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-generic-document>`;
    case 'selfie':
      return html`<countersign-step-selfie
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-selfie>`;
    case 'form':
      return html`<countersign-step-form
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-form>`;
    case 'phone-number':
      return html`<countersign-step-phone-number
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-phone-number>`;
    case 'email-address':
      return html`<countersign-step-email-address
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-email-address>`;
    case 'processing':
      return html`<countersign-step-processing
        .position=${position}
        .words=${words}
        .actions=${actions}
        .language=${language}
      ></countersign-step-processing>`;
    case 'success':
      return html`<countersign-step-success
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-success>`;
    case 'failed':
      return html`<countersign-step-failed
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-failed>`;
    case 'expired':
      return html`<countersign-step-expired
        .position=${position}
        .actions=${actions}
        .language=${language}
      ></countersign-step-expired>`;
  }
}
