/** What `main.ts` gives to the commands of the shell. */
import type {Context} from '../commands/context.ts';
import type {RawSettings} from '../protocol/settings.ts';

export interface ComposeOptions {
  raw: RawSettings;
  role: 'web' | 'worker' | 'all';
  demo: boolean;
  /** Wraps each stage of the preparation, so that a person sees what takes time. */
  stage<T>(says: string, work: (onProgress?: (done: number, of: number) => void) => Promise<T>): Promise<T>;
}

/** A running system. */
export interface System {
  ctx: Context;
  /** Shown once: hashes are stored. Present when this start made it or the settings fixed it. */
  sandboxKey?: string;
  operatorLink?: string;
  /** Answers in flight and running jobs get `graceMs` to finish; then everything closes. */
  stop(graceMs: number): Promise<void>;
}

/** Storage only, for commands that do one thing and leave: no ports, no workers, no engines. */
export interface Toolbox {
  ctx: Context;
  close(): Promise<void>;
}

export interface Composer {
  startSystem(options: ComposeOptions): Promise<System>;
  openToolbox(raw: RawSettings): Promise<Toolbox>;
}
