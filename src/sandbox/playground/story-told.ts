import { GitHubError } from '../errors.js';
import type { StoryShown } from '../page/show.js';
import { Refused } from './move.js';
import type { Laid } from './setting.js';

/** How far the story of a table has been told. */
export class StoryTold {
  /** How many of its chapters are told. */
  told = 0;

  constructor(private readonly story: Laid['story']) {}

  /**
   * Tells a chapter.
   * @param index the next one that has anything in it where left out
   * @returns what is told in it, and the number of its pull request
   * @throws {Refused} where there is none, or what it needs is not there, since somebody has played something else
   */
  async tells(index = this.next()): Promise<{ says: string; number: number }> {
    const chapter = this.story?.chapters[index];
    if (!this.story || !chapter) throw new Refused('The story is told.');
    this.told = index + 1;
    const says = chapter.says(this.story.told);
    try {
      await chapter.act(this.story.told);
    } catch (error) {
      if (error instanceof GitHubError || !(error instanceof Error)) throw error;
      const why = error.message.replace(/\.$/, '');
      throw new Refused(`This chapter cannot be told after what has been played: ${why}.`);
    }
    return { says, number: this.story.told.pull.number };
  }

  /** The number of the next chapter that has anything in it; -1 at the end and where there is no story. */
  private next(): number {
    const { story } = this;
    if (!story) return -1;
    return story.chapters.findIndex(({ applies }, at) => at >= this.told && applies?.(story.told) !== false);
  }

  /** What the page of a pull request shows of it; null where it is not about that one. */
  shownOn(number: number): StoryShown | null {
    const { story } = this;
    if (!story || story.told.pull.number !== number) return null;
    const next = story.chapters[this.next()];
    return {
      told: this.told,
      of: story.chapters.length,
      next: next ? { name: next.name, says: next.says(story.told) } : null,
    };
  }
}
