/** What `countersign serve` says: progress while it prepares, then where everything is. */
import type {System} from './system.ts';

/** Prints one line per stage; on a terminal the running stage is rewritten when it is done. */
export class StageLog {
  readonly #out: NodeJS.WriteStream;
  readonly #quiet: boolean;

  constructor(out: NodeJS.WriteStream, quiet: boolean) {
    this.#out = out;
    this.#quiet = quiet;
  }

  async stage<T>(says: string, work: () => Promise<T>): Promise<T> {
    const started = Date.now();
    if (!this.#quiet && this.#out.isTTY) this.#out.write(`  … ${says}`);
    const result = await work();
    if (!this.#quiet) {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      this.#out.write(`${this.#out.isTTY ? '\r' : ''}  ✓ ${says} (${seconds} s)\n`);
    }
    return result;
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
