import type { Label, TimelineEvent } from '../state/types.js';
import { html, type Html } from './html.js';
import { nameOf } from './people.js';
import type { Show } from './show.js';

/** A label as GitHub shows it; colours are a few of our own, since each page's style is fixed. */
export const labelPill = ({ name }: Pick<Label, 'name'>): Html => html`<span class="label">${name}</span>`;

const somebody = (show: Show, id: number | null): Html => (id === null ? html`somebody` : nameOf(show, id));

/** What an event says behind the name of who did it. */
export function eventInWords(show: Show, event: TimelineEvent): Html {
  switch (event.kind) {
    case 'labeled':
      return html`added ${labelPill(event.label)}`;
    case 'unlabeled':
      return html`removed ${labelPill(event.label)}`;
    case 'assigned':
    case 'unassigned':
      return html`${event.kind} ${somebody(show, event.assigneeId)}`;
    case 'review_requested':
      return html`asked ${reviewer(show, event)} for a review`;
    case 'review_request_removed':
      return html`no longer asks ${reviewer(show, event)} for a review`;
    case 'review_dismissed':
      return html`dismissed a review: ${event.message}`;
    case 'renamed':
      return html`changed the title from <s>${event.from}</s> to <strong>${event.to}</strong>`;
    case 'closed':
      return html`closed this`;
    case 'reopened':
      return html`reopened this`;
    case 'ready_for_review':
      return html`marked this as ready for review`;
    case 'convert_to_draft':
      return html`marked this as a draft`;
    case 'locked':
    case 'unlocked':
      return html`${event.kind} the conversation`;
    case 'merged':
      return html`merged commit <code>${event.commitOid.slice(0, 7)}</code> into <code>${event.baseRef}</code>`;
    case 'head_ref_force_pushed':
      return html`force-pushed <code>${event.ref}</code> from <code>${event.beforeOid.slice(0, 7)}</code> to
        <code>${event.afterOid.slice(0, 7)}</code>`;
    case 'head_ref_deleted':
    case 'head_ref_restored':
      return html`${event.kind === 'head_ref_deleted' ? 'deleted' : 'restored'} the branch <code>${event.ref}</code>`;
    case 'base_ref_changed':
      return html`changed the base from <code>${event.from}</code> to <code>${event.to}</code>`;
    case 'comment_deleted':
      return html`deleted a comment by ${somebody(show, event.deletedAuthorId)}`;
    case 'transferred':
      return html`transferred this`;
  }
}

type Asking = Extract<TimelineEvent, { kind: 'review_requested' | 'review_request_removed' }>;

function reviewer(show: Show, { reviewerId, teamId }: Asking): Html {
  const team = teamId === null ? undefined : show.state.teams.get(teamId);
  return team ? html`<strong>${team.name}</strong>` : somebody(show, reviewerId);
}
