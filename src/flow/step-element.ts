import {LitElement, css, type CSSResultGroup} from 'lit';
import type {Position, Screen, ScreenKind} from '../protocol/position.ts';
import {baseStyles, buttonStyles} from '../ui/base-styles.ts';
import type {FlowActions} from './actions.ts';

export const stepStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .head {
    display: grid;
    gap: 8px;
  }
  .body {
    margin-top: 24px;
  }
  /* Always in reach: what does not fit scrolls under it. */
  .actions {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: 8px;
    margin-top: auto;
    margin-bottom: -8px;
    padding: 24px 0 8px;
    background: linear-gradient(transparent, var(--cs-ground) 20px);
  }
  .note {
    margin-top: 12px;
  }
  .hero {
    margin-bottom: 20px;
  }
  @media (max-height: 700px) {
    .hero {
      margin-bottom: 12px;
    }
    .hero .drawing {
      zoom: 0.8;
    }
  }
  @media (max-height: 400px) {
    .actions {
      position: static;
    }
  }
  .flips:dir(rtl) {
    transform: scaleX(-1);
  }
`;

/** What every screen shares: focus on its heading when it appears, and one press at a time. */
export class StepElement extends LitElement {
  static override properties = {
    position: {attribute: false},
    actions: {attribute: false},
    language: {},
    busy: {state: true},
  };
  declare position: Position | undefined;
  declare actions: FlowActions;
  /** Changes with the language, so that everything is said anew. */
  declare language: string;
  declare busy: boolean;

  constructor() {
    super();
    this.language = 'en';
    this.busy = false;
  }

  static override styles: CSSResultGroup = [baseStyles, buttonStyles, stepStyles];

  /** The screen as this step's kind; undefined for a moment while another kind arrives. */
  protected screen<K extends ScreenKind>(kind: K): Extract<Screen, {kind: K}> | undefined {
    const screen = this.position?.screen;
    return screen?.kind === kind ? (screen as Extract<Screen, {kind: K}>) : undefined;
  }

  override firstUpdated(): void {
    if (this.actions.mayFocus()) this.focusHeading();
  }

  focusHeading(): void {
    // the screen before may have been scrolled down; every screen begins at its head
    scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  /** Runs what a button asks for; presses meanwhile are ignored, a failure becomes the error screen whose button runs it again. */
  protected async run(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      this.actions.fail(error, async () => {
        await work();
      });
    } finally {
      this.busy = false;
    }
  }
}
