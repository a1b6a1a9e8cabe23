import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {define} from '../../../ui/define.ts';
import {cardFrontDrawing, passportDrawing, selfieDrawing} from '../../../ui/illustrations.ts';
import {phoneDrawing} from '../../../ui/phone-drawing.ts';

const drawings: Record<string, () => TemplateResult> = {
  passport: passportDrawing,
  card: cardFrontDrawing,
  selfie: () => selfieDrawing(false),
  phone: phoneDrawing,
};

/** A picture of a template: one of our drawings, or its own bytes. */
export class ScreenImage extends LitElement {
  static override properties = {src: {}, alt: {}, height: {type: Number}};
  declare src: string;
  declare alt: string;
  declare height: number | undefined;
  #shown: {src: string; url: string} | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  #release(): void {
    if (this.#shown) URL.revokeObjectURL(this.#shown.url);
    this.#shown = undefined;
  }

  /** The page's policy lets no `data:` through, only what was made here. */
  #url(): string {
    if (this.#shown?.src === this.src) return this.#shown.url;
    this.#release();
    const [, type = '', bytes = ''] = /^data:([^;]+);base64,(.*)$/.exec(this.src) ?? [];
    const blob = new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], {type});
    this.#shown = {src: this.src, url: URL.createObjectURL(blob)};
    return this.#shown.url;
  }

  override render(): TemplateResult {
    const drawing = Object.hasOwn(drawings, this.src) ? drawings[this.src] : undefined;
    if (!drawing) return html`<img src=${this.#url()} alt=${this.alt} height=${this.height ?? nothing} />`;
    return html`<span role=${this.alt ? 'img' : nothing} aria-label=${this.alt || nothing}>${drawing()}</span>`;
  }
}

define('cs-screen-image', ScreenImage);
