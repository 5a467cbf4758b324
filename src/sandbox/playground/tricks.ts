import { inWords } from '../../judge/instants.js';
import { branchFiles } from '../page/record.js';
import type { SeenLook, Trick } from '../page/show.js';
import type { WebhookDelivery } from '../state/types.js';
import type { Laid } from './setting.js';

/** A trick that waits for something, with what it waits for. */
interface Armed {
  trick: Trick;
  /** What has happened since, in the order in which it has to: each once. */
  follow: () => void;
}

/** The mischief of a table: what was played, and what became of it, newest last. */
export class Tricks {
  readonly #armed: Armed[] = [];
  #all: Trick[] = [];

  constructor(
    private readonly ground: Laid['ground'],
    /** What Convenor concluded last of each pull request. */
    private readonly looks: ReadonlyMap<number, SeenLook>,
  ) {}

  get all(): readonly Trick[] {
    return this.#all;
  }

  /** Looks what has become of everything that waits. Called after each move. */
  follow(): void {
    for (const { trick, follow } of this.#armed) if (trick.state !== 'mended') follow();
  }

  /** The next webhook that GitHub has for Convenor never arrives. */
  losesNextWebhook(): void {
    const { webhooks } = this.ground.sandbox;
    const known = webhooks.deliveries.length;
    webhooks.loseNext();
    const trick: Trick = { kind: 'webhook', state: 'armed', says: 'The next webhook will be lost.' };
    const before = this.#armed.filter(({ trick: one }) => one.kind === 'webhook' && one.state === 'armed').length;
    let lost: WebhookDelivery | null = null;
    this.#arm(trick, () => {
      lost ??= webhooks.deliveries.slice(known).filter(({ state }) => state === 'lost')[before] ?? null;
      if (!lost) return;
      const number = numberIn(lost);
      const what = `The webhook \`${lost.event}.${lost.action ?? ''}\` was lost on ${inWords(lost.createdAt)}`;
      const look = number === null ? undefined : this.looks.get(number);
      const found = look !== undefined && look.at > lost.createdAt;
      trick.state = found ? 'mended' : 'met';
      trick.says = found
        ? `${what}. A look on ${inWords(look.at)} found what it would have told: nothing is lost.`
        : `${what}: Convenor has not heard of it. A sweep finds it, and so does the next event.`;
    });
  }

  /** The next request of Convenor's fails, before or after it took effect. */
  failsNextCall(after: boolean): void {
    const { sandbox, bench } = this.ground;
    const known = sandbox.requests.length;
    const name = `playground ${this.#armed.length}`;
    sandbox.faults.add({ name, fault: after ? { kind: 'hangs-up-after' } : { kind: 'fails', status: 502 } });
    const how = after ? 'took effect, and then the line broke' : 'failed with 502';
    const trick: Trick = {
      kind: 'call',
      state: 'armed',
      says: after
        ? "Convenor's next call will take effect, and the line will break before the answer."
        : "Convenor's next call will fail.",
    };
    this.#arm(trick, () => {
      const since = sandbox.requests.slice(known);
      const met = since.find(({ fault }) => fault === name);
      if (!met) return;
      const again = since.find((one) => one.sequence > met.sequence && one.fault === null && !one.authentication);
      const what = `The call \`${met.operation}\` ${how} on ${inWords(met.at)}`;
      trick.state = again && !bench.hasRetries ? 'mended' : 'met';
      trick.says =
        trick.state === 'mended' && again
          ? `${what}. Convenor looked again on ${inWords(again.at)} and did only what was still to do: nothing is lost, and nothing is there twice.`
          : `${what}. Convenor tries again by itself.`;
    });
  }

  /** Ends the bot and begins it anew, and compares what there was before and after. */
  async restarts(): Promise<void> {
    const before = this.#traces();
    await this.ground.bench.restart();
    const after = this.#traces();
    const same = before.lines === after.lines && before.comments === after.comments;
    const now = inWords(this.ground.sandbox.state.now);
    this.#all = [
      ...this.#all,
      {
        kind: 'restart',
        state: 'mended',
        says: same
          ? `The bot was ended and begun again on ${now}, and remembers nothing. It read ${after.lines} lines of the record, wrote none, and posted nothing a second time.`
          : `The bot was ended and begun again on ${now}. It found what had happened meanwhile: ${after.lines - before.lines} lines are new in the record.`,
      },
    ];
  }

  #arm(trick: Trick, follow: () => void): void {
    this.#armed.push({ trick, follow });
    this.#all = [...this.#all, trick];
  }

  /** What there is of Convenor's own: lines of ledgers, and comments. */
  #traces(): { lines: number; comments: number } {
    const { sandbox, repo, rules } = this.ground;
    const record = [...branchFiles(sandbox.state, repo, rules.record.branch)];
    const bots = [...repo.issues.values()].flatMap(({ comments }) =>
      comments.filter(({ authorId }) => authorId !== null && sandbox.state.accounts.get(authorId)?.type === 'Bot'),
    );
    const ledgers = record.filter(([path]) => path.startsWith('ledgers/'));
    return {
      lines: ledgers.reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0),
      comments: bots.length,
    };
  }
}

/** The pull request or issue that a webhook tells of; null for none. */
function numberIn({ payload }: WebhookDelivery): number | null {
  const { issue, pull_request: pull } = JSON.parse(payload) as Partial<
    Record<'issue' | 'pull_request', { number?: number }>
  >;
  return issue?.number ?? pull?.number ?? null;
}
