import { commentedLines, suggestionOf } from '../actions/suggestions.js';
import { authorAssociation } from '../state/derive.js';
import type { IssueComment, Reaction, ReactionContent, Review, ReviewComment, Written } from '../state/types.js';
import { button } from './forms.js';
import { html, type Html, type Part } from './html.js';
import { linksOf } from './links.js';
import { markdown } from './markdown.js';
import { avatar, nameOf, time } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** A box with a header and a text, as GitHub shows a comment. */
export function commentBox(show: Show, text: Written, more: { id: string; did: string; below?: Part }): Html {
  const association = authorAssociation(show.state, repositoryOf(show), text.authorId, true);
  const shown = ['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR'].includes(association);
  const isAuthor = pullIn(show).authorId === text.authorId;
  return html`
    <article class="comment" id="${more.id}">
      ${avatar(show, text.authorId)}
      <div class="box">
        <header>
          <span>${nameOf(show, text.authorId)} ${more.did} ${time(text.createdAt)}</span>
          <span class="badges">
            ${text.revisions.length > 1 && html`<span class="badge">edited</span>`}
            ${isAuthor && html`<span class="badge">Author</span>`}
            ${shown && html`<span class="badge">${capital(association)}</span>`}
          </span>
        </header>
        <div class="text prose">${body(show, text.body)}</div>
        ${more.below}
      </div>
    </article>
  `;
}

const capital = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

const body = (show: Show, text: string): Html =>
  text.trim() === '' ? html`<p class="quiet">No description provided.</p>` : markdown(text, linksOf(show));

/** A comment of the conversation; a hidden one folded. */
export function conversationComment(show: Show, comment: IssueComment): Html {
  const box = commentBox(show, comment, {
    id: `issuecomment-${comment.id}`,
    did: 'commented on',
    below: reactions(comment.reactions),
  });
  if (comment.minimized === null) return box;
  const why = comment.minimized.toLowerCase().replaceAll('_', ' ');
  return html`<details class="hidden">
    <summary>This comment was marked as ${why}.</summary>
    ${box}
  </details>`;
}

const VERDICTS: Readonly<Record<Review['state'], string>> = {
  PENDING: 'is writing a review',
  APPROVED: 'approved these changes',
  CHANGES_REQUESTED: 'requested changes',
  COMMENTED: 'reviewed',
  DISMISSED: 'left a review that was dismissed',
};

/** A review with its comments on lines. */
export function reviewBox(show: Show, review: Review, comments: readonly ReviewComment[]): Html {
  const { submittedAt } = review;
  return html`
    <section class="review" id="pullrequestreview-${review.id}">
      <p class="event">
        ${avatar(show, review.authorId)}
        <span
          >${nameOf(show, review.authorId)} ${VERDICTS[review.state]} ${submittedAt !== null && time(submittedAt)}</span
        >
      </p>
      ${
        review.body.trim() !== '' &&
        commentBox(show, review, {
          id: `review-${review.id}`,
          did: 'left a comment',
          below: reactions(review.reactions),
        })
      }
      ${comments.map((comment) => lineComment(show, comment))}
    </section>
  `;
}

const OPEN = html`open`;

/** A comment on lines, with the lines, and the change that it suggests. One that is done with is folded. */
export function lineComment(show: Show, comment: ReviewComment): Html {
  const thread = pullIn(show).reviewThreads.find(({ id }) => id === comment.threadId);
  const isResolved = thread !== undefined && thread.resolvedAt !== null;
  const state = isResolved ? 'resolved' : comment.line === null ? 'outdated' : 'open';
  const suggested = suggestionOf(comment.body);
  const words =
    suggested === null ? comment.body : comment.body.replace(/^(`{3,}|~{3,})suggestion[\s\S]*?^\1\s*$/m, '');
  const old = commentedLines(comment);
  return html`
    <details class="thread" id="discussion_r${comment.id}" ${state === 'open' && OPEN}>
      <summary>
        <code>${comment.path}:${placeOf(comment)}</code> <span class="badge ${state}">${state}</span>
        ${isResolved && html`<span class="quiet">by ${nameOf(show, thread.resolvedById)}</span>`}
      </summary>
      ${suggested === null && html`<pre class="hunk">${old.join('\n')}</pre>`}
      <div class="text prose">${body(show, words)}</div>
      ${suggested !== null && suggestion(old, suggested)} ${reactions(comment.reactions)}
      ${threadButtons(show, comment, suggested !== null && state === 'open', isResolved)}
    </details>
  `;
}

/** What can be done with a thread; only its first comment has the buttons. */
function threadButtons(
  show: Show,
  { id, inReplyToId }: ReviewComment,
  accepts: boolean,
  resolved: boolean,
): Html | null {
  if (inReplyToId !== null) return null;
  const fields = { comment: String(id) };
  return html`<div class="buttons">
    ${
      accepts &&
      button(show, 'accept', 'Accept the suggestion', {
        fields,
        id: `accept-${id}`,
        kind: 'primary',
        back: `discussion_r${id}`,
      })
    }
    ${button(show, 'resolve', resolved ? 'Open it again' : 'Resolve', {
      fields: { ...fields, resolved: resolved ? 'no' : 'yes' },
      id: `resolve-${id}`,
      back: `discussion_r${id}`,
    })}
  </div>`;
}

/** The lines that a comment stands on; those that it stood on where they are gone. */
function placeOf({ line, startLine, originalLine, originalStartLine }: ReviewComment): string {
  const [last, first] = line === null ? [originalLine, originalStartLine] : [line, startLine];
  return first === null || first === last ? String(last) : `${first}–${String(last)}`;
}

const suggestion = (old: readonly string[], lines: readonly string[]): Html => html`
  <div class="suggestion">
    <p>Suggested change</p>
    ${old.map((line) => html`<div class="del"><span aria-label="before">−</span><span>${line}</span></div>`)}
    ${lines.map((line) => html`<div class="add"><span aria-label="after">+</span><span>${line}</span></div>`)}
  </div>
`;

const FACES: Readonly<Record<ReactionContent, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  hooray: '🎉',
  confused: '😕',
  heart: '❤️',
  rocket: '🚀',
  eyes: '👀',
};

function reactions(all: readonly Reaction[]): Html | null {
  if (all.length === 0) return null;
  const kinds = [...new Set(all.map(({ content }) => content))];
  return html`<p class="reactions">
    ${kinds.map((kind) => html`<span>${FACES[kind]} ${all.filter(({ content }) => content === kind).length}</span>`)}
  </p>`;
}
