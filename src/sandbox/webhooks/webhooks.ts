import { createHmac, randomUUID } from 'node:crypto';

import { needApp } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { DomainEvent, Installation, WebhookDelivery } from '../state/types.js';
import { payloadOf } from './payload.js';
import { recipientsOf } from './recipients.js';
import { postDelivery, type Transport } from './transport.js';

/** GitHub's webhooks: built when something happens, sent by `flush`, and open to every mischief of the network. */
export class Webhooks {
  /** How webhooks leave. HTTP, unless a test takes them by hand. */
  transport: Transport = postDelivery;
  /** Sends each webhook twice, with the same GUID. */
  doubling = false;
  /** Loses all that comes while it is set: the state changes and nobody is told. */
  losing = false;
  #toLose = 0;
  #holding = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(private readonly github: GitHub) {
    github.onEvent((event) => this.#queue(event));
  }

  /** All deliveries, oldest first. */
  get deliveries(): readonly WebhookDelivery[] {
    return this.github.state.deliveries;
  }

  /** The next ones never arrive; they stay in the list and can be redelivered. */
  loseNext(count = 1): void {
    this.#toLose += count;
  }

  /** Which never arrive, whatever else is said of losing. */
  loses: (delivery: WebhookDelivery) => boolean = () => false;

  /** Holds back what comes from now on, until `release`. */
  hold(): void {
    this.#holding = true;
  }

  /** Lets go what was held, in the given order: as it came, or the last first. */
  async release(order: 'as-it-came' | 'last-first' = 'as-it-came'): Promise<void> {
    this.#holding = false;
    const held = this.deliveries.filter(({ state }) => state === 'held');
    if (order === 'last-first') held.reverse();
    for (const delivery of held) await this.#send(delivery, false);
  }

  /** Sends what waits, in order, and resolves when all was answered. */
  flush(): Promise<void> {
    this.#sending = this.#sending.catch(() => undefined).then(() => this.#sendQueued());
    return this.#sending;
  }

  /** Sends a webhook again with the same GUID. @param which its GUID or its delivery's id */
  async redeliver(which: string | number): Promise<WebhookDelivery> {
    const delivery = this.deliveries.find(({ guid, id }) => guid === which || id === which);
    if (delivery === undefined) throw new Error(`There is no delivery ${String(which)}`);
    await this.#send(delivery, true);
    return delivery;
  }

  async #sendQueued(): Promise<void> {
    for (let next = this.#nextQueued(); next !== undefined; next = this.#nextQueued()) {
      await this.#send(next, false);
      if (this.doubling) await this.#send(next, false);
    }
  }

  #nextQueued(): WebhookDelivery | undefined {
    return this.deliveries.find(({ state }) => state === 'queued');
  }

  async #send(delivery: WebhookDelivery, redelivery: boolean): Promise<void> {
    const app = needApp(this.github.state, delivery.appId);
    // Marked first, so that no second flush takes it while it is under way.
    delivery.state = 'failed';
    const status = app.webhook.url === null ? 0 : await this.transport(app, delivery);
    if (status >= 200 && status < 300) delivery.state = 'delivered';
    const id = this.github.nextId('delivery');
    delivery.attempts.push({ id, at: this.github.now, status, redelivery, durationSeconds: 0 });
  }

  #queue(event: DomainEvent): void {
    for (const installation of recipientsOf(this.github.state, event)) {
      const delivery = this.#build(event, installation);
      if (this.loses(delivery)) delivery.state = 'lost';
      else if (this.losing || this.#toLose > 0) {
        if (!this.losing) this.#toLose--;
        delivery.state = 'lost';
      } else if (this.#holding) delivery.state = 'held';
      this.github.state.deliveries.push(delivery);
    }
  }

  #build(event: DomainEvent, installation: Installation): WebhookDelivery {
    const app = needApp(this.github.state, installation.appId);
    const payload = JSON.stringify(payloadOf(this.github.state, event, installation));
    return {
      id: this.github.nextId('delivery'),
      guid: randomUUID(),
      appId: app.id,
      hookId: app.webhook.id,
      installationId: installation.id,
      repositoryId: 'repositoryId' in event ? event.repositoryId : null,
      event: event.event,
      action: 'action' in event ? event.action : null,
      payload,
      signature: signatureOf(app.webhook.secret, payload),
      createdAt: this.github.now,
      state: 'queued',
      attempts: [],
    };
  }
}

/** The value of `X-Hub-Signature-256`. */
export function signatureOf(secret: string, payload: string): string {
  return `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`;
}
