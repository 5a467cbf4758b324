import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot } from 'probot';
import { app as convenorApp } from '../app.js';
import { Clients } from '../github/clients.js';
import type { Channels } from '../telling/channels.js';
import { webhookServer } from '../server.js';
import { Convenor, type Log, type Pace, type Watcher } from '../wake/convenor.js';
import type { World } from './people/world.js';
import type { App } from './state/types.js';

/** A bot that still fails after this many tries will not come to rest by itself. */
const MOST_RETRIES = 50;

/** What the bot of a bench reported while it worked. */
export interface BenchLog {
  errors: string[];
}

/**
 * The real Convenor on a GitHub in memory: the real Probot app behind the real server takes the sandbox's signed
 * webhooks over HTTP, and real Octokit clients answer. It can be stopped and started like any process; what it
 * remembered is then gone.
 */
export class Bench {
  readonly log: BenchLog = { errors: [] };
  /** Whether to wait for every retry of something that failed; a test in which a thing goes on failing does not. */
  patient = true;
  /** Is told what each look at a pull request concluded. */
  watcher: Watcher = () => undefined;
  private running: { convenor: Convenor; server: Server } | null = null;

  constructor(
    readonly world: World,
    private readonly app: App,
    /** How often the bot does what it does by itself; its own pace where left out. */
    private readonly pace?: Pace,
    /** Where the bot tells things outside of GitHub. */
    private readonly channels?: Channels,
  ) {
    world.idle = () => this.rest();
  }

  /** Starts the process: it listens for webhooks, and sweeps. */
  async start(): Promise<void> {
    const { id: appId, privateKey, webhook } = this.app;
    const baseUrl = this.world.sandbox.state.urls.api;
    const probot = new Probot({ appId, privateKey, secret: webhook.secret, baseUrl, logLevel: 'fatal' });
    const convenor = new Convenor(
      new Clients({ appId, privateKey, baseUrl }),
      this.world.sandbox.clock,
      this.reporter(),
      this.pace,
      this.channels,
      (...seen) => this.watcher(...seen),
    );
    await probot.load(convenorApp(convenor));
    const server = webhookServer(probot);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    webhook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
    this.running = { convenor, server };
    convenor.start();
    await this.world.settle();
  }

  /** Whether the process runs. */
  get isRunning(): boolean {
    return this.running !== null;
  }

  /** Whether something failed and waits to be tried again. */
  get hasRetries(): boolean {
    return this.running?.convenor.hasRetries ?? false;
  }

  /** Stops the process. Webhooks that come now find nobody. */
  async stop(): Promise<void> {
    const { running } = this;
    this.running = null;
    this.app.webhook.url = null;
    if (!running) return;
    running.convenor.stop();
    await running.convenor.idle();
    running.server.closeAllConnections();
    await new Promise<void>((resolve) => running.server.close(() => resolve()));
  }

  /** Ends the process and begins a new one that remembers nothing. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Has the bot look over everything open, as it does at intervals. */
  async sweep(): Promise<void> {
    this.running?.convenor.sweepAll();
    await this.world.settle();
  }

  /** Lets the time pass after which the dashboard follows a change. */
  async awaitsDashboard(): Promise<void> {
    await this.world.sandbox.clock.advance({ seconds: (this.pace?.dashboardSeconds ?? 60) + 1 });
  }

  /**
   * Waits until the bot has nothing left to do. Where something failed, the clock is moved to the next try, as long as
   * there is one.
   */
  private async rest(): Promise<void> {
    for (let round = 0; round < MOST_RETRIES; round++) {
      await this.running?.convenor.idle();
      if (!this.patient || this.running?.convenor.hasRetries !== true) return;
      await this.retry();
    }
    throw new Error(`The bot does not come to rest: ${this.log.errors.slice(-3).join(' | ')}`);
  }

  /** Lets the clock ring the next timer, without the settling that a move of the clock brings. */
  private async retry(): Promise<void> {
    const { clock } = this.world.sandbox;
    const next = clock.nextTimer();
    if (!next) return;
    const settle = clock.settle;
    clock.settle = () => Promise.resolve();
    await clock.advanceTo(next);
    clock.settle = settle;
  }

  private reporter(): Log {
    return {
      error: (details, message) => this.log.errors.push(`${message} ${JSON.stringify(details)}`),
      info: () => undefined,
    };
  }
}
