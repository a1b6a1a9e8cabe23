/** What `countersign serve` says: progress while it prepares, then where everything is. */
import {join} from 'node:path';
import type {System} from './system.ts';

/** How much of how much is done; bytes. */
export type Progress = (done: number, of: number) => void;

/** Prints one line per stage; on a terminal the running stage is rewritten when it is done. */
export class StageLog {
  readonly #out: NodeJS.WriteStream;
  readonly #quiet: boolean;

  constructor(out: NodeJS.WriteStream, quiet: boolean) {
    this.#out = out;
    this.#quiet = quiet;
  }

  /** `work` may say how far it is; elsewhere than on a terminal every quarter is a line. */
  async stage<T>(says: string, work: (onProgress?: Progress) => Promise<T>): Promise<T> {
    const started = Date.now();
    if (!this.#quiet && this.#out.isTTY) this.#out.write(`  … ${says}`);
    const result = await work(this.#progress(says));
    if (!this.#quiet) {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      this.#out.write(`${this.#out.isTTY ? '\r\x1b[K' : ''}  ✓ ${says} (${seconds} s)\n`);
    }
    return result;
  }

  #progress(says: string): Progress {
    let quarters = 0;
    return (done, of) => {
      if (this.#quiet || of <= 0) return;
      const share = Math.min(1, done / of);
      const megabytes = `${(done / 1e6).toFixed(0)} of ${(of / 1e6).toFixed(0)} MB`;
      if (this.#out.isTTY) {
        const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
        this.#out.write(`\r\x1b[K  … ${says} ${bar} ${megabytes}`);
      } else if (Math.floor(share * 4) > quarters) {
        quarters = Math.floor(share * 4);
        this.#out.write(`  … ${says}: ${megabytes}\n`);
      }
    };
  }
}

export function readySheet(system: System): string {
  const {settings, database} = system.ctx;
  const rows: [string, string][] = [
    ['API, flow, loader', settings.publicUrl],
    ['Operators', system.operatorLink ?? settings.operatorUrl],
  ];
  if (settings.demo) rows.unshift(['Demo shop', settings.demoUrl]);
  if (system.sandboxKey) rows.push(['Sandbox API key', system.sandboxKey]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const another = database.kind === 'embedded' ? 'Each start prints another.' : 'Another: countersign operators link';
  const notes = [
    ...(system.operatorLink ? [`The operators’ link signs in once, within 15 minutes. ${another}`] : []),
    ...(database.kind === 'embedded'
      ? [
          'The embedded database survives the death of this process, not the loss of power. For production set DATABASE_URL.',
        ]
      : []),
    ...(settings.faceModels?.missing ? [`Selfies are not verified: ${settings.faceModels.missing}.`] : []),
    ...(settings.demo
      ? [
          `Documents to try it with: demo/specimens, and letters dated today in ${join(settings.COUNTERSIGN_DATA_DIR, 'specimens')}.`,
        ]
      : []),
    ...(settings.demo ? ['A phone has no camera on plain http: docs/production.md says how to get TLS.'] : []),
  ];
  return [
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}

/** The same for scripts: one line of JSON. */
export function readyLine(system: System): string {
  const {publicUrl, operatorUrl, demoUrl, demo} = system.ctx.settings;
  return JSON.stringify({
    ready: true,
    publicUrl,
    operatorUrl,
    ...(demo && {demoUrl}),
    ...(system.operatorLink && {operatorLink: system.operatorLink}),
    ...(system.sandboxKey && {sandboxKey: system.sandboxKey}),
  });
}
