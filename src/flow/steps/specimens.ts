import {LitElement, css, html, type TemplateResult} from 'lit';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {define} from '../../ui/define.ts';
import type {FlowActions} from '../actions.ts';
import {t, type WordKey} from '../words.ts';

/** By the names that the server gives them; one that this frame does not know is left out. */
const words: Record<string, WordKey> = {
  approved: 'sandbox.approved',
  expired: 'sandbox.expired',
  blurry: 'sandbox.blurry',
  mrz_mismatch: 'sandbox.mrz_mismatch',
  underage: 'sandbox.underage',
  screen_photo: 'sandbox.screen_photo',
  holder: 'sandbox.holder',
  wrong_person: 'sandbox.wrong_person',
  swapped_person: 'sandbox.swapped_person',
};

/** The sandbox's specimens: a press shows one in the camera's place, and the engines judge it as any other picture. */
export class Specimens extends LitElement {
  static override properties = {
    names: {attribute: false},
    actions: {attribute: false},
    language: {},
    shown: {state: true},
  };
  declare names: readonly string[];
  declare actions: FlowActions;
  declare language: string;
  /** On its way to the engines. */
  declare shown: string | undefined;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      /* What a details element holds inherits from its slot, not from us. */
      details * {
        box-sizing: border-box;
      }
      details {
        margin-top: 16px;
        border: 1px dashed var(--cs-line-strong);
        border-radius: var(--cs-radius);
      }
      summary {
        padding: 10px 16px;
        border-radius: var(--cs-radius);
        cursor: pointer;
      }
      ul {
        display: grid;
        gap: 8px;
        padding: 4px 12px 12px;
      }
    `,
  ];

  async #show(name: string): Promise<void> {
    if (this.shown) return;
    this.shown = name;
    const {session} = this.actions;
    const show = async (): Promise<void> => {
      await session.api.send({method: 'POST', path: `/specimens/${name}`, json: {}});
      await session.refresh();
    };
    try {
      await show();
    } catch (error) {
      this.actions.fail(error, show);
    } finally {
      this.shown = undefined;
    }
  }

  override render(): TemplateResult {
    const known = this.names.flatMap((name) => {
      const word = words[name];
      return word ? [{name, word}] : [];
    });
    return html`<details>
      <summary class="soft">${t('sandbox.title')}</summary>
      <ul>
        ${known.map(({name, word}) => {
          return html`<li>
            <button
              class="button secondary"
              type="button"
              aria-disabled=${this.shown !== undefined}
              @click=${() => void this.#show(name)}
            >
              ${this.shown === name ? t('base.loading') : t(word)}
            </button>
          </li>`;
        })}
      </ul>
    </details>`;
  }
}

define('cs-specimens', Specimens);
