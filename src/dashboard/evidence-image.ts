import {css, html, LitElement} from 'lit';
import type {ImageRegion} from '../protocol/check.ts';

/** One picture with the regions a check speaks of drawn over it. The picture may be a scaled copy of what the regions measure. */
export class EvidenceImage extends LitElement {
  static override properties = {src: {}, label: {}, regions: {attribute: false}};
  declare src: string;
  declare label: string;
  declare regions: ImageRegion[];

  constructor() {
    super();
    this.src = '';
    this.label = '';
    this.regions = [];
  }

  override render() {
    return html`<figure>
      <img src=${this.src} alt=${this.label} />
      <div class="overlay" aria-hidden="true">${this.regions.map(mark)}</div>
    </figure>`;
  }

  static override styles = css`
    figure {
      position: relative;
      margin: 0;
    }
    img {
      display: block;
      width: 100%;
      border-radius: 8px;
      border: 1px solid var(--op-line);
    }
    .overlay {
      position: absolute;
      inset: 0;
    }
    i {
      position: absolute;
      border: 2px solid var(--op-accent);
      background: color-mix(in srgb, var(--op-accent) 15%, transparent);
      border-radius: 4px;
    }
  `;
}

function mark({x, y, width, height, pictureWidth, pictureHeight}: ImageRegion) {
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  const place = [
    `left:${share(x, pictureWidth)}`,
    `top:${share(y, pictureHeight)}`,
    `width:${share(width, pictureWidth)}`,
    `height:${share(height, pictureHeight)}`,
  ];
  return html`<i .style=${place.join(';')}></i>`;
}
