import { z } from 'zod';
import { list, optional, text } from './kinds.js';

const proposal = {
  name: text('`SEP-12`, or `#12` while it has no number; of a nomination the number of its issue.'),
  url: text('The address of its pull request, or of its issue.'),
  title: text('Its title; of a nomination who as what.'),
};

/** News in a channel of another service. */
export const news = z.strictObject({
  ...proposal,
  event: text('`opened`, `deadline`, `closed`, `escalated`, `accepted`, `rejected` or `final`.'),
  form: optional('What the decision is called, or `nomination`; null where it is about none.'),
  group: optional('The title of the group that it concerns; null for none.'),
  until: optional('The deadline; null where there is none to come.'),
  outcome: optional('What came of the decision; null where none was closed.'),
});

/** The weekly digest. */
export const digest = z.strictObject({
  from: text('The day from which the week counts, `YYYY-MM-DD`.'),
  sections: list(
    z.strictObject({
      title: text("The group's title, or `The core`."),
      waiting: list(
        z.strictObject({ ...proposal, who: text('Whom it waits for.'), what: text('What they do.') }),
        'What waits.',
      ),
      closing: list(
        z.strictObject({ ...proposal, form: text('What the decision is called.'), until: text('Its deadline.') }),
        'What closes within the week, the first to end first.',
      ),
      duties: list(
        z.strictObject({
          name: text('The duty.'),
          day: text('The day that it is about.'),
          says: text('What is with it.'),
          url: optional('Where it was seen; null where nothing was.'),
        }),
        "What of the duties of a group's leads is wrong or due, where a rule warns of it.",
      ),
    }),
    'A part for each group, and for the core.',
  ),
  dashboard: text('The address of the dashboard.'),
});
