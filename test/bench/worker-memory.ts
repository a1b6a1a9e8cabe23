/** What the engine pool's workers hold, told by Linux; elsewhere nobody tells from outside. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Of one process, in MB. */
export interface WorkerMemory {
  /** The most that was ever resident. */
  peakMb: number;
  /** Resident now. */
  residentMb: number;
  /** The part of it that no other process shares: not the program and its libraries. */
  ownMb: number;
}

/** Of every child of this process. */
export function memoryOfChildren(): WorkerMemory[] {
  const tasks = '/proc/self/task';
  if (!existsSync(tasks)) return [];
  const children = readdirSync(tasks).flatMap((task) => {
    const list = join(tasks, task, 'children');
    return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean) : [];
  });
  return children.flatMap((pid) => memoryOf(pid) ?? []);
}

function memoryOf(pid: string): WorkerMemory | undefined {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const mb = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  const memory = {peakMb: mb('VmHWM'), residentMb: mb('VmRSS'), ownMb: mb('RssAnon')};
  return Number.isNaN(memory.peakMb) ? undefined : memory;
}
