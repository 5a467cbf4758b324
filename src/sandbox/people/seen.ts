import { textsOf } from '../state/nodes.js';
import type { GitHubState, IssueComment, IssueOrPull, Review, ReviewComment } from '../state/types.js';

type BotText = IssueOrPull | IssueComment | Review | ReviewComment;

/** Something that a bot wrote and no test has looked at. */
export interface Unseen {
  repository: string;
  number: number;
  what: 'body' | 'comment' | 'review' | 'review comment' | 'edit';
  body: string;
}

/**
 * What of the bots' words was looked at. Each writing counts, so an edited comment wants to be looked at again. A
 * pending review is told to nobody and does not count; neither does a review without words.
 */
export class Seen {
  /** Looked-at revisions, by node id of their text. */
  readonly #looked = new Map<string, number>();

  constructor(private readonly state: GitHubState) {}

  look(text: BotText): void {
    this.#looked.set(text.nodeId, text.revisions.length);
  }

  lookAtAll(): void {
    for (const { text } of this.#botTexts()) this.look(text);
  }

  unseen(): Unseen[] {
    return this.#botTexts().flatMap(({ text, repository, what }) => {
      const known = this.#looked.get(text.nodeId) ?? 0;
      const body = text.body;
      return text.revisions
        .slice(known)
        .map((_, index) => ({ repository, number: text.number, what: known + index === 0 ? what : 'edit', body }));
    });
  }

  #botTexts(): { text: BotText; repository: string; what: Unseen['what'] }[] {
    return [...this.state.repositories.values()].flatMap(({ name, issues }) =>
      [...issues.values()].flatMap((issue) =>
        textsOf(issue)
          .filter((text) => isBotText(this.state, text))
          .map((text) => ({ text, repository: name, what: kindOf(text) })),
      ),
    );
  }
}

function isBotText(state: GitHubState, text: BotText): boolean {
  const author = text.authorId === null ? undefined : state.accounts.get(text.authorId);
  if (author?.type !== 'Bot') return false;
  return !('submittedAt' in text) || (text.state !== 'PENDING' && text.body !== '');
}

function kindOf(text: BotText): Unseen['what'] {
  if ('kind' in text) return 'body';
  if ('submittedAt' in text) return 'review';
  return 'diffHunk' in text ? 'review comment' : 'comment';
}
