/** Whether we reach the server: `offline` by the browser's word, `weak` while a request is being tried again. */
export type ConnectionState = 'online' | 'weak' | 'offline';

/** What the connection needs of a window; tests give their own. */
export interface NetworkEvents {
  onLine(): boolean;
  listen(type: 'online' | 'offline', listener: () => void): void;
}

export const browserNetwork: NetworkEvents = {
  onLine: () => navigator.onLine,
  listen: (type, listener) => addEventListener(type, listener),
};

export class Connection {
  #state: ConnectionState;
  #waiting: (() => void)[] = [];
  readonly #network: NetworkEvents;
  onChange: (state: ConnectionState) => void = () => {};

  constructor(network: NetworkEvents = browserNetwork) {
    this.#network = network;
    this.#state = network.onLine() ? 'online' : 'offline';
    network.listen('offline', () => this.#set('offline'));
    network.listen('online', () => {
      this.#set('online');
      for (const go of this.#waiting.splice(0)) go();
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Resolves at once when online, else with the browser's `online` event. */
  async back(): Promise<void> {
    if (this.#network.onLine()) return;
    this.#set('offline');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  failed(): void {
    if (this.#state === 'online') this.#set(this.#network.onLine() ? 'weak' : 'offline');
  }

  succeeded(): void {
    if (this.#state !== 'online') this.#set('online');
  }

  #set(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.onChange(state);
  }
}

/** When not even the error screen arrives, the connection broke in the first moment: the page is loaded again when it is back. */
export function reloadWhenBack(signal: AbortSignal): void {
  const reload = () => location.reload();
  if (navigator.onLine) setTimeout(reload, 5000);
  else addEventListener('online', reload, {once: true, signal});
}
