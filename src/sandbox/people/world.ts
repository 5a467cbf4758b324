import type { Sandbox } from '../index.js';
import { accountByLogin, repositoryByName } from '../state/find.js';
import type { Account, Repository, WebhookDelivery } from '../state/types.js';
import { IssueHandle, PullRequestHandle } from './handles.js';
import { Person } from './person.js';
import { Seen, type Unseen } from './seen.js';

/**
 * GitHub as a test speaks of it. Each thing that somebody does here is carried through to its end: webhooks are sent,
 * and the bot is waited for.
 */
export class World {
  /** Awaited until the bot is idle. A harness sets it. */
  idle: () => Promise<void> = () => Promise.resolve();
  readonly seen: Seen;

  constructor(readonly sandbox: Sandbox) {
    this.seen = new Seen(sandbox.state);
    sandbox.clock.settle = () => this.settle();
  }

  /** The person of that login, who signs up where nobody has it. */
  user(login: string, more: { name?: string; email?: string; company?: string; id?: number } = {}): Person {
    const account = accountByLogin(this.sandbox.state, login) ?? this.sandbox.actions.createUser({ login, ...more });
    return new Person(this, account.id);
  }

  /** The organisation of that login, founded where there is none. */
  organization(login: string): Account {
    return accountByLogin(this.sandbox.state, login) ?? this.sandbox.actions.createOrganization({ login });
  }

  /** @param fullName `owner/name` */
  repository(fullName: string): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const found = repositoryByName(this.sandbox.state, owner, name);
    if (found === null) throw new Error(`There is no repository ${fullName}`);
    return found.repository;
  }

  pull(repository: Repository, number: number): PullRequestHandle {
    return new PullRequestHandle(this.sandbox.state, this.seen, repository.id, number);
  }

  issue(repository: Repository, number: number): IssueHandle {
    return new IssueHandle(this.sandbox.state, this.seen, repository.id, number);
  }

  /** Does something, then sends the webhooks and waits for the bot. */
  async acts<T>(act: () => T): Promise<T> {
    const result = act();
    await this.settle();
    return result;
  }

  /** Until no webhook waits, no request is under way, and the bot is idle. */
  async settle(): Promise<void> {
    do {
      await this.sandbox.webhooks.flush();
      await this.idle();
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.sandbox.inFlight > 0 || this.sandbox.webhooks.deliveries.some(({ state }) => state === 'queued'));
  }

  /** Things happen and nobody is told. */
  async quietly<T>(act: () => Promise<T>): Promise<T> {
    this.sandbox.webhooks.losing = true;
    try {
      return await act();
    } finally {
      this.sandbox.webhooks.losing = false;
    }
  }

  losesNextWebhook(count = 1): void {
    this.sandbox.webhooks.loseNext(count);
  }

  doublesEveryWebhook(doubling = true): void {
    this.sandbox.webhooks.doubling = doubling;
  }

  holdsWebhooks(): void {
    this.sandbox.webhooks.hold();
  }

  async releasesWebhooks(order: 'as-it-came' | 'last-first' = 'as-it-came'): Promise<void> {
    await this.sandbox.webhooks.release(order);
    await this.settle();
  }

  async redelivers(which: string | number): Promise<WebhookDelivery> {
    const delivery = await this.sandbox.webhooks.redeliver(which);
    await this.settle();
    return delivery;
  }

  /** What bots wrote and no test looked at. A test ends with none. */
  unseen(): Unseen[] {
    return this.seen.unseen();
  }
}
