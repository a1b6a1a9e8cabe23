import {css, html, LitElement, nothing} from 'lit';
import type {ImageRegion} from '../protocol/check.ts';

/**
 * One picture with the regions a check speaks of drawn over it.
 * Regions are in pixels of the upright evidence, which may be larger than the display copy; `scale` says by how much.
 */
export class EvidenceImage extends LitElement {
  static override properties = {src: {}, label: {}, regions: {attribute: false}, size: {state: true}};
  declare src: string;
  declare label: string;
  declare regions: ImageRegion[];
  declare private size: {width: number; height: number} | undefined;

  constructor() {
    super();
    this.src = '';
    this.label = '';
    this.regions = [];
  }

  override render() {
    return html`<figure>
      <img src=${this.src} alt=${this.label} @load=${this.#measure} />
      ${this.size && this.regions.length ? this.#overlay(this.size) : nothing}
    </figure>`;
  }

  #overlay({width, height}: {width: number; height: number}) {
    return html`<div class="overlay" aria-hidden="true">
      ${this.regions.map(
        (region) =>
          html`<i
            .style=${`inset-inline-start:${(100 * region.x) / width}%;top:${(100 * region.y) / height}%;width:${(100 * region.width) / width}%;height:${(100 * region.height) / height}%`}
          ></i>`,
      )}
    </div>`;
  }

  #measure = (event: Event): void => {
    const image = event.target as HTMLImageElement;
    const reach = Math.max(image.naturalWidth, ...this.regions.map((region) => region.x + region.width));
    // display copies are scaled to a bounded side; regions beyond it tell the original's width
    const scale = reach / image.naturalWidth;
    this.size = {width: image.naturalWidth * scale, height: image.naturalHeight * scale};
  };

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
      direction: ltr;
    }
    i {
      position: absolute;
      border: 2px solid var(--op-accent);
      background: color-mix(in srgb, var(--op-accent) 15%, transparent);
      border-radius: 4px;
    }
  `;
}
