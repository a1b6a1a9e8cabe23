/**
 * Our own messages as those of the reference SDK. Pure but for what it remembers: which came first, and on which page the person is.
 *
 * - Until `ready` everything waits, because an integration opens its modal there; trouble that nobody can get over takes the place
 *   of `ready`, so that no modal opens on it.
 * - The SDK hides the modal at `complete` and `fail`. So that the person reads the last screen, they come when it is left or after
 *   a while (`finish`); `success` says at once that the end is reached.
 */
import type {CompatibleEventName, CompatibleMessage} from '../protocol/compatible.ts';
import type {FrameEventName, FrameMessage} from '../protocol/messages.ts';
import {compatibleError} from './compatible-error.ts';

/** A message before it got its echo. */
export type Spoken = Pick<CompatibleMessage, 'name' | 'metadata' | 'error'>;

type Complete = Extract<FrameMessage, {type: 'complete'}>;
type Data = Record<string, unknown>;

/** Sizes and shape that the SDK gives its modal. */
const look = {
  preferredDimensions: {maximumWidth: '480px', maximumHeight: '760px'},
  styles: {borderRadius: '16px'},
};

const sameByName: Partial<Record<FrameEventName, CompatibleEventName>> = {
  camera: 'document-camera-select',
  capture: 'document-camera-capture',
  upload: 'document-upload',
  'camera-denied': 'load-camera-failed',
  'camera-missing': 'load-camera-failed',
  advance: 'step-transitioning',
};

export class CompatibleInterpreter {
  readonly #say: (message: Spoken) => void;
  #waiting: Spoken[] | undefined = [];
  #refused = false;
  #inquiryId: string | undefined;
  #ending: Complete | undefined;

  /** @param inquiryId the inquiry that the host named, if it did */
  constructor(say: (message: Spoken) => void, inquiryId?: string) {
    this.#say = say;
    if (inquiryId) this.#started(inquiryId);
  }

  /** The page is there; the host takes its own spinner away. */
  begin(): void {
    this.#say({name: 'load'});
  }

  /** Whether the last screen was reached and not yet told as `complete` or `fail`. */
  get ending(): 'complete' | 'fail' | undefined {
    return this.#ending && (this.#ending.status === 'failed' ? 'fail' : 'complete');
  }

  /** Another screen is shown. @param pageHeight of the content, in CSS pixels */
  page(step: string, pageHeight: number): void {
    // the reference's documentation says `pathname`, its messages `name` and `path`: whoever reads one finds it
    const path = `/inquiry/${step}`;
    const metadata = {name: step, path, pathname: path, pageHeight, metadata: {pageHeight}};
    this.#tell({name: 'page-change', metadata});
  }

  take(message: FrameMessage): void {
    switch (message.type) {
      case 'ready':
        return this.#ready();
      case 'event':
        return this.#event(message.name, message.data);
      case 'complete':
        this.#ending = message;
        if (message.status !== 'failed') this.#tell({name: 'success', metadata: {inquiryId: message.inquiryId}});
        return;
      case 'cancel': {
        const {inquiryId, sessionToken} = message;
        if (!this.finish()) this.#tell({name: 'exit', metadata: defined({inquiryId, sessionToken})});
        return;
      }
      case 'error':
        return this.#error(message);
      case 'close':
        this.finish();
        return;
      case 'size':
        return;
    }
  }

  /** The end, if it was reached, is told now. @returns whether it was */
  finish(): boolean {
    const name = this.ending;
    if (!this.#ending || !name) return false;
    const {inquiryId, status, fields} = this.#ending;
    this.#ending = undefined;
    this.#tell({name, metadata: {inquiryId, status, fields}});
    return true;
  }

  #ready(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    const starts = (one: Spoken): boolean => one.name === 'start' || one.name === 'inquiry-load';
    if (this.#refused) waiting.filter(({name}) => name === 'error').forEach(this.#say);
    else {
      waiting.filter(starts).forEach(this.#say);
      this.#say({name: 'ready', metadata: look});
      waiting.filter((one) => !starts(one)).forEach(this.#say);
    }
  }

  #event(name: string, data: Data): void {
    const {inquiryId} = data;
    if (name === 'start' && typeof inquiryId === 'string') return this.#started(inquiryId);
    // another inquiry began: the end of the one before is old news
    if (name === 'step') this.#ending = data['step'] === 'start' || data['step'] === 'offer' ? undefined : this.#ending;
    const same = sameByName[name as FrameEventName];
    if (!same) return;
    const reason = name === 'camera-denied' ? 'permission-denied' : name === 'camera-missing' ? 'not-found' : undefined;
    this.#tell({name: same, metadata: {...data, ...(reason && {reason})}});
  }

  #started(inquiryId: string): void {
    if (this.#inquiryId === inquiryId) return;
    this.#inquiryId = inquiryId;
    this.#ending = undefined;
    this.#tell({name: 'start', metadata: {inquiryId}});
    this.#tell({name: 'inquiry-load', metadata: {inquiryId}});
  }

  #error({code, message, retry}: Extract<FrameMessage, {type: 'error'}>): void {
    if (!retry && this.#waiting) this.#refused = true;
    this.#tell({name: 'error', error: compatibleError(code, message)});
  }

  #tell(message: Spoken): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#say(message);
  }
}

function defined(values: Record<string, string | undefined>): Data {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
