/** Browser component tests: `npx web-test-runner [--files test/embed/<name>.browser.test.ts]`. */
import {createRequire} from 'node:module';
import path from 'node:path';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {fakeCamera, findBrowser} from './test/browser.mjs';

const root = import.meta.dirname;
const {executablePath, args} = await findBrowser();

export default {
  rootDir: root,
  files: ['test/**/*.browser.test.ts'],
  // `lang`, because axe looks at the page around the element too
  testRunnerHtml: (script) =>
    `<!doctype html><html lang="en"><head><title>test</title></head><body><script type="module" src="${script}"></script></body></html>`,
  // mocha's 2 s are too short for the first axe run
  testFramework: {config: {timeout: '60000'}},
  // every screen is opened in every language
  testsFinishTimeout: 900_000,
  nodeResolve: {exportConditions: ['development', 'browser'], extensions: ['.ts', '.js', '.mjs']},
  plugins: [
    fakeFlow(),
    assetUrls(),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: path.join(root, 'tsconfig.json')}),
  ],
  concurrency: 1,
  browsers: [
    playwrightLauncher({product: 'chromium', launchOptions: {executablePath, args: [...args, ...fakeCamera()]}}),
  ],
  reporters: [defaultReporter({reportTestProgress: process.stdout.isTTY}), countReporter()],
};

/** The address of the flow for tests of the loader: they reach this server by another name, so it is another origin. */
function fakeFlow() {
  const body =
    '<!doctype html><html lang="en"><title>flow</title><button>Start</button><script type="module" src="/test/embed/fake-flow.ts"></script></html>';
  return {
    name: 'fake-flow',
    serve: ({path: asked}) => (asked === '/widget' || asked === '/preload' ? {body, type: 'html'} : undefined),
  };
}

/** `new URL('some-package/file.wasm', import.meta.url)` means the package's file, as in the build (`rollup.config.mjs`). */
function assetUrls() {
  const require = createRequire(import.meta.url);
  return {
    name: 'asset-urls',
    transform(context) {
      if (!context.path.startsWith('/src/') || typeof context.body !== 'string') return undefined;
      return context.body.replace(
        /new URL\(\s*(['"])([a-z@][^'"]*\.(?:wasm|onnx|bin))\1\s*,\s*import\.meta\.url\s*\)/g,
        (_, quote, file) =>
          `new URL('/${path.relative(root, require.resolve(file)).split(path.sep).join('/')}', location.href)`,
      );
    },
  };
}

/** Names what failed, a line each, and ends with the line that `test/run.mjs` and CI readers look for. */
function countReporter() {
  return {
    onTestRunFinished({sessions}) {
      let passed = 0;
      let failed = 0;
      const count = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) continue;
          if (test.passed) passed++;
          else {
            failed++;
            console.log(`not ok: ${suite.name} ${test.name}: ${oneLine(test.error?.message)}`);
          }
        }
        suite?.suites?.forEach(count);
      };
      for (const session of sessions) {
        count(session.testResults);
        // a file that could not be loaded has no tests to count
        if (!session.passed && session.errors?.length) {
          failed++;
          console.log(`not ok: ${session.testFile}: ${oneLine(session.errors[0].message)}`);
        }
      }
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}

function oneLine(text = 'no message') {
  return text.replaceAll(/\s+/g, ' ').slice(0, 500);
}
