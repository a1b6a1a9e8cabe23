/** Opens the data folder given as an argument in a process of its own (as the user given, if any) and says how it went. */
import {openDatabase} from '../../src/storage/open-database.ts';

const [dataDir = '', uid] = process.argv.slice(2);
if (uid) process.setuid?.(Number(uid));
try {
  await openDatabase({dataDir});
  process.stdout.write('opened\n');
  // holds the folder until it is killed
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
