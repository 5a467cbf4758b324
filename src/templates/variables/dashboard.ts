import { z } from 'zod';
import { cellText, count, list, optional, text } from './kinds.js';

const entry = {
  name: cellText('`SEP-12`, or `#12` while it has no number.'),
  url: text('The address of its pull request.'),
};

const proposal = z.strictObject({
  ...entry,
  title: cellText('Its title.'),
  status: cellText('Its status.'),
  headline: cellText('Where it stands, without a full stop.'),
  group: optional('The short name of its group, or of the one that it names; null for none.'),
  groupTitle: cellText("That group's title."),
});

/** The first page of the dashboard. */
export const front = z.strictObject({
  waiting: list(
    z.strictObject({ ...entry, who: cellText('Whom it waits for.'), what: cellText('What they do.') }),
    'What is next in every open proposal.',
  ),
  queue: list(
    z.strictObject({
      ...entry,
      place: count('Its place, from 1.'),
      title: cellText('Its title.'),
      waitsFor: cellText('`review` or `the core`.'),
      why: cellText('Why it has this place.'),
    }),
    'The review queue.',
  ),
  agenda: count('How many matters wait for the core.'),
  closing: list(
    z.strictObject({ ...entry, form: cellText('The form of the decision.'), until: cellText('Its deadline.') }),
    'Open decisions, the first to end first.',
  ),
  groups: list(
    z.strictObject({
      slug: text('Its short name: the name of its page.'),
      title: cellText('Its title.'),
      proposals: count('How many open proposals it has.'),
    }),
    'The Working Groups.',
  ),
  proposals: list(proposal, 'All proposals.'),
});

/** What waits for the core. */
export const agenda = z.strictObject({
  matters: list(
    z.strictObject({
      ...entry,
      place: count('Its place, from 1.'),
      title: cellText('Its title.'),
      groupTitle: cellText("Its group's title; empty where none is responsible."),
      asked: cellText('What the core is asked, and until when.'),
      why: cellText('Why it has this place.'),
    }),
    "In the review queue's order.",
  ),
});

/** The page of a Working Group. */
export const group = z.strictObject({
  title: text('Its title.'),
  mission: optional('Its mission statement; null where its charter has none.'),
  leads: list(z.string(), 'Its leads, each fit for a table.'),
  authority: cellText('What its delegation says: `advise`, `veto-window` or `decide`.'),
  channel: optional('Its channel; null where its charter names none.'),
  open: list(proposal, 'Its open proposals.'),
  decided: list(
    proposal.extend({
      history: list(
        z.strictObject({ at: text('When.'), says: text('What happened.'), url: optional('Where somebody said it.') }),
        'The steps of its way.',
      ),
    }),
    'The proposals that were decided.',
  ),
  members: list(
    z.strictObject({
      name: cellText('The name.'),
      organization: cellText('The organisation.'),
      level: cellText('`lead` or `member`.'),
    }),
    'Who is counted.',
  ),
  obstacle: optional('Why nobody can be counted; null where somebody can.'),
});
