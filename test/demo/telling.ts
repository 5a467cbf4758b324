import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoIo } from '../../src/sandbox/demo/run.js';
import type { Tables } from '../../src/sandbox/demo/serve.js';

/** A run of the demo in this process: what it wrote, and the tables that it would have served. */
export interface Listener {
  io: DemoIo;
  /** The folder in which the demo believes to be started. */
  cwd: string;
  said: () => string;
  complained: () => string;
  served: Tables[];
}

/** Somebody who listens to the demo, without a terminal, in an empty folder. */
export async function listener(): Promise<Listener> {
  const cwd = await mkdtemp(join(tmpdir(), 'convenor-demo-'));
  const [out, err]: [string[], string[]] = [[], []];
  const served: Tables[] = [];
  const io: DemoIo = {
    stdout: { write: (text) => out.push(text), isTTY: false },
    stderr: { write: (text) => err.push(text), isTTY: false },
    env: {},
    cwd,
    today: () => '2026-11-23',
    now: () => '2026-12-03T12:00:00Z',
    serve: (tables) => {
      served.push(...tables);
      return Promise.resolve(0);
    },
  };
  return { io, cwd, said: () => out.join(''), complained: () => err.join(''), served };
}
