import {css} from 'lit';

export const formStyles = css`
  form {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  /* After the last answer: a button over a form would hide what has the focus. */
  .actions {
    position: static;
    padding-top: 32px;
    background: none;
  }
  .words,
  .footer {
    display: grid;
    gap: 12px;
    color: var(--cs-ink-soft);
  }
  h1 + .words {
    margin-top: 8px;
  }
  .words {
    margin-top: 16px;
  }
  .footer {
    font-size: 15px;
    line-height: 1.45;
    margin-top: 20px;
    text-align: center;
  }
  form > h2 {
    margin-top: 28px;
  }
  a {
    color: var(--cs-accent);
    text-underline-offset: 3px;
  }
  .place {
    display: grid;
    gap: 6px;
    margin-top: 20px;
  }
  form > h2 + .place {
    margin-top: 12px;
  }
  .place .place {
    margin: 0;
  }
  .spacer.small {
    height: 8px;
  }
  .spacer.medium {
    height: 24px;
  }
  .spacer.large {
    height: 48px;
  }
  cs-screen-image {
    display: grid;
    justify-items: center;
    margin: 0 0 16px;
  }
  cs-screen-image img {
    max-width: 100%;
    object-fit: contain;
    border-radius: var(--cs-radius);
  }
  * + cs-screen-image {
    margin-top: 20px;
  }
  .summary {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 4px 12px;
    margin-top: 16px;
    padding: 14px 16px;
    border-radius: var(--cs-radius);
    background: var(--cs-bad-ground);
  }
  .summary > svg {
    color: var(--cs-bad);
  }
  .summary ul {
    grid-column: 2;
  }
  .summary button {
    min-height: 32px;
    padding: 2px 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .summary button:hover {
    color: var(--cs-bad);
  }
`;
