/** What every dashboard page shares: dense but quiet tables, status marks, panels. */
import {css} from 'lit';

export const pageStyles = css`
  :host {
    display: block;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 2rem;
    margin: 0 0 1rem;
  }
  h2 {
    font-size: 1.0625rem;
    margin: 0 0 0.75rem;
  }
  a {
    color: var(--op-accent);
    text-underline-offset: 3px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-variant-numeric: tabular-nums;
  }
  th {
    text-align: start;
    font-weight: 500;
    font-size: 0.8125rem;
    color: var(--op-quiet);
    padding: 0 0.75rem 0.5rem;
    border-block-end: 1px solid var(--op-line);
  }
  td {
    height: 44px;
    padding: 0 0.75rem;
    border-block-end: 1px solid var(--op-line);
    max-width: 22rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .scroll {
    overflow-x: auto;
  }
  .panel {
    border: 1px solid var(--op-line);
    border-radius: 12px;
    background: var(--op-surface);
    padding: 1.25rem;
  }
  .quiet {
    color: var(--op-quiet);
    font-size: 0.875rem;
  }
  .panel + h2 {
    margin-block-start: 2rem;
  }
  .empty {
    padding: 3rem 1rem;
    text-align: center;
  }
  button {
    font: inherit;
    color: inherit;
    min-height: 44px;
    padding: 0 1rem;
    border: 1px solid var(--op-line-strong);
    border-radius: 10px;
    background: var(--op-surface);
    cursor: pointer;
  }
  button.primary {
    background: var(--op-accent);
    border-color: var(--op-accent);
    color: var(--op-on-accent);
  }
  :focus-visible {
    outline: 2px solid var(--op-accent);
    outline-offset: 2px;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    white-space: nowrap;
  }
  .mark::before {
    content: '';
    width: 0.6rem;
    height: 0.6rem;
    border-radius: 50%;
    background: var(--mark, var(--op-quiet));
  }
  .approved,
  .delivered,
  .passed {
    --mark: var(--op-green);
  }
  .declined,
  .failed {
    --mark: var(--op-red);
  }
  .needs_review,
  .pending {
    --mark: var(--op-amber);
  }
`;
