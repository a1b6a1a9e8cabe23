import type {SubmitStep} from '../protocol/flow.ts';
import type {Position, ScreenKind} from '../protocol/position.ts';
import type {FrameEventName} from '../protocol/messages.ts';
import type {Devices} from './devices.ts';
import type {FlowSession} from './session.ts';

/** What a screen may do; the flow element does it. */
export interface FlowActions {
  readonly session: FlowSession;
  readonly hosted: boolean;
  /** A hosted page that no app listens to: nobody could close it but the person's browser. */
  readonly alone: boolean;
  /** The first press: makes the inquiry, or claims the one-time code. `accept` = the press is also the consent shown. */
  begin(accept: boolean): Promise<void>;
  submit(step: SubmitStep): Promise<Position>;
  /** Tells host and operator what happened, by name; never content. */
  note(name: FrameEventName, data?: Record<string, unknown>): void;
  /** The camera takes the whole frame: the header lies over it. */
  immersive(on: boolean): void;
  /** Says something to those who listen; the same words are not said twice in a row. */
  announce(text: string): void;
  /** Going on with another device, and back. */
  readonly devices: Devices;
  /** Shows the error screen; `again` is what its button does. */
  fail(error: unknown, again: () => Promise<void>): void;
  /** Leaves a finished flow: back to the host, or to where the hosted page returns. */
  finish(): void;
  /** Whether this page can begin another inquiry: it was opened by a template, not by an inquiry that a backend made. */
  readonly mayRestart: boolean;
  /** Begins another inquiry after a failed one. */
  restart(): Promise<void>;
  /** Whether the heading may take the focus (not on the first screen of an inline frame: that would scroll the host). */
  mayFocus(): boolean;
  /** Fetches what probably follows while the person reads. */
  fetchAhead(next: ScreenKind | undefined): void;
}
