/** Serves the host pages; `host` is the address of Countersign, `port` 0 for any that is free. */
export function servePages(options: {
  host: string;
  template: string;
  port?: number;
}): Promise<{url: string; stop(): Promise<void>}>;
