import {css} from 'lit';

export const contactStyles = css`
  form {
    display: flex;
    flex-direction: column;
    flex: 1;
    margin-top: 24px;
  }
  label {
    display: block;
    font-size: 15px;
    font-weight: 600;
  }
  label + :is(input, select) {
    margin-top: 8px;
  }
  :is(input, select) + label {
    margin-top: 16px;
  }
  input,
  select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: var(--cs-control-height);
    padding: 8px 12px;
    border: 1px solid var(--cs-line-strong);
    border-radius: var(--cs-radius);
    background: var(--cs-ground);
    color: inherit;
    font: inherit;
  }
  :dir(rtl) input[dir='ltr'] {
    text-align: end;
  }
  .code {
    font-size: 26px;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.28em;
  }
  [aria-invalid='true'] {
    border-color: var(--cs-bad);
  }
  .wrong {
    display: flex;
    gap: 8px;
    margin-top: 8px;
    color: var(--cs-bad);
    font-size: 15px;
  }
  .again {
    margin-top: 12px;
  }
  .known {
    margin-top: 24px;
  }
`;
