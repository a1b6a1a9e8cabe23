/** A process under load of the API bench: the whole system as `countersign serve --role web` (or `BENCH_ROLE`) runs it, on ports of its own. */
import {readSettings} from '../../src/cli/read-settings.ts';
import {composer} from '../../src/main.ts';

export interface ServerReady {
  address: string;
  key: string;
}

export interface ServerCpu {
  cpuMs: number;
}

const system = await composer.startSystem({
  raw: readSettings(process.env),
  role: process.env['BENCH_ROLE'] === 'worker' ? 'worker' : 'web',
  demo: false,
  stage: (_says, work) => work(),
});
process.on('message', () => {
  const {user, system: kernel} = process.cpuUsage();
  process.send?.({cpuMs: (user + kernel) / 1000} satisfies ServerCpu);
});
process.once('disconnect', () => void system.stop(1000).then(() => process.exit(0)));
process.send?.({address: system.ctx.settings.publicUrl, key: system.sandboxKey ?? ''} satisfies ServerReady);
