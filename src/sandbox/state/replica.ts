import type { GitHub } from './github.js';
import type { GitHubState } from './types.js';

/** What reads see. As long as nobody asks for a lag, that is the present. */
export class Replica {
  /** Copies from before the latest acts, oldest first. */
  #copies: GitHubState[] = [];
  #acts = 0;
  #reads = 0;

  constructor(private readonly github: GitHub) {
    github.beforeEachAct(() => this.#keep());
  }

  /**
   * From now on, reads lag behind: they see GitHub as it was before the latest `acts` acts (those before this call are
   * seen), and after so many `reads` the present again.
   */
  lag(acts: number, reads = Infinity): void {
    this.#acts = acts;
    this.#reads = reads;
    this.#copies = [];
  }

  catchUp(): void {
    this.lag(0, 0);
  }

  /** What the next read is answered from. */
  view(): GitHubState {
    if (this.#acts === 0 || this.#reads === 0) return this.github.state;
    this.#reads--;
    return this.#copies[0] ?? this.github.state;
  }

  #keep(): void {
    if (this.#acts === 0) return;
    this.#copies.push(copyOf(this.github.state));
    if (this.#copies.length > this.#acts) this.#copies.shift();
  }
}

/** Git objects never change and are shared; tokens and limits are never behind; the logs are no part of GitHub. */
function copyOf({ objects, tokens, rateBuckets, ...rest }: GitHubState): GitHubState {
  return { ...structuredClone({ ...rest, deliveries: [], requests: [] }), objects, tokens, rateBuckets };
}
