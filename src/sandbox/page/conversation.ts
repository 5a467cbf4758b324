import { needObject } from '../git/objects.js';
import type { Instant, Review, ReviewComment } from '../state/types.js';
import { checkRunsOf } from '../state/checks.js';
import { conclusionMark } from './checks.js';
import { composer } from './composer.js';
import { commentBox, conversationComment, reviewBox } from './comments.js';
import { eventInWords, labelPill } from './events.js';
import { button } from './forms.js';
import { html, type Html } from './html.js';
import { addressOf } from './links.js';
import { avatar, nameOf, time } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** The pull request as people meet it: what was said and done, and beside it what holds now. */
export function conversationPage(show: Show): Html {
  return html`
    <div class="columns">
      <div class="timeline">${timeline(show)} ${mergeBox(show)} ${composer(show)}</div>
      ${sidebar(show)}
    </div>
  `;
}

/** A thing in the timeline: a box of its own, or what somebody did in a few words. */
type Item = { at: Instant } & ({ box: Html } | { actorId: number | null; did: Html[] });

/** Everything that happened, oldest first. */
function timeline(show: Show): Html[] {
  const pull = pullIn(show);
  const commentsOf = ({ id }: Review): ReviewComment[] => pull.reviewComments.filter(({ reviewId }) => reviewId === id);
  const items: Item[] = [
    ...pull.headHistory.map(({ oid, at, byId }) => ({ at, actorId: byId, did: [push(show, oid)] })),
    ...pull.timeline.map((one) => ({ at: one.createdAt, actorId: one.actorId, did: [eventInWords(show, one)] })),
    ...pull.comments.map((one) => ({ at: one.createdAt, box: conversationComment(show, one) })),
    ...pull.reviews
      .filter(({ state }) => state !== 'PENDING')
      .map((one) => ({ at: one.submittedAt ?? one.createdAt, box: reviewBox(show, one, commentsOf(one)) })),
  ];
  // What happened in the same second keeps its place.
  const sorted = items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const opening = commentBox(show, pull, { id: `issue-${pull.id}`, did: 'opened this on' });
  return [opening, ...joined(sorted).map((item) => ('box' in item ? item.box : eventLine(show, item)))];
}

/** Small things that one person did in one go stand on one line, as on GitHub. */
const IN_ONE_GO_MS = 10_000;

function joined(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const last = result.at(-1);
    const near = last !== undefined && Date.parse(item.at) - Date.parse(last.at) <= IN_ONE_GO_MS;
    if (near && !('box' in item) && !('box' in last) && last.actorId === item.actorId) last.did.push(...item.did);
    else result.push(item);
  }
  return result;
}

const eventLine = (show: Show, { actorId, at, did }: Exclude<Item, { box: Html }>): Html => html`
  <p class="event">
    ${avatar(show, actorId)}
    <span>
      ${nameOf(show, actorId)}
      ${did.map((one, index) => [index > 0 && (index === did.length - 1 ? ' and ' : ', '), one])} ${time(at)}
    </span>
  </p>
`;

function push(show: Show, oid: string): Html {
  const [title = ''] = needObject(show.state.objects, 'commit', oid).message.split('\n');
  return html`pushed <code>${oid.slice(0, 7)}</code> ${title}`;
}

/** The checks at the foot of the conversation, as GitHub shows them before the merge button. */
function mergeBox(show: Show): Html {
  const runs = checkRunsOf(repositoryOf(show), pullIn(show).head.oid);
  return html`
    <section class="box merge" id="checks-now" aria-label="Checks and merging">
      ${runs.map(
        (run) => html`
          <p>
            ${conclusionMark(run)}
            <span><strong>${run.name}</strong> <span class="quiet">${run.output.title}</span></span>
            <a href="${addressOf(show, 'checks')}#check-${run.id}">Details</a>
          </p>
        `,
      )}
      ${runs.length === 0 && html`<p>No checks have reported yet.</p>`} ${stateButtons(show)}
    </section>
  `;
}

/** What can be done with the pull request as a whole; GitHub says who may. */
function stateButtons(show: Show): Html {
  const { state, draft, mergedAt } = pullIn(show);
  if (mergedAt !== null) return html``;
  const isOpen = state === 'open';
  return html`<div class="buttons">
    ${isOpen && button(show, 'merge', 'Merge', { back: 'checks-now' })}
    ${isOpen && button(show, draft ? 'ready' : 'draft', draft ? 'Ready for review' : 'Convert to draft', { back: 'checks-now' })}
    ${button(show, isOpen ? 'close' : 'reopen', isOpen ? 'Close' : 'Reopen', { back: 'checks-now' })}
    ${isOpen && button(show, 'assign', 'Assign myself', { back: 'checks-now' })}
  </div>`;
}

function sidebar(show: Show): Html {
  const pull = pullIn(show);
  const labels = pull.labelIds.flatMap((id) => repositoryOf(show).labels.get(id) ?? []);
  const people = (ids: readonly number[]): Html[] =>
    ids.map((id) => html`<li>${avatar(show, id)} ${nameOf(show, id)}</li>`);
  const part = (title: string, items: readonly Html[]): Html => html`
    <section>
      <h3>${title}</h3>
      ${
        items.length === 0
          ? html`<p class="quiet">None yet</p>`
          : html`<ul>
              ${items}
            </ul>`
      }
    </section>
  `;
  return html`
    <div class="side">
      ${part('Reviewers', people(pull.requestedReviewerIds))} ${part('Assignees', people(pull.assigneeIds))}
      ${part(
        'Labels',
        labels.map((label) => html`<li>${labelPill(label)}</li>`),
      )}
    </div>
  `;
}
