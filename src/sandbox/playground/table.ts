import { governanceOf, RULES_FILE } from '../../facts/governing.js';
import type { Governance } from '../../people/types.js';
import { loadRules, type Rules } from '../../rules/index.js';
import { requestsInWords } from '../demo/costs.js';
import type { Chapter } from '../demo/story.js';
import { sceneOf, type Scene } from '../demo/scene.js';
import { GitHubError } from '../errors.js';
import { textsOf } from '../ground.js';
import { branchFiles } from '../page/record.js';
import type { Happened, SeenLook, Show } from '../page/show.js';
import type { Person, PullRequestHandle } from '../people.js';
import { accountByLogin, fullName, pullOf } from '../state/find.js';
import type { PullRequest } from '../state/types.js';
import { whatCame } from './came.js';
import { Refused, type Move } from './move.js';
import { actOn } from './pull-acts.js';
import type { Laid, Setting } from './setting.js';
import { Tricks } from './tricks.js';
import { verifyRecord, type Verified } from './verified.js';
import { openPull } from './open-pull.js';

/** A world in which people play: what they do, and what Convenor makes of it, one thing after the other. */
export class Table {
  happened: Happened | null = null;
  readonly tricks: Tricks;
  verified: Verified | null = null;
  /** How many chapters of the story are told. */
  private told = 0;
  /** Number of the first line of the ledger that was added by what happened last. */
  private newFrom = 0;
  private governing: { head: string; day: string; rules: Rules; governance: Governance } | null = null;

  private constructor(
    readonly setting: Setting,
    readonly laid: Laid,
    /** What Convenor concluded last of each pull request. */
    readonly looks: ReadonlyMap<number, SeenLook>,
  ) {
    this.tricks = new Tricks(laid.ground, looks);
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
      const requests = requestsInWords(sandbox.requests.slice(since));
      this.newFrom = at === number ? (before?.lines.length ?? 0) : 0;
      this.happened = { number: at, at: sandbox.state.now, did, refused, came, requests };
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
    this.happened = { number, at, did: 'That could not be done.', refused: problem, came: [], requests: 'none' };
    return this.happened;
  }

  private async act(move: Move, who: Person, number: number): Promise<{ did: string; at: number }> {
    const { ground, story } = this.laid;
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
        const due = dueOf(this.looks.get(number));
        if (due === null) throw new Refused('Nothing happens here by itself until somebody acts.');
        await sandbox.clock.advanceTo(due);
        return did('Time passed until the next thing was due.');
      }
      case 'chapter': {
        const chapter = this.chapterAt(move.index ?? this.nextIndex());
        if (!story || !chapter) throw new Refused('The story is told.');
        this.told = chapter.index + 1;
        const says = chapter.chapter.says(story.told);
        try {
          await chapter.chapter.act(story.told);
        } catch (error) {
          if (error instanceof GitHubError || !(error instanceof Error)) throw error;
          // What the chapter needs is not there, since somebody has played something else.
          throw new Refused(
            `This chapter cannot be told after what has been played: ${error.message.replace(/\.$/, '')}.`,
          );
        }
        return did(says, story.told.pull.number);
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

  /** How many chapters of the story are told. */
  get chaptersTold(): number {
    return this.told;
  }

  /** The number of the next chapter that has anything in it; -1 at the end and where there is no story. */
  private nextIndex(): number {
    const { story } = this.laid;
    if (!story) return -1;
    return story.chapters.findIndex(({ applies }, at) => at >= this.told && applies?.(story.told) !== false);
  }

  private chapterAt(index: number): { chapter: Chapter; index: number } | null {
    const chapter = this.laid.story?.chapters[index];
    return chapter ? { chapter, index } : null;
  }

  private scene(number: number): Scene | null {
    const { sandbox, repo, rules } = this.laid.ground;
    const pull = this.pull(number);
    return pull && sceneOf({ pull, sandbox, repo, rules });
  }

  /** What the pages show of a pull request here. @param me as whom one acts */
  show(number: number, me: Person, token: string): Show {
    const { sandbox, repo, bench } = this.laid.ground;
    const { rules, governance } = this.governed();
    const next = this.chapterAt(this.nextIndex());
    const { story } = this.laid;
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
      story:
        story && story.told.pull.number === number
          ? {
              told: this.told,
              of: story.chapters.length,
              next: next && { name: next.chapter.name, says: next.chapter.says(story.told) },
            }
          : null,
      beside: null,
      verified: this.verified,
    };
  }

  /** Who is who and by which rules, by the default branch as it is now. */
  private governed(): { rules: Rules; governance: Governance } {
    const { sandbox, repo, rules: first } = this.laid.ground;
    const head = repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '';
    const day = sandbox.state.now.slice(0, 10);
    if (this.governing?.head === head && this.governing.day === day) return this.governing;
    const files = Object.fromEntries(branchFiles(sandbox.state, repo, repo.defaultBranch));
    const read = loadRules(files[RULES_FILE] ?? null);
    const rules = read.ok ? read.loaded.rules : first;
    this.governing = { head, day, rules, governance: governanceOf(textsOf({ files }, rules), rules, day) };
    return this.governing;
  }

  async close(): Promise<void> {
    await this.laid.ground.bench.stop();
    await this.laid.ground.sandbox.close();
  }
}

/** The next instant at which something happens by itself, as the last look has it. */
export function dueOf(look: SeenLook | undefined | null): string | null {
  return look?.concluded.kind === 'proposal' ? look.concluded.verdict.due : null;
}
