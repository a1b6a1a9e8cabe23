import {css, type CSSResultGroup, html, nothing} from 'lit';
import type {ProgressWord} from '../../protocol/position.ts';
import {define} from '../../ui/define.ts';
import {passportDrawing, selfieDrawing} from '../../ui/illustrations.ts';
import {phoneDrawing} from '../../ui/phone-drawing.ts';
import {ProgressList, type ProgressItem} from '../../ui/progress-list.ts';
import {StepElement} from '../step-element.ts';
import {t, type WordKey} from '../words.ts';
import {progressLines, type Subject} from './progress-lines.ts';

/** What is being checked, drawn and named. */
const faces: Record<Subject, {drawing: () => unknown; title: WordKey}> = {
  document: {drawing: passportDrawing, title: 'waiting.processingTitle'},
  selfie: {drawing: () => selfieDrawing(false), title: 'waiting.processingSelfie'},
  details: {drawing: () => selfieDrawing(false), title: 'waiting.processingDetails'},
  'phone-number': {drawing: phoneDrawing, title: 'waiting.processingPhone'},
  'email-address': {drawing: phoneDrawing, title: 'waiting.processingEmail'},
};

/** After this long without a result we say that it takes longer, and that leaving is fine. */
const slowMs = 20_000;

/** Waiting, with the engine's steps ticking. The newest of the position's words and the live ones counts. */
export class ProcessingStep extends StepElement {
  static override properties = {...StepElement.properties, words: {attribute: false}, slow: {state: true}};
  declare words: readonly ProgressWord[];
  declare slow: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  constructor() {
    super();
    this.words = [];
    this.slow = false;
  }

  static override styles: CSSResultGroup = [
    StepElement.styles,
    css`
      cs-progress-list {
        margin-top: 24px;
      }
      .scan {
        position: relative;
        display: inline-block;
      }
      .scan .drawing {
        width: 108px;
        height: 84px;
      }
      .scan::after {
        content: '';
        position: absolute;
        inset: 50% 4px auto;
        height: 3px;
        border-radius: 2px;
        background: var(--cs-accent);
      }
      @media (prefers-reduced-motion: no-preference) {
        .scan::after {
          animation: scan 2.4s ease-in-out infinite;
        }
        @keyframes scan {
          0%,
          100% {
            top: 4px;
          }
          50% {
            top: calc(100% - 7px);
          }
        }
      }
      .slow {
        margin-top: 24px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(() => (this.slow = true), slowMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #items(): ProgressItem[] {
    const known = this.screen('processing')?.words ?? [];
    const seen = this.words.length > known.length ? this.words : known;
    const stateTexts = {done: t('waiting.stateDone'), now: t('waiting.stateNow'), next: t('waiting.stateNext')};
    return progressLines(seen, this.screen('processing')?.subject).map(({word, state}) => ({
      text: t(`waiting.word_${word}`),
      state,
      stateText: stateTexts[state],
    }));
  }

  override updated(): void {
    const now = this.#items().find((item) => item.state === 'now')?.text ?? '';
    if (now && now !== this.#said) this.actions.announce(now);
    this.#said = now;
  }

  override render() {
    const {drawing, title} = faces[this.screen('processing')?.subject ?? 'document'];
    return html`<div class="hero">
        <span class="scan">${drawing()}</span>
      </div>
      <div class="head">
        <h1 tabindex="-1">${t(title)}</h1>
        <p class="soft">${t('waiting.processingText')}</p>
      </div>
      <cs-progress-list .items=${this.#items()}></cs-progress-list>
      ${this.slow ? html`<p class="slow soft" role="status">${t('waiting.processingSlow')}</p>` : nothing}`;
  }
}

define('cs-progress-list', ProgressList);
define('countersign-step-processing', ProcessingStep);
