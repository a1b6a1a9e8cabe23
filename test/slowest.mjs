/** A reporter for `node --test`: the files that took longest, in seconds, so that nobody has to guess where the time of a stage goes. */
const shown = 8;

export default async function* slowest(events) {
  const seconds = new Map();
  for await (const {type, data} of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting !== 0 || !data.file) continue;
    seconds.set(data.file, (seconds.get(data.file) ?? 0) + data.details.duration_ms / 1000);
  }
  const first = [...seconds].sort(([, a], [, b]) => b - a).slice(0, shown);
  const here = `${process.cwd()}/`;
  for (const [file, took] of first) yield `${took.toFixed(1).padStart(8)} s  ${file.replace(here, '')}\n`;
}
