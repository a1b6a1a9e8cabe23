import {css} from 'lit';

export const handoffStyles = css`
  figure {
    display: grid;
    place-items: center;
    width: 216px;
    height: 216px;
    margin: 20px auto 0;
    border: 1px solid var(--cs-line);
    border-radius: var(--cs-radius);
    overflow: hidden;
    background: #fff;
    forced-color-adjust: none;
  }
  figure svg {
    width: 100%;
    height: 100%;
    fill: #000;
  }
  .waiting {
    background: var(--cs-ground-page);
  }
  .link {
    display: block;
    margin-top: 20px;
    font-size: 15px;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .row .button {
    flex: 1 1 130px;
    width: auto;
  }
  input {
    flex: 2 1 150px;
    min-width: 0;
    min-height: var(--cs-control-height);
    padding: 8px 12px;
    border: 1px solid var(--cs-line-strong);
    border-radius: var(--cs-radius);
    background: var(--cs-ground);
    color: inherit;
    font: inherit;
  }
  #link {
    font-size: 15px;
    text-overflow: ellipsis;
  }
  .again {
    min-height: 44px;
    padding: 0 4px;
    border: 0;
    background: none;
    color: var(--cs-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  cs-banner {
    margin-top: 16px;
  }
  /* fields come before it: a button that floats would cover them */
  .actions {
    position: static;
  }
`;
