/** A reporter for `node --test`: the files that took longest, in seconds, so that nobody has to guess where the time of a stage goes. */
import {EventEmitter} from 'node:events';
import {Transform} from 'node:stream';

// three reporters listen to one stream
EventEmitter.defaultMaxListeners = 20;
const shown = 8;
const seconds = new Map();

export default new Transform({
  writableObjectMode: true,
  transform({type, data}, _encoding, done) {
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0 && data.file)
      seconds.set(data.file, (seconds.get(data.file) ?? 0) + data.details.duration_ms / 1000);
    done();
  },
  flush(done) {
    const first = [...seconds].sort(([, a], [, b]) => b - a).slice(0, shown);
    done(null, first.map(([file, took]) => `${took.toFixed(1).padStart(8)} s  ${nameOf(file)}\n`).join(''));
  },
});

function nameOf(file) {
  return file.replace(`${process.cwd()}/`, '');
}
