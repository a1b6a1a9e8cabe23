import {css, type CSSResultGroup, html} from 'lit';
import {define} from '../../ui/define.ts';
import {clockIcon, eyeIcon, fileIcon, lockIcon} from '../../ui/first-icons.ts';
import type {Collected, ScreenKind} from '../../protocol/position.ts';
import {StepElement} from '../step-element.ts';
import {givenWords, t, type WordKey} from '../words.ts';

/** Which step takes what, in the order in which templates ask. */
const takers: readonly [Collected, ScreenKind][] = [
  ['document', 'document'],
  ['face', 'selfie'],
  ['phone', 'phone-number'],
  ['email', 'email-address'],
  ['answers', 'form'],
];

/** What is taken, why, for how long and who sees it, before anything is taken. Without a session it is also the start. */
export class ConsentStep extends StepElement {
  static override properties = {...StepElement.properties, offered: {attribute: false}};
  /** The same facts from the page itself, while there is no session yet. */
  declare offered: {requester: string; retentionDays: number; collects: string} | undefined;

  #sentFor = false;

  static override styles: CSSResultGroup = [
    StepElement.styles,
    css`
      dl {
        margin: 16px 0 0;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
      }
      .row {
        display: grid;
        grid-template-columns: 24px 1fr;
        column-gap: 12px;
        padding: 10px 16px;
      }
      .row + .row {
        border-top: 1px solid var(--cs-line);
      }
      svg {
        grid-row: span 2;
        color: var(--cs-accent);
      }
      dt {
        font-weight: 600;
        line-height: 1.4;
      }
      dd {
        margin: 0;
        grid-column: 2;
        color: var(--cs-ink-soft);
        font-size: 15px;
        line-height: 1.45;
      }
    `,
  ];

  /** While this is read comes the first step that it names, and the nets that find a face, which are large. */
  override updated(): void {
    const screen = this.screen('consent') ?? this.offered;
    if (!screen || this.#sentFor) return;
    this.#sentFor = true;
    this.actions.fetchAhead(takers.find(([kind]) => screen.collects.includes(kind))?.[1]);
    if (!screen.collects.includes('face')) return;
    // Only a head start: where it fails, the camera says so.
    import('../capture/face/face-finder.ts').then(({faceFinder}) => faceFinder()).catch(() => {});
  }

  #accept(): Promise<void> {
    return this.run(() => (this.position ? this.actions.submit({action: 'accept'}) : this.actions.begin(true)));
  }

  override render() {
    const screen = this.screen('consent') ?? this.offered;
    if (!screen) return html``;
    const {requester, retentionDays} = screen;
    const [what, why] = sayCollected(screen.collects);
    const row = (icon: unknown, term: WordKey, text: string) =>
      html`<div class="row">
        ${icon}
        <dt>${t(term)}</dt>
        <dd>${text}</dd>
      </div>`;
    return html`<div class="head">
        <h1 tabindex="-1">${t('base.consentTitle')}</h1>
        <p class="soft">${t('base.consentText', {requester})}</p>
      </div>
      <dl class="body">
        ${row(fileIcon(), 'base.consentWhat', what)} ${row(eyeIcon(), 'base.consentWhy', why)}
        ${row(clockIcon(), 'base.consentHowLong', t('base.consentHowLongText', {count: retentionDays}))}
        ${row(lockIcon(), 'base.consentWho', t('base.consentWhoText', {requester}))}
      </dl>
      <p class="note soft small">${t('base.consentNote')}</p>
      <div class="actions">
        <button class="button primary" type="button" aria-disabled=${this.busy} @click=${this.#accept}>
          ${this.busy ? t('base.loading') : t('base.consentAccept')}
        </button>
      </div>`;
  }
}

/** Sentences, one after the other, of what is taken and what for. `kinds` is a list, or its names with blanks between. */
function sayCollected(kinds: readonly Collected[] | string): [what: string, why: string] {
  const has = (kind: Collected) => kinds.includes(kind);
  const what: WordKey[] = [];
  const why: WordKey[] = [];
  if (has('document')) {
    what.push(has('face') ? 'base.consentWhatFace' : 'base.consentWhatText');
    why.push(has('face') ? 'base.consentWhyFace' : 'base.consentWhyText');
  } else if (has('face')) {
    what.push('consent.whatFace');
    why.push('consent.whyFace');
  }
  if (has('papers') && !has('document')) why.push('base.consentWhyText');
  what.push(...givenWords(typeof kinds === 'string' ? kinds : kinds.join(' ')));
  if (has('phone') || has('email') || has('answers') || has('records')) why.push('consent.whyGiven');
  const say = (keys: WordKey[]) => keys.map((key) => t(key)).join(' ');
  return [say(what), say(why)];
}

define('countersign-step-consent', ConsentStep);
