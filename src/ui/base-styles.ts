/** What every element of ours starts from: type, spacing, headings, focus, buttons, links. */
import {css} from 'lit';

export const baseStyles = css`
  :host {
    box-sizing: border-box;
    font: var(--cs-size) / 1.5 var(--cs-font);
    color: var(--cs-ink);
    overflow-wrap: break-word;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h1,
  h2 {
    margin: 0;
    font-size: var(--cs-heading-size);
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.0625em;
  }
  h1:focus {
    outline: none;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    /* Not "none": WebKit would no longer call it a list. */
    list-style: '';
  }
  svg {
    display: block;
    flex: none;
  }
  .soft {
    color: var(--cs-ink-soft);
  }
  .small {
    font-size: 15px;
    line-height: 1.45;
  }
  :focus-visible {
    outline: 3px solid var(--cs-accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    width: 100%;
    min-height: var(--cs-control-height);
    padding: 10px 20px;
    border: 1px solid transparent;
    border-radius: var(--cs-radius);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
  }
  .button.primary {
    background: var(--cs-accent);
    color: var(--cs-on-accent);
  }
  .button.secondary {
    background: var(--cs-ground);
    border-color: var(--cs-line-strong);
    color: var(--cs-ink);
  }
  .button.quiet {
    background: none;
    color: var(--cs-accent);
  }
  .button.danger {
    background: none;
    color: var(--cs-bad);
  }
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .icon-button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  @media (hover: hover) {
    .button.primary:hover {
      background: color-mix(in oklab, var(--cs-accent), var(--cs-ink) 14%);
    }
    .button.secondary:hover,
    .button.quiet:hover,
    .icon-button:hover {
      background: color-mix(in oklab, var(--cs-ground), var(--cs-ink) 6%);
    }
    .button.danger:hover {
      background: var(--cs-bad-ground);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .button,
    .icon-button {
      transition:
        background-color 150ms ease-out,
        transform 150ms ease-out;
    }
    .button:active,
    .icon-button:active {
      transform: scale(0.985);
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .button.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
