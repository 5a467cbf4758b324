import { Clients } from '../../src/github/clients.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { Convenor } from '../../src/wake/convenor.js';

/** A second process of the same app on the same repository. Webhooks go to the first one; this one sweeps. */
export interface Rival {
  /** Looks over everything that has changed, and comes to an end with it. */
  looks(): Promise<void>;
  stop(): Promise<void>;
  errors: string[];
}

/** Starts it beside the bench. The world comes to rest only when both have. */
export async function rivalOf({ app, world, sandbox, play }: Stage): Promise<Rival> {
  const { id: appId, privateKey } = app;
  const errors: string[] = [];
  const clients = new Clients({ appId, privateKey, baseUrl: sandbox.state.urls.api });
  const log = { error: (_: object, message: string) => errors.push(message), info: () => undefined };
  const convenor = new Convenor(clients, sandbox.clock, log, play.pace, play.channels);
  const first = world.idle;
  world.idle = async () => {
    await convenor.idle();
    await first();
    await convenor.idle();
  };
  convenor.start();
  await convenor.idle();
  return {
    errors,
    looks: async () => {
      convenor.sweepAll();
      await convenor.idle();
    },
    stop: async () => {
      convenor.stop();
      await convenor.idle();
      world.idle = first;
    },
  };
}
