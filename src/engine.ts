/** The program of an engine child process; `openEnginePool` starts it. */
import {serveEngines} from './verification/engine-child.node.ts';
import {engines} from './verification/registry.ts';

await serveEngines(engines);
