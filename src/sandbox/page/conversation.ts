import { needObject } from '../git/objects.js';
import type { Instant } from '../state/types.js';
import { checkRunsOf } from '../state/checks.js';
import { conclusionMark } from './checks.js';
import { commentBox, conversationComment, reviewBox } from './comments.js';
import { grouped, labelPill } from './events.js';
import { html, type Html } from './html.js';
import { addressOf } from './links.js';
import { avatar, nameOf, time } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** The pull request as people meet it: what was said and done, and beside it what holds now. */
export function conversationPage(show: Show): Html {
  return html`
    <div class="columns">
      <div class="timeline">${timeline(show)} ${mergeBox(show)}</div>
      ${sidebar(show)}
    </div>
  `;
}

interface Item {
  at: Instant;
  shown: Html;
}

/** Everything that happened, oldest first. What happened in the same second keeps the order of writing. */
function timeline(show: Show): Html[] {
  const pull = pullIn(show);
  const opening = commentBox(show, pull, { id: `issue-${pull.id}`, did: 'opened this on' });
  const items: Item[] = [
    ...pull.headHistory.map(({ oid, at, byId }) => ({ at, shown: commitEvent(show, oid, at, byId) })),
    ...pull.comments.map((comment) => ({ at: comment.createdAt, shown: conversationComment(show, comment) })),
    ...pull.reviews
      .filter(({ state }) => state !== 'PENDING')
      .map((review) => ({
        at: review.submittedAt ?? review.createdAt,
        shown: reviewBox(
          show,
          review,
          pull.reviewComments.filter(({ reviewId }) => reviewId === review.id),
        ),
      })),
    ...grouped(show, pull.timeline).map(({ actorId, at, says }) => ({ at, shown: event(show, actorId, at, says) })),
  ];
  return [opening, ...items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ shown }) => shown)];
}

const event = (show: Show, actorId: number | null, at: Instant, says: readonly Html[]): Html => html`
  <p class="event">
    ${avatar(show, actorId)}
    <span>
      ${nameOf(show, actorId)}
      ${says.map((one, index) => html`${index > 0 && (index === says.length - 1 ? ' and ' : ', ')}${one}`)} ${time(at)}
    </span>
  </p>
`;

function commitEvent(show: Show, oid: string, at: Instant, byId: number | null): Html {
  const [title = ''] = needObject(show.state.objects, 'commit', oid).message.split('\n');
  return event(show, byId, at, [html`pushed <code>${oid.slice(0, 7)}</code> ${title}`]);
}

/** The checks at the foot of the conversation, as GitHub shows them before the merge button. */
function mergeBox(show: Show): Html {
  const runs = checkRunsOf(repositoryOf(show), pullIn(show).head.oid);
  return html`
    <section class="box merge" aria-label="Checks">
      ${runs.map(
        (run) => html`
          <p>
            ${conclusionMark(run)}
            <span><strong>${run.name}</strong> <span class="quiet">${run.output.title}</span></span>
            <a href="${addressOf(show, 'checks')}#check-${run.id}">Details</a>
          </p>
        `,
      )}
      ${runs.length === 0 && html`<p>No checks have reported yet.</p>`}
    </section>
  `;
}

function sidebar(show: Show): Html {
  const pull = pullIn(show);
  const labels = pull.labelIds.flatMap((id) => repositoryOf(show).labels.get(id) ?? []);
  const people = (ids: readonly number[]): Html[] =>
    ids.map((id) => html`<li>${avatar(show, id)} ${nameOf(show, id)}</li>`);
  const part = (title: string, items: readonly Html[]): Html => html`
    <section>
      <h2>${title}</h2>
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
    <aside>
      ${part('Reviewers', people(pull.requestedReviewerIds))} ${part('Assignees', people(pull.assigneeIds))}
      ${part(
        'Labels',
        labels.map((label) => html`<li>${labelPill(label)}</li>`),
      )}
    </aside>
  `;
}
