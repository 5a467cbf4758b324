import { setStage, Uncastable, type Play, type Stage } from '../demo/stage.js';
import { authorityOf, begin, chaptersFor, type Chapter, type Told } from '../demo/story.js';
import { handleGraphql } from '../graphql/handle.js';
import type { Ground } from '../ground.js';
import type { SeenLook } from '../page/show.js';
import { handleRest } from '../rest/index.js';

/** The sandbox's own GitHub. */
export const HANDLERS = { rest: handleRest, graphql: handleGraphql };

/** A world in which people can act: Convenor is installed and runs. */
export interface Laid {
  ground: Pick<Ground, 'sandbox' | 'world' | 'bench' | 'repo' | 'rules'>;
  /** What it is called in the list of tables. */
  name: string;
  /** The pull request that a visitor sees first; null where none is open. */
  first: number | null;
  /** The login of whom a visitor is first. */
  visitor: string;
  /** The story that can be told on it, from its opening on; null where people play without one. */
  story: { told: Told; chapters: readonly Chapter[] } | null;
}

/** How a table is laid, as often as somebody begins anew. */
export interface Setting {
  /** Its part of the address. */
  slug: string;
  /** Slug of the group that the story brings its proposal to; null where there is no story. */
  group: string | null;
  /** @param saw is told of each look at a pull request, from the first on */
  lay(saw: Saw): Promise<Laid>;
}

/** Takes what a look at a pull request concluded. */
export type Saw = (number: number, look: SeenLook) => void;

/** Has the looks of a world's Convenor told, each with its instant. */
export function watch({ bench, sandbox, repo }: Laid['ground'], saw: Saw): void {
  bench.watcher = (place, number, concluded) => {
    if (place.name === repo.name) saw(number, { at: sandbox.state.now, concluded });
  };
}

/**
 * The table of a play: its pull request has just been opened, and its story can be told on from there.
 * @param otherwise what is laid where nobody can play a part of the story
 */
export const settingOf = (play: Play, otherwise?: Setting): Setting => ({
  slug: play.group,
  group: play.group,
  lay: async (saw) => {
    let stage: Stage;
    try {
      stage = await setStage(play, HANDLERS);
    } catch (error) {
      if (error instanceof Uncastable && otherwise) return otherwise.lay(saw);
      throw error;
    }
    requireCheck(stage);
    watch(stage, saw);
    const told = await begin(stage);
    return {
      ground: stage,
      name: stage.group.title,
      first: play.number,
      visitor: stage.cast.author.login,
      story: { told, chapters: chaptersFor(authorityOf(stage)) },
    };
  },
});

/** The default branch takes nothing whose process is not complete, as the instructions for the installation say. */
export function requireCheck({
  sandbox,
  world,
  repo,
  rules,
  app,
}: Pick<Stage, 'sandbox' | 'world' | 'repo' | 'rules' | 'app'>): void {
  const owner = sandbox.state.accounts.get(repo.ownerId);
  const keeper = world.user(`${owner?.login ?? ''}-keeper`);
  sandbox.actions.createRuleset(keeper.caller, repo, {
    name: 'The process is complete',
    requiredChecks: [{ context: rules.checks.merge, appId: app.id }],
  });
}
