import {LitElement, css, html} from 'lit';
import {baseStyles} from './base-styles.ts';
import {infoIcon, offlineIcon, warnIcon} from './icons.ts';

/**
 * A line that tells of a state: always an icon and words, never colour alone.
 * @slot - the words
 */
export class Banner extends LitElement {
  static override properties = {kind: {reflect: true}};
  declare kind: 'info' | 'warn' | 'bad' | 'offline';

  constructor() {
    super();
    this.kind = 'info';
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        gap: 12px;
        padding: 12px 16px;
        border-radius: var(--cs-radius);
        background: var(--cs-accent-ground);
        font-size: 15px;
        line-height: 1.45;
      }
      :host([kind='warn']),
      :host([kind='offline']) {
        background: var(--cs-warn-ground);
      }
      :host([kind='bad']) {
        background: var(--cs-bad-ground);
      }
      svg {
        margin-top: -1px;
        color: var(--cs-accent);
      }
      :host([kind='warn']) svg,
      :host([kind='offline']) svg {
        color: var(--cs-warn);
      }
      :host([kind='bad']) svg {
        color: var(--cs-bad);
      }
      div {
        min-width: 0;
        flex: 1;
      }
      @media (forced-colors: active) {
        :host {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  override render() {
    const icon = this.kind === 'offline' ? offlineIcon() : this.kind === 'info' ? infoIcon() : warnIcon();
    return html`${icon}
      <div><slot></slot></div>`;
  }
}
