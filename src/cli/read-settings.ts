/** Settings as the operator gave them: environment variables over the file named by COUNTERSIGN_CONFIG over defaults. */
import fs from 'node:fs';
import {settingsSchema, type RawSettings} from '../protocol/settings.ts';

/** Thrown for a setting that cannot be used; its message is the one sentence the operator reads. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** @throws SettingsError naming the setting, what was expected, and never the value (it may be a secret). */
export function readSettings(environment: NodeJS.ProcessEnv): RawSettings {
  const given = {...readFile(environment['COUNTERSIGN_CONFIG']), ...withoutBlanks(environment)};
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.toLowerCase()}`);
  throw new SettingsError(
    `These settings cannot be used: ${sentences.join('; ')}. docs/settings.md lists what each expects.`,
  );
}

function readFile(file: string | undefined): Record<string, unknown> {
  if (!file) return {};
  try {
    const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (content && typeof content === 'object' && !Array.isArray(content)) return {...content};
  } catch (cause) {
    throw new SettingsError(`COUNTERSIGN_CONFIG names a file that cannot be read as JSON: ${file}.`, {cause});
  }
  throw new SettingsError(`COUNTERSIGN_CONFIG must hold one JSON object: ${file}.`);
}

/** A blank variable counts as absent: `PORT= countersign serve` takes the default. */
function withoutBlanks(environment: NodeJS.ProcessEnv): Record<string, string> {
  const known = Object.keys(settingsSchema.shape);
  return Object.fromEntries(known.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}
