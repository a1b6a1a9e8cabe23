import {css, html, nothing, type TemplateResult} from 'lit';
import {define} from '../../../ui/define.ts';
import {fileIcon} from '../../../ui/first-icons.ts';
import {uploadIcon, warnIcon} from '../../../ui/icons.ts';
import {FileIntake} from '../../capture/file-intake.ts';
import type {Picture} from '../../capture/picture.ts';
import {uploadEvidence} from '../../upload.ts';
import {t, type WordKey} from '../../words.ts';
import {fileProblem} from '../../file-problem.ts';
import {isFile} from './answers.ts';
import {FieldElement} from './field-element.ts';

interface Sending {
  picture: Picture;
  /** 0 to 1. */
  share: number;
  state: 'sending' | 'failed';
}

/** One file, sent as soon as it is chosen. */
export class FileInput extends FieldElement<'file'> {
  static override properties = {...FieldElement.properties, sending: {state: true}, notice: {state: true}};
  declare sending: Sending | undefined;
  /** Why the last file was refused. */
  declare notice: WordKey | undefined;
  #upload: Promise<void> = Promise.resolve();
  #away = new AbortController();
  readonly #intake = new FileIntake({
    accepts: () => true,
    side: () => 'page',
    onDrag: () => {},
    onRefused: (why) => {
      this.notice = why;
      this.actions.announce(t(why));
    },
    onPicture: (picture) => this.#send(picture),
    onError: (error) => this.actions.fail(error, () => Promise.resolve()),
  });

  static override fieldStyles = css`
    .file {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 64px;
      padding: 8px 8px 8px 16px;
      border: 1px solid var(--cs-line-strong);
      border-radius: var(--cs-radius);
    }
    .file:dir(rtl) {
      padding: 8px 16px 8px 8px;
    }
    .file.none {
      border-style: dashed;
    }
    .file.wrong {
      border-color: var(--cs-bad);
    }
    .file > span {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .file progress {
      width: 100%;
      height: 6px;
      accent-color: var(--cs-accent);
    }
    .file .button {
      flex: none;
      width: auto;
      padding-inline: 14px;
    }
    .file svg {
      color: var(--cs-accent);
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#away = new AbortController();
  }

  override settled(): Promise<void> {
    return this.#upload;
  }

  #send(picture: Picture): void {
    const {accept} = this.component;
    const kind = picture.blob.type === 'application/pdf' ? 'pdf' : 'image';
    this.notice = accept && !accept.includes(kind) ? `form.only_${kind === 'pdf' ? 'image' : 'pdf'}` : undefined;
    if (this.notice) return this.actions.announce(t(this.notice));
    this.sending = {picture, share: 0, state: 'sending'};
    this.#upload = this.#uploaded(picture);
  }

  async #uploaded(picture: Picture): Promise<void> {
    try {
      const evidence = await uploadEvidence({
        session: this.actions.session,
        blob: picture.blob,
        about: {step: this.step, side: 'page', capture: 'upload'},
        onProgress: (share) => (this.sending = {picture, share, state: 'sending'}),
        signal: this.#away.signal,
      });
      this.sending = undefined;
      this.tell({evidence, name: picture.name ?? ''});
    } catch (error) {
      if (this.sending?.picture !== picture) return;
      const notice = fileProblem(error);
      // no fault of the file's: the person sends it again
      if (!notice) return void (this.sending = {picture, share: 0, state: 'failed'});
      this.sending = undefined;
      this.notice = notice;
      this.actions.announce(t(notice));
    }
  }

  override focus(): void {
    this.querySelector('button')?.focus();
  }

  override render(): TemplateResult {
    return html`<span class="label" id=${`${this.name}-label`}>${this.caption()}</span> ${this.help()} ${this.#row()}
      ${this.notice ? html`<p class="problem">${warnIcon()}<span>${t(this.notice)}</span></p>` : this.problem()}`;
  }

  #row(): TemplateResult {
    const {sending, answer} = this;
    if (sending?.state === 'sending') {
      return html`<div class="file">
        ${fileIcon()}
        <span>
          ${this.#nameOf(sending.picture.name)}
          <progress max="1" .value=${sending.share} aria-label=${t('form.sending')}></progress>
        </span>
      </div>`;
    }
    if (sending) {
      return html`<div class="file wrong">
        ${fileIcon()}<span>${t('form.notSent')}</span>
        ${this.#button('form.sendAgain', () => this.#send(sending.picture))}
      </div>`;
    }
    const there = isFile(answer) || answer === true;
    return html`<div class=${there ? 'file' : this.wrong ? 'file none wrong' : 'file none'}>
      ${there ? fileIcon() : uploadIcon()}
      <span>${isFile(answer) ? this.#nameOf(answer.name) : t(there ? 'form.fileThere' : 'form.fileKinds')}</span>
      ${this.component.locked ? nothing : this.#button(there ? 'form.fileOther' : 'form.fileChoose', () => this.#intake.choose())}
    </div>`;
  }

  #nameOf(name: string | undefined): TemplateResult {
    return html`<bdi>${name || t('form.file')}</bdi>`;
  }

  #button(words: WordKey, press: () => void): TemplateResult {
    const id = `${this.name}-button`;
    return html`<button
      class="button secondary"
      type="button"
      id=${id}
      aria-labelledby=${`${id} ${this.name}-label`}
      aria-describedby=${this.describedBy}
      @click=${press}
    >
      ${t(words)}
    </button>`;
  }
}

define('cs-file', FileInput);
