import {css} from 'lit';

/** The camera's stage: the picture everywhere, dimmed outside the guide; words and buttons at fixed places. White on dark in every scheme. */
export const captureStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
  }
  .stage {
    color: #fff;
    color-scheme: dark;
    position: absolute;
    inset: 0;
    overflow: hidden;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: 68px auto minmax(96px, 1fr) auto auto;
    justify-items: center;
    background: #0b0f12;
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  /* A wide camera in a narrow frame (a laptop's webcam in the modal) is shown whole: filling the height would cut most of it away. */
  .wide video {
    position: relative;
    inset: auto;
    grid-row: 3;
    grid-column: 1;
    align-self: center;
    height: auto;
    border-radius: 4px;
  }
  .wide .place {
    padding-inline: 0;
  }
  .wide .guide {
    max-width: calc(100cqw / var(--video-ratio) * 0.92 * var(--ratio));
  }
  h1 {
    position: relative;
    z-index: 1;
    grid-row: 2;
    max-width: 640px;
    padding: 0 24px 8px;
    font-size: 20px;
    text-align: center;
    text-shadow: 0 1px 2px rgb(0 0 0 / 60%);
  }
  .place {
    grid-row: 3;
    grid-column: 1;
    width: 100%;
    max-width: 820px;
    min-height: 0;
    container-type: size;
    display: grid;
    place-items: center;
    padding-inline: 20px;
  }
  .guide {
    --ratio: 1.5;
    position: relative;
    width: min(100cqw - 8px, (100cqh - 8px) * var(--ratio));
    aspect-ratio: var(--ratio);
    border-radius: 14px;
    box-shadow: 0 0 0 200vmax rgb(8 11 14 / 66%);
  }
  .guide.card {
    --ratio: 1.586;
  }
  .guide.page {
    --ratio: 1.42;
  }
  .guide.upright {
    --ratio: 0.63;
  }
  .guide > svg {
    position: absolute;
    inset: -3px;
    width: calc(100% + 6px);
    height: calc(100% + 6px);
    overflow: visible;
  }
  .corners {
    position: absolute;
    inset: -3px;
  }
  .corners i {
    position: absolute;
    width: 34px;
    height: 34px;
    border: 4px solid #fff;
  }
  .corners i:nth-child(1) {
    inset: 0 auto auto 0;
    border-width: 4px 0 0 4px;
    border-top-left-radius: 16px;
  }
  .corners i:nth-child(2) {
    inset: 0 0 auto auto;
    border-width: 4px 4px 0 0;
    border-top-right-radius: 16px;
  }
  .corners i:nth-child(3) {
    inset: auto auto 0 0;
    border-width: 0 0 4px 4px;
    border-bottom-left-radius: 16px;
  }
  .corners i:nth-child(4) {
    inset: auto 0 0 auto;
    border-width: 0 4px 4px 0;
    border-bottom-right-radius: 16px;
  }
  .ready .corners i {
    border-color: #2dd4bf;
  }
  .lines {
    position: absolute;
    inset: auto 6% 7%;
    display: grid;
    gap: 10%;
    height: 15%;
    opacity: 0.55;
  }
  .lines i {
    border-radius: 3px;
    border: 1.5px dashed #fff;
  }
  .ready .lines {
    opacity: 0;
  }
  .hint {
    position: relative;
    z-index: 1;
    grid-row: 4;
    min-height: 44px;
    margin: 12px 20px 0;
    padding: 9px 20px;
    border-radius: 22px;
    background: rgb(8 11 14 / 82%);
    font-size: 16px;
    font-weight: 600;
    text-align: center;
  }
  .hint.good {
    background: #2dd4bf;
    color: #04211d;
  }
  .controls {
    position: relative;
    z-index: 1;
    grid-row: 5;
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 16px;
    width: min(100%, 440px);
    padding: 12px 20px 4px;
  }
  .side {
    display: flex;
    gap: 12px;
  }
  .side:first-child {
    justify-content: flex-end;
  }
  .round {
    display: grid;
    place-items: center;
    width: 52px;
    height: 52px;
    padding: 0;
    border: 1px solid rgb(255 255 255 / 35%);
    border-radius: 50%;
    background: rgb(8 11 14 / 66%);
    color: #fff;
  }
  .round[aria-pressed='true'] {
    background: #fff;
    color: #12171c;
  }
  .shutter {
    position: relative;
    width: 76px;
    height: 76px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .shutter svg {
    position: absolute;
    inset: 0;
    transform: rotate(-90deg);
  }
  .shutter::after {
    content: '';
    position: absolute;
    inset: 9px;
    border-radius: 50%;
    background: #fff;
  }
  .instead {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
  }
  .upload {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 0;
    border-radius: 22px;
    background: none;
    color: #fff;
    font-size: 15px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 4px;
    text-shadow: 0 1px 2px rgb(0 0 0 / 60%);
  }
  button:focus-visible {
    outline-color: #2dd4bf;
  }
  h1:focus-visible {
    outline: none;
  }
  .ask {
    position: absolute;
    z-index: 1;
    inset: 0;
    display: grid;
    align-content: center;
    gap: 8px;
    padding: 24px;
    text-align: center;
    justify-items: center;
    color: #fff;
    background: rgb(8 11 14 / 82%);
    border-radius: 14px;
    animation: appear 0s 700ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .ask p {
    max-width: 36ch;
    font-size: 15px;
    color: #dfe5e9;
  }
  .flash {
    position: absolute;
    inset: 0;
    background: #fff;
    opacity: 0;
    pointer-events: none;
  }
  .drop {
    position: absolute;
    z-index: 3;
    inset: 12px;
    display: grid;
    place-items: center;
    border: 2px dashed #2dd4bf;
    border-radius: 16px;
    background: rgb(8 11 14 / 88%);
    font-weight: 600;
  }
  @media (hover: hover) {
    .round:hover {
      border-color: #fff;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .corners {
      transition: inset 200ms ease-out;
    }
    .corners i {
      transition: border-color 150ms ease-out;
    }
    .searching .corners {
      animation: breathe 2.4s ease-in-out infinite;
    }
    .ready .corners {
      inset: 0;
    }
    .hint {
      transition: background-color 150ms ease-out;
    }
    .taken .flash {
      animation: flash 240ms ease-out;
    }
    .shutter::after {
      transition: transform 150ms ease-out;
    }
    .shutter:active::after {
      transform: scale(0.92);
    }
    @keyframes breathe {
      50% {
        inset: -7px;
      }
    }
    @keyframes flash {
      from {
        opacity: 0.8;
      }
    }
  }
  /* A phone on its side: the buttons move to the end, where the thumb is. */
  @media (orientation: landscape) and (max-height: 520px) {
    .stage {
      grid-template-rows: 56px minmax(0, 1fr) auto 12px;
      grid-template-columns: 1fr auto;
    }
    h1 {
      grid-row: 1;
      grid-column: 1;
      align-self: center;
      padding-block: 0;
      padding-inline: 120px 24px;
      font-size: 17px;
    }
    .place {
      grid-row: 2;
      grid-column: 1;
    }
    .hint {
      grid-row: 3;
      grid-column: 1;
      margin-top: 8px;
      min-height: 40px;
      padding-block: 7px;
    }
    .controls {
      grid-row: 2 / 4;
      grid-column: 2;
      grid-template-columns: 1fr;
      justify-items: center;
      align-content: center;
      gap: 12px;
      width: auto;
      padding-block: 0;
    }
    .side:empty {
      display: none;
    }
    .shutter {
      order: -1;
    }
    .upload {
      max-width: 120px;
      text-align: center;
    }
    .upload svg {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .guide {
      border: 2px solid CanvasText;
    }
    .hint,
    .round {
      border: 1px solid CanvasText;
    }
    .shutter::after {
      forced-color-adjust: none;
    }
  }
`;
