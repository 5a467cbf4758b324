import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { RepositoryRef } from '../facts/facts.js';
import { refusal } from '../github/refused.js';
import { channelsOf, type Channels } from '../telling/channels.js';
import { ISSUE, messagesAt, tellsAnybody, type Due } from '../telling/due.js';
import { tellIssue } from '../telling/issue.js';
import { changeTold, readHeld, type Held, type Where } from '../telling/record.js';
import { NotTold } from '../telling/tell.js';
import { claimOn } from '../telling/told.js';
import type { Log } from './failures.js';

/** From so many failures in a row on, a channel that is down is tried every hour, and no oftener. */
const OFTEN = 3;
const HOUR = 3600;

/** The issue of the digest can be looked up, so it is tried again whatever happened. */
const ISSUE_SECONDS = 60;

/**
 * Tells channels what is due. A message is claimed in the record before it is told, by a swap that one process alone can
 * win; where nobody knows whether it arrived, it is not told again. Each channel is a job of its own, so that one that is
 * down keeps nobody waiting.
 */
export class Telling {
  /** This process among all that serve the repository. */
  private readonly me = randomUUID();
  /** Messages of this process's own claims that were tried, and did not fail for certain. */
  private readonly tried = new Set<string>();
  /** Channels that are left alone: since how many failures, and until when. */
  private readonly down = new Map<string, { failures: number; until: string }>();
  /** Channels without an address, by repository, that the operator was told of. */
  private readonly missing = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly log: Log,
  ) {}

  /** Which channels have something to be told now, and when the next message is due; null for never. One request. */
  async pending(where: Where): Promise<{ channels: string[]; due: string | null }> {
    const { rules } = where.governing.loaded;
    if (!tellsAnybody(rules)) return { channels: [], due: null };
    const held = await readHeld(where);
    if (!held) return { channels: [], due: null };
    const { due, next } = this.dueAt(where, held);
    const open = due.filter((message) => this.isMine(where.repository, held, message));
    return { channels: [...new Set(open.map(({ channel }) => channel))], due: next };
  }

  /**
   * Tells a channel all that is due.
   * @throws {NotTold} where it is to be tried again
   */
  async tell(where: Where, channel: string): Promise<{ due: string | null }> {
    const key = keyOf(where.repository, channel);
    const now = this.now();
    const { until = now } = this.down.get(key) ?? {};
    // Whatever else wakes it: who asks to be left alone is left alone.
    if (Date.parse(until) > Date.parse(now)) return { due: until };
    const messages = (await this.claim(where, channel)) ?? [];
    for (const [index, message] of messages.entries()) {
      try {
        await this.send(where, message);
      } catch (error) {
        const why = this.inItsWords(error, channel);
        if (why.outcome === 'later') {
          const failure = this.isDown(key, why);
          await this.release(where, messages.slice(index));
          throw failure;
        }
        this.log.error({ key, message: message.key, outcome: why.outcome }, `${why.message} ${NOT_AGAIN[why.outcome]}`);
      }
      this.tried.add(keyOf(where.repository, `${channel} ${message.key}`));
      this.down.delete(key);
    }
    return { due: null };
  }

  /** Takes all that is due for a channel on this process, in one commit; none where others have taken it. */
  private claim(where: Where, channel: string): Promise<Due[] | null> {
    return changeTold(where, this.now(), (held) => {
      const mine = this.dueAt(where, held).due.filter(
        (message) => message.channel === channel && this.isMine(where.repository, held, message),
      );
      const fresh = mine.filter((message) => claimOn(held.told, message) === null);
      const claims = fresh.map(({ key }) => ({ channel, key, at: this.now(), by: this.me }));
      const told = fresh.length === 0 ? null : { ...held.told, told: [...held.told.told, ...claims] };
      return { told, result: mine };
    });
  }

  /** Gives back what did not arrive for certain: whoever is there when it is tried again may take it. */
  private async release(where: Where, messages: readonly Due[]): Promise<void> {
    await changeTold(where, this.now(), ({ told }) => {
      const left = told.told.filter(
        ({ channel, key, by }) =>
          by !== this.me || !messages.some((message) => message.channel === channel && message.key === key),
      );
      return { told: left.length === told.told.length ? null : { ...told, told: left }, result: null };
    });
  }

  private async send(where: Where, message: Due): Promise<void> {
    const { issue } = where.governing.loaded.rules.tell.digest;
    if (message.channel === ISSUE) {
      if (issue !== null) await tellIssue(where, issue, message, this.now());
      return;
    }
    const channel = channelsOf(this.channels, where.repository).get(message.channel);
    if (channel) await channel.tell(channel, message);
  }

  /** What is due now of what has an address. */
  private dueAt({ repository, governing, discussed }: Where, held: Held): { due: Due[]; next: string | null } {
    const { governance, sources, templates, loaded } = governing;
    const grounds = {
      ...{ index: held.index, governance, sources, discussed, rules: loaded.rules, templates },
      dashboard: held.dashboard,
    };
    const { due, next } = messagesAt(grounds, this.now());
    const known = channelsOf(this.channels, repository);
    return { due: due.filter(({ channel }) => this.hasAddress(repository, channel, known)), next };
  }

  private hasAddress(repository: RepositoryRef, channel: string, known: ReadonlyMap<string, unknown>): boolean {
    if (channel === ISSUE || known.has(channel)) return true;
    const key = keyOf(repository, channel);
    if (!this.missing.has(key)) {
      const full = `${repository.owner}/${repository.name}`;
      const says = `The rules of ${full} name a channel ${channel}, and CHANNELS has no address for it: it is told nothing.`;
      this.log.error({ key }, says);
    }
    this.missing.add(key);
    return false;
  }

  /** Whether nobody has taken a message, or this process has and has not tried it yet. */
  private isMine(repository: RepositoryRef, { told }: Held, message: Due): boolean {
    const claim = claimOn(told, message);
    if (!claim) return true;
    return claim.by === this.me && !this.tried.has(keyOf(repository, `${message.channel} ${message.key}`));
  }

  /** What went wrong, without anything of an error that is not ours to show. */
  private inItsWords(error: unknown, channel: string): NotTold {
    if (error instanceof NotTold) return error;
    if (channel !== ISSUE) return new NotTold('unknown', `Telling the channel ${channel} failed.`);
    const refused = refusal(error);
    return refused
      ? new NotTold('refused', `The issue of the digest: ${refused.message} ${refused.next}`)
      : new NotTold('later', `The issue of the digest could not be written: ${String(error)}.`, ISSUE_SECONDS);
  }

  /** Leaves a channel alone for as long as it wants, and the longer the longer it is down. */
  private isDown(key: string, { message, seconds }: NotTold): NotTold {
    const failures = (this.down.get(key)?.failures ?? 0) + 1;
    const wait = Math.max(seconds, failures > OFTEN ? HOUR : 0);
    const until = this.clock.now().add({ seconds: wait }).toString({ smallestUnit: 'second' });
    this.down.set(key, { failures, until });
    return new NotTold('later', message, wait);
  }

  private now(): string {
    return this.clock.now().toString({ smallestUnit: 'second' });
  }
}

const NOT_AGAIN = {
  refused: 'It is not told again.',
  unknown: 'It may have arrived, so it is not told again.',
} as const;

const keyOf = ({ owner, name }: RepositoryRef, channel: string): string => `${owner}/${name} ${channel}`;
