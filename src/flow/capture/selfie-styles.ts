import {css} from 'lit';

/** What a selfie adds to the camera's stage: the picture as in a mirror, an oval in it, and the way to turn. */
export const selfieStyles = css`
  video {
    transform: scaleX(-1);
  }
  .guide.oval {
    --ratio: 0.76;
    width: min(100cqw - 40px, (100cqh - 8px) * var(--ratio), 400px);
    border-radius: 50%;
  }
  .oval svg {
    inset: -8px;
    width: calc(100% + 16px);
    height: calc(100% + 16px);
  }
  .oval .done {
    stroke: #2dd4bf;
  }
  .oval .now {
    stroke: #fff;
  }
  .oval .ask {
    inset: 0 -32px;
  }
  .way {
    position: absolute;
    top: 50%;
    width: 56px;
    height: 56px;
    margin-top: -28px;
    padding: 12px;
    border-radius: 50%;
    background: #2dd4bf;
    color: #04211d;
  }
  /* The picture is a mirror, so the person's own left is the screen's left, in every script. */
  .way.left {
    left: -28px;
  }
  .way.right {
    right: -28px;
  }
  .way svg {
    position: static;
    display: block;
    width: 32px;
    height: 32px;
  }
  .steps {
    margin: 0;
    font-size: 14px;
    color: #dfe5e9;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: no-preference) {
    .oval .now {
      transition: stroke-dashoffset 120ms linear;
    }
    .way.left {
      animation: point-left 1.2s ease-in-out infinite;
    }
    .way.right {
      animation: point-right 1.2s ease-in-out infinite;
    }
    @keyframes point-left {
      50% {
        transform: translateX(-8px);
      }
    }
    @keyframes point-right {
      50% {
        transform: translateX(8px);
      }
    }
  }
`;
