import {css} from 'lit';

/** What the inputs of a screen share. They stand in the tree of whoever shows them. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 6px;
  }
  .field fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .label {
    padding: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.35;
  }
  /* no item of the grid: the gap does not reach it */
  legend.label {
    padding-bottom: 6px;
  }
  .optional {
    margin-inline-start: 4px;
  }
  .optional,
  .help {
    color: var(--cs-ink-soft);
    font-size: 15px;
    font-weight: 400;
    line-height: 1.45;
  }
  .control {
    width: 100%;
    min-width: 0;
    min-height: var(--cs-control-height);
    padding: 10px 14px;
    border: 1px solid var(--cs-line-strong);
    border-radius: var(--cs-radius);
    background: var(--cs-ground);
    color: inherit;
    font: inherit;
    text-align: start;
  }
  .control:focus-visible {
    outline-offset: 0;
  }
  .control::placeholder {
    color: var(--cs-ink-soft);
    opacity: 1;
  }
  .control[aria-invalid='true'],
  [aria-invalid='true'] > .control {
    border-color: var(--cs-bad);
    box-shadow: inset 0 0 0 1px var(--cs-bad);
  }
  .control[readonly] {
    border-style: dashed;
    background: var(--cs-ground-page);
  }
  .problem {
    display: flex;
    gap: 8px;
    color: var(--cs-bad);
    font-size: 15px;
    line-height: 1.45;
  }
  .problem svg {
    width: 20px;
    height: 20px;
  }
  .chevron {
    position: relative;
    display: grid;
  }
  .chevron > .control {
    appearance: none;
    padding-inline-end: 40px;
    text-overflow: ellipsis;
  }
  .chevron::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 6px);
    inset-inline-end: 18px;
    width: 8px;
    height: 8px;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .control[aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;

/** A row to press: a radio button or a box with its words. */
export const optionStyles = css`
  .options {
    display: grid;
    gap: 8px;
  }
  .option {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 2px 12px;
    align-items: center;
    min-height: var(--cs-control-height);
    padding: 11px 14px;
    border: 1px solid var(--cs-line-strong);
    border-radius: var(--cs-radius);
    line-height: 1.4;
    cursor: pointer;
  }
  .option input {
    width: 22px;
    height: 22px;
    margin: 1px;
    accent-color: var(--cs-accent);
    align-self: start;
  }
  .option .help {
    grid-column: 2;
  }
  .option:has(input:checked) {
    border-color: var(--cs-accent);
    box-shadow: inset 0 0 0 1px var(--cs-accent);
    background: var(--cs-accent-ground);
  }
  .option:has(input[aria-invalid='true']) {
    border-color: var(--cs-bad);
  }
  .option:has(input:focus-visible) {
    outline: 3px solid var(--cs-accent);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  .option:has(input:disabled) {
    border-style: dashed;
    background: var(--cs-ground-page);
    cursor: default;
  }
  @media (hover: hover) {
    .option:hover {
      border-color: var(--cs-accent);
    }
  }
  @media (forced-colors: active) {
    .option:has(input:focus-visible) {
      outline-color: Highlight;
    }
  }
`;
