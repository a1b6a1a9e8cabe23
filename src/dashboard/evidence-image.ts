import {css, html, LitElement, nothing, svg, type TemplateResult} from 'lit';
import type {EvidencePicture} from '../protocol/operator.ts';
import {overlayShapes, type OverlayMark, type OverlayShape} from '../protocol/region-overlay.ts';
import {say} from './words.ts';

/**
 * One picture with what a check speaks of drawn over it: the flattened card where there is one, and the whole picture at the press of
 * a button. The picture may be a scaled copy of what the marks measure.
 */
export class EvidenceImage extends LitElement {
  static override properties = {
    picture: {attribute: false},
    label: {},
    marks: {attribute: false},
    whole: {state: true},
  };
  declare picture: EvidencePicture | undefined;
  declare label: string;
  declare marks: OverlayMark[];
  declare private whole: boolean;

  constructor() {
    super();
    this.label = '';
    this.marks = [];
    this.whole = false;
  }

  override render() {
    const {picture} = this;
    if (!picture) return nothing;
    const card = this.whole ? undefined : picture.card;
    return html`<figure>
        <img src=${card?.url ?? picture.url} alt=${this.label} />
        ${this.marks.length > 0 ? this.#overlay(card) : nothing}
      </figure>
      ${
        picture.card
          ? html`<button type="button" aria-pressed=${this.whole} @click=${() => (this.whole = !this.whole)}>
              ${say('image.whole')}
            </button>`
          : nothing
      }`;
  }

  /** In the pixels that the regions were measured in, or in the card's. */
  #overlay(card: EvidencePicture['card']): TemplateResult {
    const [first] = this.marks;
    const {pictureWidth, pictureHeight} = first?.region ?? {pictureWidth: 1, pictureHeight: 1};
    const frame = card ?? {width: pictureWidth, height: pictureHeight};
    return html`<svg viewBox="0 0 ${frame.width} ${frame.height}" preserveAspectRatio="none" aria-hidden="true">
      ${overlayShapes(this.marks, frame).map(shape)}
    </svg>`;
  }

  static override styles = css`
    figure {
      position: relative;
      margin: 0;
      overflow: hidden;
      border-radius: 8px;
      border: 1px solid var(--op-line);
    }
    img {
      display: block;
      width: 100%;
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
    text {
      font-family: system-ui, sans-serif;
      fill: var(--op-surface);
    }
    .passed {
      color: var(--op-green);
    }
    .failed {
      color: var(--op-red);
    }
    .neutral {
      color: var(--op-accent);
    }
    polygon {
      fill: currentcolor;
      fill-opacity: 0.14;
      stroke: currentcolor;
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
    }
    rect {
      fill: currentcolor;
    }
    button {
      font: inherit;
      font-size: 0.875rem;
      color: inherit;
      min-height: 44px;
      margin-block-start: 0.25rem;
      padding: 0 0.75rem;
      border: 1px solid var(--op-line-strong);
      border-radius: 10px;
      background: var(--op-surface);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      border-color: var(--op-accent);
      box-shadow: inset 0 0 0 1px var(--op-accent);
    }
    button:focus-visible {
      outline: 2px solid var(--op-accent);
      outline-offset: 2px;
    }
  `;
}

function shape({tone, path, label}: OverlayShape): TemplateResult<2> {
  return svg`<g class=${tone}>
    <polygon points=${path}></polygon>
    ${
      label
        ? svg`<rect x=${label.x} y=${label.y} width=${label.width} height=${label.height}></rect>
            <text x=${label.textX} y=${label.textY} font-size=${label.fontSize}>${label.text}</text>`
        : nothing
    }
  </g>`;
}
