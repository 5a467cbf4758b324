import type { SandboxClock } from '../clock.js';
import { EMPTY_TREE } from '../git/objects.js';
import { nodeId, type NodeType } from './node-ids.js';
import type { DomainEvent, GitHubState, Instant, Urls } from './types.js';
import { GHOST_ID } from './types.js';

/** Where ids of each kind start. Most are far above 2^31, as they are on GitHub by now. */
const FIRST_IDS = {
  account: 80_000_001,
  app: 900_001,
  checkRun: 50_000_000_001,
  checkSuite: 46_000_000_001,
  comment: 3_100_000_001,
  delivery: 180_000_000_001,
  event: 19_000_000_001,
  hook: 500_000_001,
  installation: 70_000_001,
  issue: 3_300_000_001,
  label: 8_900_000_001,
  pull: 2_700_000_001,
  reaction: 270_000_001,
  repository: 950_000_001,
  review: 3_050_000_001,
  reviewComment: 2_250_000_001,
  revision: 1_500_000_001,
  ruleset: 7_500_001,
  status: 36_000_000_001,
  team: 12_000_001,
  thread: 4_000_000_001,
} as const;

export type IdKind = keyof typeof FIRST_IDS;

/** GitHub with nobody on it but the ghost. */
export function emptyState(urls: Urls): GitHubState {
  const ghost = { login: 'ghost', name: 'Deleted user', email: null, company: null, siteAdmin: false };
  return {
    urls,
    now: '1970-01-01T00:00:00Z',
    accounts: new Map([
      [
        GHOST_ID,
        {
          ...ghost,
          id: GHOST_ID,
          nodeId: nodeId('User', GHOST_ID),
          type: 'User',
          formerLogins: [],
          createdAt: '2008-05-13T06:14:25Z',
        },
      ],
    ]),
    organizations: new Map(),
    teams: new Map(),
    apps: new Map(),
    installations: new Map(),
    tokens: new Map(),
    repositories: new Map(),
    objects: new Map([[EMPTY_TREE, { type: 'tree', entries: [] }]]),
    nextIds: new Map(Object.entries(FIRST_IDS)),
    rateBuckets: new Map(),
    deliveries: [],
    requests: [],
  };
}

/** What actions work on: the state, the clock that moves it, and who wants to hear of what happened. */
export class GitHub {
  readonly #listeners: ((event: DomainEvent) => void)[] = [];
  readonly #watchers: (() => void)[] = [];

  constructor(
    readonly state: GitHubState,
    readonly clock: SandboxClock,
  ) {
    clock.onMove((now) => {
      state.now = now;
    });
  }

  get now(): Instant {
    return this.state.now;
  }

  nextId(kind: IdKind): number {
    const id = this.state.nextIds.get(kind) ?? FIRST_IDS[kind];
    this.state.nextIds.set(kind, id + 1);
    return id;
  }

  /** A fresh id and the node id made of it. @param within ids of what it belongs to, such as the repository's. */
  nextIds(kind: IdKind, type: NodeType, ...within: number[]): { id: number; nodeId: string } {
    const id = this.nextId(kind);
    return { id, nodeId: nodeId(type, ...within, id) };
  }

  /** Each act begins with it: those who keep older copies take one, and the clock moves a second on. */
  beginAct(): void {
    for (const watcher of this.#watchers) watcher();
    this.clock.tick();
  }

  beforeEachAct(watcher: () => void): void {
    this.#watchers.push(watcher);
  }

  /** Makes known what happened, once the state shows it. */
  emit(event: DomainEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  onEvent(listener: (event: DomainEvent) => void): void {
    this.#listeners.push(listener);
  }
}
