/** Pictures on their way: each is sent as soon as it is accepted, while the next one is taken; a failed one can be sent again. */
import type {EvidenceSide} from '../../../protocol/flow.ts';
import type {Picture} from '../../capture/picture.ts';
import type {FlowSession} from '../../session.ts';
import {uploadEvidence} from '../../upload.ts';

export interface Parcel {
  /** Names its place: a side, or a page by its number. */
  key: string;
  side: EvidenceSide;
  picture: Picture;
  /** 0 to 1. */
  share: number;
  state: 'sending' | 'sent' | 'failed';
  evidence: Promise<string>;
}

export class Outbox {
  readonly #session: FlowSession;
  readonly #onChange: () => void;
  readonly #parcels = new Map<string, Parcel>();
  #away = new AbortController();

  constructor(session: FlowSession, onChange: () => void) {
    this.#session = session;
    this.#onChange = onChange;
  }

  get parcels(): readonly Parcel[] {
    return [...this.#parcels.values()];
  }

  has(key: string): boolean {
    return this.#parcels.has(key);
  }

  drop(key: string): void {
    this.#parcels.delete(key);
  }

  /** Forgets everything, also what is under way. */
  clear(): void {
    this.#away.abort();
    this.#away = new AbortController();
    this.#parcels.clear();
  }

  send(picture: Picture, step: string, key: string = picture.side): void {
    const {side} = picture;
    const parcel: Parcel = {key, side, picture, share: 0, state: 'sending', evidence: Promise.resolve('')};
    this.#parcels.set(key, parcel);
    parcel.evidence = this.#upload(parcel, step);
    // Failure shows in the parcel's state; whoever awaits the evidence gets the error itself.
    parcel.evidence.catch(() => {});
  }

  /** Sends those again that failed. */
  again(step: string): void {
    for (const {state, picture, key} of this.parcels) if (state === 'failed') this.send(picture, step, key);
  }

  /** Ids of everything, once all has arrived. */
  async arrived(): Promise<{side: EvidenceSide; id: string}[]> {
    return Promise.all(this.parcels.map(async ({side, evidence}) => ({side, id: await evidence})));
  }

  async #upload(parcel: Parcel, step: string): Promise<string> {
    const {side, picture} = parcel;
    try {
      const id = await uploadEvidence({
        session: this.#session,
        blob: picture.blob,
        about: {step, side, capture: picture.capture},
        onProgress: (share) => {
          parcel.share = share;
          this.#onChange();
        },
        signal: this.#away.signal,
      });
      parcel.state = 'sent';
      return id;
    } catch (error) {
      parcel.state = 'failed';
      throw error;
    } finally {
      this.#onChange();
    }
  }
}
