/**
 * A Chromium for the tests, wherever they run: `CHROME_PATH`, the system's, one from apt (only as root on a CI machine), else the
 * build for servers from npm. The last needs no system library: told that it runs on Lambda, it unpacks its own.
 */
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox: containers and root cannot have one. No QUIC: proxies of CI machines drop it. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

/**
 * Arguments of a fake camera; without a file Chromium shows its test pattern. The picture's size is the camera's resolution, and
 * overwriting the file switches the picture at the next `getUserMedia`.
 * @param {string} [file] an .mjpeg or .y4m file, absolute
 */
export function fakeCamera(file) {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    ...(file ? [`--use-file-for-fake-video-capture=${file}`] : []),
  ];
}

let found;

/**
 * Where a Chromium is and what to start it with; looked for once per process.
 * @returns {Promise<{executablePath: string, args: string[]}>}
 * @throws when none can be had, naming what was tried
 */
export function findBrowser() {
  found ??= find();
  return found;
}

async function find() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (fs.existsSync(given)) return {executablePath: given, args};
    throw new Error(`CHROME_PATH names ${given}, which does not exist`);
  }
  const installed = installedBrowser();
  if (installed) return {executablePath: installed, args};
  const fromApt = await aptBrowser();
  if (fromApt) return {executablePath: fromApt, args};
  return npmBrowser();
}

function installedBrowser() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places];
  return candidates.find((file) => fs.existsSync(file));
}

/** Installs on machines made to be thrown away, nowhere else. */
async function aptBrowser() {
  if (!process.env.CI || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return undefined;
  try {
    const options = {env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}, timeout: 300_000};
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', 'update', '-qq'], options);
    await run(
      'apt-get',
      ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      options,
    );
  } catch (error) {
    console.error(`apt could not install chromium (${error.message.split('\n')[0]}); taking the one from npm`);
  }
  return installedBrowser();
}

async function npmBrowser() {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'; // before the import: this is what makes it bring NSS and expat along
  const {default: chromium} = await import('@sparticuz/chromium').catch((error) => {
    throw new Error('no browser: CHROME_PATH is not set, none is installed, and @sparticuz/chromium is missing', {
      cause: error,
    });
  });
  const executablePath = await chromium.executablePath();
  return {executablePath, args: [...chromium.args.filter((arg) => !unfit.test(arg)), ...args]};
}

/** Meant for one short request: in a single process the browser dies with its first context, and pages must not be trusted less here. */
const unfit = /^--(headless|single-process|no-zygote|disable-web-security|disable-site-isolation-trials)/;
