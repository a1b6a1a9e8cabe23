import {css} from 'lit';

/** The frame around every screen: head with progress and the way out, one column, foot with the language. */
export const flowStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
    background: var(--cs-ground);
  }
  :host([inline]) {
    min-height: 600px;
    padding: var(--flow-header-padding, 0);
  }
  header {
    position: relative;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px;
    min-height: 56px;
    padding: 6px 8px;
    padding-inline-start: 20px;
  }
  .where {
    flex: 1;
    min-width: 0;
    font-size: 14px;
    line-height: 1.3;
  }
  .where span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .requester {
    font-weight: 600;
  }
  /* A theme set may bring a logo; without one it takes no room. */
  .requester::before {
    content: '';
    display: inline-block;
    width: var(--flow-logo-size, 0);
    height: 24px;
    vertical-align: middle;
    margin-inline-end: calc(var(--flow-logo-size, 0px) / 3);
    background: var(--flow-logo) center / contain no-repeat;
  }
  .step {
    color: var(--cs-ink-soft);
    font-variant-numeric: tabular-nums;
  }
  progress,
  hr {
    position: absolute;
    inset-inline: 0;
    bottom: 0;
    width: 100%;
    height: 2px;
    margin: 0;
    border: 0;
    appearance: none;
    background: var(--cs-line);
    color: var(--cs-accent);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--cs-accent);
  }
  progress::-moz-progress-bar {
    background: var(--cs-accent);
  }
  main {
    display: flex;
    flex-direction: column;
    flex: 1;
    width: 100%;
    max-width: calc(var(--cs-column) + 40px);
    margin-inline: auto;
    padding: var(--flow-padding, 24px 20px);
  }
  main > * {
    flex: 1;
  }
  .language {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
    color: var(--cs-ink-soft);
    font-size: 14px;
  }
  .language:nth-last-child(2) {
    /* without the way out beside it, its arrow keeps the distance of the text at the other side */
    margin-inline-end: 10px;
  }
  .language svg {
    width: 18px;
    height: 18px;
  }
  select {
    min-height: 44px;
    max-width: 110px;
    padding: 0 2px;
    border: 0;
    border-radius: 8px;
    background: var(--cs-ground);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  cs-banner {
    margin: 12px 20px 0;
  }
  .in-banner {
    min-height: 32px;
    padding: 4px;
    border: 0;
    background: none;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .loading {
    display: grid;
    place-items: center;
    color: var(--cs-ink-soft);
  }

  /* The camera takes everything; the head lies over it in white. */
  :host([immersive]) {
    --cs-accent: #2dd4bf;
    background: #0b0f12;
  }
  :host([immersive]) header {
    color: #fff;
  }
  :host([immersive]) .step {
    color: #dfe5e9;
  }
  :host([immersive]) :is(progress, hr) {
    background: rgb(255 255 255 / 25%);
  }
  :host([immersive]) main {
    position: static;
    padding: 0;
    max-width: none;
  }
  :host([immersive]) .language {
    display: none;
  }
  :host([immersive]) cs-banner {
    position: relative;
    z-index: 2;
  }

  /* On a large hosted page the column becomes a card on a quiet ground. */
  @media (min-width: 700px) and (min-height: 600px) {
    :host([hosted]:not([immersive])) {
      background: var(--cs-ground-page);
      padding: 48px 24px;
    }
    :host([hosted]:not([immersive])) .card {
      flex: none;
      width: 480px;
      min-height: 640px;
      margin-inline: auto;
      border: 1px solid var(--cs-line);
      border-radius: 16px;
      background: var(--cs-ground);
      overflow: hidden;
    }
    :host([hosted]:not([immersive])) main {
      padding: 32px 40px 40px;
      max-width: none;
    }
    :host([hosted]:not([immersive])) header {
      padding-inline: 24px 12px;
    }
    main {
      padding-top: 32px;
    }
  }
  .card {
    display: flex;
    flex-direction: column;
    flex: 1;
  }
  @media (prefers-reduced-motion: no-preference) {
    main > * {
      animation: enter 180ms ease-out;
    }
    @keyframes enter {
      from {
        opacity: 0;
        transform: translateY(6px);
      }
    }
  }
  :host([immersive]) main > * {
    animation: none;
  }
`;
