import { parseCommands } from '../commands/parse.js';
import type { Verbs } from '../commands/verbs.js';
import { MOST_EDITS, type RawActor, type RawReview, type RawText } from '../github/queries/fragments.js';
import { sha256 } from '../ledger/chain.js';
import type { Account, Said } from './facts.js';

/** An account as GraphQL gives it; null for a ghost and for what is no account of a person or bot. */
export function accountOf(actor: RawActor | null | undefined): Account | null {
  if (!actor?.id || actor.databaseId == null) return null;
  return { id: actor.databaseId, login: actor.login, nodeId: actor.id, isBot: actor.__typename === 'Bot' };
}

/**
 * The text as it was first written: edits run nothing. Null where it was edited and the first revision is gone, so that
 * nobody can know what was said.
 */
export function firstRevision(text: RawText): string | null {
  if (text.lastEditedAt === null) return text.body;
  const { totalCount, nodes } = text.userContentEdits ?? { totalCount: 0, nodes: null };
  const edits = (nodes ?? []).filter((edit) => edit !== null);
  // One revision that may not be seen could be the first.
  if (!text.includesCreatedEdit || totalCount > MOST_EDITS || edits.length < totalCount) return null;
  // GitHub gives the newest first; of several within one second the last one given is the oldest.
  const oldest = edits.reduce<(typeof edits)[number] | null>(
    (first, edit) => (first === null || Date.parse(edit.editedAt) <= Date.parse(first.editedAt) ? edit : first),
    null,
  );
  return oldest && oldest.deletedAt === null ? oldest.diff : null;
}

type Kind = Said['source']['kind'];

/**
 * The commands that a person wrote in a comment, a review or the description. Bots and ghosts say nothing. A text whose
 * first revision is gone says one thing: that it has to be repeated, where its present words hold a command.
 * @param at when it was said; null where it has not been yet, as in a pending review
 * @param verbs what the rules say of verbs
 * @param commit the commit that it names; null where GitHub does not say
 */
export function saidIn(
  text: RawText,
  kind: Kind,
  at: string | null,
  verbs: Verbs,
  commit: string | null = null,
): Said[] {
  const by = accountOf(text.author);
  if (!by || by.isBot || text.viewerDidAuthor || at === null) return [];
  const original = firstRevision(text);
  const body = original ?? text.body;
  const source = (index: number): Said['source'] => ({ kind, id: text.id, index, url: text.url, sha256: sha256(body) });
  const commands = parseCommands(body, verbs);
  const first = commands[0];
  if (original === null) {
    if (!first) return [];
    const problem = `The comment was edited before Convenor saw it, and what it first said is gone.`;
    return [{ ...first, at, by, commit, source: source(0), problem }];
  }
  return commands.map((command, index) => ({ ...command, at, by, commit, source: source(index) }));
}

/** What was said in a review; one that is still pending has not been said. */
export const saidInReview = (review: RawReview, verbs: Verbs): Said[] =>
  saidIn(review, 'review', review.submittedAt, verbs, review.commit?.oid ?? null);

/** The marker of the comment that says in an issue that nothing can be counted. It stands in no record. */
export const STUCK = 'stuck';

/** The marker that a text of Convenor's own carries, or null. */
export const markerOf = (body: string): string | null => /^<!-- convenor:(\S+) -->/.exec(body)?.[1] ?? null;

/** The text with its marker in front, by which it is found again. */
export const marked = (marker: string, body: string): string => `<!-- convenor:${marker} -->\n${body}`;
