import {css} from 'lit';

/** What was wrong, point by point; only screens that can refuse something fetch it. */
export const problemStyles = css`
  .problems {
    display: grid;
    gap: 12px;
    margin-top: 16px;
    padding: 14px 16px;
    border-radius: var(--cs-radius);
    background: var(--cs-warn-ground);
  }
  .problems li {
    display: flex;
    gap: 12px;
  }
  .problems svg {
    color: var(--cs-warn);
  }
  .problems.bad {
    background: var(--cs-bad-ground);
  }
  .problems.bad svg {
    color: var(--cs-bad);
  }
`;
