import { linesOfPatch } from '../../src/facts/files.js';
import { EMPTY_LIBRARY } from '../../src/facts/library.js';
import type { Activity } from '../../src/facts/activity.js';
import type { Account, Facts, OwnPost, Published, PullFacts, Said } from '../../src/facts/facts.js';
import { parseCommands } from '../../src/commands/parse.js';
import type { Away } from '../../src/judge/time/absence.js';
import { judge } from '../../src/judge/judge.js';
import type { Verdict } from '../../src/judge/verdict.js';
import { chain, readLedger, sha256 } from '../../src/ledger/chain.js';
import { REVIEW_ANSWERS, type Line } from '../../src/ledger/lines.js';
import { mergePeople, readCharter } from '../../src/people/index.js';
import { readProposal } from '../../src/proposal/index.js';
import { plan, type Plan } from '../../src/publish/plan.js';
import type { Rules } from '../../src/rules/schema.js';
import { loadRules } from '../../src/rules/index.js';
import { charter } from '../people/writing.js';

const PULL = 7;
export const PATH = `seps/${PULL}-whistles.md`;
const AT = '2026-11-02T09:00:00Z';

/** The people of the invented charter, Ada Lin, who writes the proposal, and Hugo, whom no file knows. */
export const ACCOUNTS: Account[] = ['adalin', 'adabell', 'bocarr', 'cydorn', 'kofi', 'rosa', 'hugo'].map(
  (login, index) => ({
    id: index + 1,
    login,
    nodeId: `U_${index + 1}`,
    isBot: false,
  }),
);
export const account = (login: string): Account => ACCOUNTS.find((one) => one.login === login)!;

export const DOCUMENT = `# SEP-${PULL}: Whistles

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-11-02
- **Author(s)**: Ada Lin (@adalin)
- **Sponsor**: None
- **Working Group**: Kettle Timers
- **PR**: https://github.com/kettles/kettles/pull/${PULL}

## Abstract

Kettles whistle.

## Motivation

Nobody hears them.

## Specification

They whistle.

## Rationale

It is known.

## Backward Compatibility

None.

## Reference Implementation

None.

## Security Implications

None.
`;

const loaded = loadRules(null);
if (!loaded.ok) throw new Error('The default pack cannot be read.');
const { rules, sha256: rulesHash } = loaded.loaded;

/** A pull request on a GitHub that is nothing but what was published: a look reads it, and its writes change it. */
export class Repository {
  now = '2026-11-02T09:10:00Z';
  path = PATH;
  source = DOCUMENT;
  /** Lines of the file that the diff shows; all of them where it is null. */
  patch: string | null = null;
  ledger: string[] = [];
  said: Said[] = [];
  labels = new Map<string, string>();
  requested: { id: number; at: string }[] = [];
  state: 'open' | 'closed' = 'open';
  hasBranch = true;
  /** Lines to be taken for the ledger, whatever the chain says. */
  overrideLedger: readonly Line[] | null = null;
  pushedBy: PullFacts['pushedBy'] = { who: null, isBot: false };
  rules: Rules = rules;
  readonly activity = new Map<number, Activity>();
  away = new Map<number, Away>();
  readonly refused = new Set<string>();
  /** How often each write was made, by its kind. */
  readonly posts = new Map<string, OwnPost>();
  readonly threads = new Map<string, { nodeId: string; isResolved: boolean; isOutdated: boolean }>();
  readonly reactions = new Map<string, Set<string>>();
  readonly checks: Published['checks'] = [];
  spareThreads: Published['spareThreads'] = [];
  allThreads = true;
  /** Whether GitHub says nothing and makes no thread, as it does with a line outside the diff. */
  swallows = false;

  /** Further facts of a look, in place of those that are so by themselves. */
  more: (facts: Facts) => Partial<Facts> = () => ({});

  facts(): Facts {
    const reading = readLedger(this.ledger.map((line) => `${line}\n`).join(''));
    if (!reading.ok) throw new Error(reading.broken.message);
    const facts = this.outline(this.overrideLedger ?? reading.lines);
    return { ...facts, ...this.more(facts) };
  }

  says(login: string, body: string, id = `IC_${this.said.length}`): this {
    const commands = parseCommands(body).map((command, index): Said => {
      const source = { kind: 'comment' as const, id, index, url: `https://github.test/${id}`, sha256: sha256(body) };
      return { ...command, at: this.now, by: account(login), commit: null, source };
    });
    this.said.push(...commands);
    return this.speaks(login);
  }

  /** A review by somebody who was asked for one. */
  reviews(login: string): this {
    const id = `PRR_${this.said.length}`;
    const source = {
      kind: 'review' as const,
      id,
      index: REVIEW_ANSWERS,
      url: `https://github.test/${id}`,
      sha256: sha256(''),
    };
    const given = { command: 'review: given', args: [], text: '', problem: null, commit: null };
    this.said.push({ ...given, at: this.now, by: account(login), source });
    return this.speaks(login);
  }

  /** A comment without a command. */
  speaks(login: string): this {
    const { id } = account(login);
    this.activity.set(id, { login, last: this.now, reviews: this.activity.get(id)?.reviews ?? [] });
    return this;
  }

  /** Moves the clock and looks; gives the comments that were made. */
  after(days: number): string[] {
    this.now = new Date(Date.parse(this.now) + Math.round(days * 86_400) * 1000).toISOString().replace('.000', '');
    return this.settle().flatMap((write) => (write.kind === 'comment' ? [write.body] : []));
  }

  /** One look: judged and planned, and nothing done yet. */
  look(): { facts: Facts; verdict: Verdict; plan: Plan } {
    const facts = this.facts();
    const verdict = judge(facts);
    return { facts, verdict, plan: plan(facts, verdict) };
  }

  /** A look with all that follows from it; gives what was written, by kind. */
  settle(): Plan['writes'] {
    const { verdict, plan: wanted } = this.look();
    const lines = [...verdict.lines, ...wanted.intents, ...wanted.seen];
    this.ledger.push(...chain(lines, this.ledger.at(-1) ?? null));
    for (const write of wanted.writes) this.apply(write);
    return wanted.writes;
  }

  private apply(write: Plan['writes'][number]): void {
    switch (write.kind) {
      case 'comment':
      case 'edit':
        this.posts.set(write.marker, { nodeId: write.marker, url: '', marker: write.marker, body: write.body, at: '' });
        break;
      case 'label':
        for (const name of write.names) this.labels.set(name, `LA_${name}`);
        break;
      case 'unlabel':
        for (const [name, id] of this.labels) if (write.nodeIds.includes(id)) this.labels.delete(name);
        break;
      case 'react':
        this.reactions.set(write.nodeId, (this.reactions.get(write.nodeId) ?? new Set()).add(write.content));
        break;
      case 'suggest':
        if (this.swallows) break;
        for (const { marker } of write.threads)
          this.threads.set(marker, { nodeId: marker, isResolved: false, isOutdated: false });
        break;
      case 'unask':
        break;
      case 'resolve':
        this.threads.set(write.nodeId, { nodeId: write.nodeId, isResolved: true, isOutdated: false });
        break;
      case 'close':
        this.state = 'closed';
        break;
      case 'reopen':
        this.state = 'open';
        break;
      case 'ask':
        this.requested.push({ id: write.person.id, at: this.now });
        break;
      case 'check':
        this.checks.push({
          nodeId: write.name,
          name: write.name,
          conclusion: write.conclusion,
          fingerprint: write.fingerprint,
        });
        break;
      case 'delete':
        break;
    }
  }

  private outline(ledger: readonly Line[]): Facts {
    const proposal = readProposal(this.source, { path: this.path });
    const { group } = readCharter(charter(), `${rules.paths.workingGroups}/kettle-timers.mdx`);
    const listed = (login: string, line: number) => ({ name: login, login, line });
    const governance = mergePeople({
      groups: [group],
      maintainers: {
        source: 'MAINTAINERS.md',
        lead: [],
        core: [listed('rosa', 1)],
        maintainers: [{ ...listed('kofi', 2), area: { kind: 'sdk', name: 'Java SDK' } }],
        moderators: [],
        emeritus: [],
        groups: [],
      },
      roster: null,
      asOf: '2026-11-02',
    });
    const all = new Set(this.source.split('\n').map((_, index) => index + 1));
    return {
      now: this.now,
      repository: { owner: 'kettles', name: 'kettles', nodeId: 'R_1', defaultBranch: 'main' },
      pull: {
        number: PULL,
        nodeId: 'PR_1',
        title: 'Whistles',
        url: `https://github.com/kettles/kettles/pull/${PULL}`,
        author: account('adalin'),
        createdAt: AT,
        state: this.state,
        closedAt: this.state === 'open' ? null : this.now,
        reopenedAt: null,
        locked: false,
        locks: [],
        base: 'main',
        intoDefault: true,
        head: sha256(this.source).slice(0, 40),
        pushedBy: this.pushedBy,
        hasBranch: this.hasBranch,
        labels: [...this.labels].map(([name, nodeId]) => ({ name, nodeId })),
        updatedAt: '2026-11-23T09:00:00Z',
        assignees: [],
        reviews: 0,
        askedForReview: [],
        requested: this.requested,
      },
      document: {
        path: this.path,
        source: this.source,
        proposal,
        unreadable: null,
        diffLines: this.patch === null ? all : linesOfPatch(this.patch),
        added: true,
        isGone: false,
      },
      isOlder: false,
      continues: null,
      surroundings: {
        library: EMPTY_LIBRARY,
        missingPaths: new Set(),
        knownNumbers: new Set(),
      },
      beside: [],
      changes: [],
      takenAway: new Set(),
      shown: new Map(),
      merged: null,
      scenario: { kind: 'unasked' },
      activity: this.activity,
      away: this.away,
      said: this.said,
      governing: {
        commit: 'c'.repeat(40),
        held: [],
        rules: this.rules,
        sha256: rulesHash,
        takenOver: [],
        governance,
        templates: new Map(),
        accounts: new Map(ACCOUNTS.map((one) => [one.login, one])),
      },
      archived: [],
      rulebook: new Map([[rulesHash, rules]]),
      ledger,
      published: {
        posts: this.posts,
        duplicates: [],
        threads: this.threads,
        spareThreads: this.spareThreads,
        allThreads: this.allThreads,
        unaskable: new Set(),
        refused: this.refused,
        labels: new Map([...this.labels, ['SEP', 'LA_SEP']]),
        checks: this.checks,
        reactions: this.reactions,
      },
    };
  }
}
