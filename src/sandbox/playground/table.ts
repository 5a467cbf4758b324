import { requestsInWords } from '../demo/costs.js';
import type { Chapter } from '../demo/story.js';
import { sceneOf, type Scene } from '../demo/scene.js';
import { GitHubError } from '../errors.js';
import { dueIn } from '../page/clock.js';
import type { Happened, SeenLook, Show } from '../page/show.js';
import type { Person, PullRequestHandle } from '../people.js';
import { accountByLogin, fullName, pullOf } from '../state/find.js';
import type { PullRequest } from '../state/types.js';
import { whatCame } from './came.js';
import { Governed } from './governed.js';
import { Refused, type Move } from './move.js';
import { actOn } from './pull-acts.js';
import type { Laid, Setting } from './setting.js';
import { StoryTold } from './story-told.js';
import { Tricks } from './tricks.js';
import { verifyRecord, type Verified } from './verified.js';
import { openPull } from './open-pull.js';

/** What is done to the bot and to the record from beside: nothing of it is to be seen on the pull request. */
const PREPARING: readonly Move['do'][] = ['lose', 'fail', 'fail-after', 'stop', 'verify', 'restart'];

/** A world in which people play: what they do, and what Convenor makes of it, one thing after the other. */
export class Table {
  happened: Happened | null = null;
  readonly tricks: Tricks;
  verified: Verified | null = null;
  readonly story: StoryTold;
  /** Number of the first line of the ledger that was added by what happened last. */
  private newFrom = 0;
  private readonly governed: Governed;

  private constructor(
    readonly setting: Setting,
    readonly laid: Laid,
    /** What Convenor concluded last of each pull request. */
    readonly looks: ReadonlyMap<number, SeenLook>,
  ) {
    this.tricks = new Tricks(laid.ground, looks);
    this.governed = new Governed(laid.ground);
    this.story = new StoryTold(laid.story);
  }

  /**
   * Lays a table: its world begins, and Convenor with it.
   * @param chapters of the story that is told on it, where they are not its own
   */
  static async lay(setting: Setting, chapters?: readonly Chapter[]): Promise<Table> {
    const looks = new Map<number, SeenLook>();
    const laid = await setting.lay((number, look) => {
      // What is left in peace is judged once, and then only seen to be as it was.
      const rests = look.concluded.kind === 'asleep' && looks.get(number)?.concluded.kind === 'proposal';
      if (!rests) looks.set(number, look);
    });
    if (laid.story && chapters) laid.story.chapters = chapters;
    return new Table(setting, laid, looks);
  }

  /** As whom a visitor acts first. */
  get visitor(): Person {
    return this.laid.ground.world.user(this.laid.visitor);
  }

  /** Who opened a pull request, where they can act; null where nobody can. */
  authorOf(number: number): Person | null {
    const id = this.pull(number)?.now.authorId ?? null;
    const account = id === null ? undefined : this.laid.ground.sandbox.state.accounts.get(id);
    return account ? this.person(account.login) : null;
  }

  get repositoryName(): string {
    const { sandbox, repo } = this.laid.ground;
    return fullName(sandbox.state, repo);
  }

  /** The pull requests on it, those that are open first, by number. */
  get pulls(): PullRequest[] {
    const pulls = [...this.laid.ground.repo.issues.values()].filter((one) => one.kind === 'pull');
    return pulls.sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed') || a.number - b.number);
  }

  pull(number: number): PullRequestHandle | null {
    const { world, repo } = this.laid.ground;
    return pullOf(repo, number) ? world.pull(repo, number) : null;
  }

  /** A person who can act here; null where nobody has that login. */
  person(login: string): Person | null {
    const { sandbox, world } = this.laid.ground;
    const account = accountByLogin(sandbox.state, login);
    return account?.type === 'User' ? world.user(account.login) : null;
  }

  /**
   * Does one thing and waits until Convenor has nothing left to do. What is refused changes nothing, and is told.
   * @param number the pull request on which it is done
   * @returns what happened, and the number of the pull request to look at then
   */
  async does(move: Move, who: Person, number: number): Promise<{ happened: Happened; number: number }> {
    const { sandbox } = this.laid.ground;
    const before = this.scene(number);
    const since = sandbox.requests.length;
    const told = (did: string, refused: string | null, at = number): { happened: Happened; number: number } => {
      this.tricks.follow();
      const after = this.scene(at);
      const came = before && after && at === number ? whatCame(before, after) : [];
      const isBare = PREPARING.includes(move.do);
      const requests = requestsInWords(sandbox.requests.slice(since));
      this.newFrom = at === number ? (before?.lines.length ?? 0) : 0;
      this.happened = { number: at, at: sandbox.state.now, did, refused, came, isBare, requests };
      return { happened: this.happened, number: at };
    };
    try {
      const { did, at } = await this.act(move, who, number);
      return told(did, null, at);
    } catch (error) {
      if (error instanceof Refused) return told(`${who.login} was not able to do that.`, error.message);
      if (!(error instanceof GitHubError)) throw error;
      await this.laid.ground.world.settle();
      return told(`${who.login} was not able to do that.`, `GitHub refuses it: ${error.message}`);
    }
  }

  /** Says of something that cannot be read as a move why not. */
  refuses(problem: string, number: number): Happened {
    const at = this.laid.ground.sandbox.state.now;
    this.happened = {
      number,
      at,
      did: 'That could not be done.',
      refused: problem,
      came: [],
      isBare: true,
      requests: 'none',
    };
    return this.happened;
  }

  private async act(move: Move, who: Person, number: number): Promise<{ did: string; at: number }> {
    const { ground } = this.laid;
    const { sandbox, bench } = ground;
    const did = (says: string, at = number): { did: string; at: number } => ({ did: says, at });
    switch (move.do) {
      case 'open': {
        const opened = await openPull(this.laid, who, move);
        return did(`${who.login} opened the pull request #${opened}.`, opened);
      }
      case 'wait':
        await sandbox.clock.advance(move.distance);
        return did('Time passed.');
      case 'until-due': {
        const due = dueIn(this.looks.get(number) ?? null);
        if (due === null) throw new Refused('Nothing happens here by itself until somebody acts.');
        await sandbox.clock.advanceTo(due);
        return did('Time passed until the next thing was due.');
      }
      case 'chapter': {
        const { says, number: at } = await this.story.tells(move.index);
        return did(says, at);
      }
      case 'lose':
        this.tricks.losesNextWebhook();
        return did('The next webhook will be lost.');
      case 'fail':
      case 'fail-after':
        this.tricks.failsNextCall(move.do === 'fail-after');
        return did("Convenor's next call will fail.");
      case 'restart':
        await this.tricks.restarts();
        return did('Convenor was ended and begun again.');
      case 'stop':
        await bench.stop();
        return did('Convenor was ended. What happens now, it will find out later.');
      case 'start':
        if (!bench.isRunning) await bench.start();
        return did('Convenor was begun again, and looked over everything that is open.');
      case 'sweep':
        await bench.sweep();
        return did('Convenor looked over everything that is open.');
      case 'verify':
        this.verified = await verifyRecord(ground);
        return did(
          this.verified.holds ? 'The record was checked, and holds.' : 'The record was checked, and does not hold.',
        );
      default: {
        const pull = this.pull(number);
        if (!pull) throw new Refused(`There is no pull request #${number}.`);
        return did(`${who.login} ${await actOn(pull, who, move)}`);
      }
    }
  }

  private scene(number: number): Scene | null {
    const { sandbox, repo, rules } = this.laid.ground;
    const pull = this.pull(number);
    return pull && sceneOf({ pull, sandbox, repo, rules });
  }

  /** What the pages show of a pull request here. @param me as whom one acts */
  show(number: number, me: Person, token: string): Show {
    const { sandbox, repo, bench } = this.laid.ground;
    const { rules, governance } = this.governed.now();
    return {
      slug: this.setting.slug,
      name: this.laid.name,
      state: sandbox.state,
      repositoryId: repo.id,
      number,
      record: rules.record,
      rules,
      governance,
      group: this.setting.group,
      me: me.id,
      token,
      page: '',
      draft: '',
      look: this.looks.get(number) ?? null,
      newFrom: this.happened?.number === number ? this.newFrom : Number.MAX_SAFE_INTEGER,
      happened: this.happened,
      tricks: this.tricks.all,
      isRunning: bench.isRunning,
      story: this.story.shownOn(number),
      beside: null,
      verified: this.verified,
    };
  }

  async close(): Promise<void> {
    await this.laid.ground.bench.stop();
    await this.laid.ground.sandbox.close();
  }
}
