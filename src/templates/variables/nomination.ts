import { z } from 'zod';
import { cellText, flag, list, optional, text } from './kinds.js';

const step = z.strictObject({ who: text('Whom it waits for.'), what: text('What they do.') });

/** The status comment of a nomination. */
export const nomination = z.strictObject({
  title: text('Whom and what it is about.'),
  who: text('The login of the nominee.'),
  headline: text('Where it stands, in one sentence without a full stop.'),
  next: step.nullable().describe('What is next; null where nothing is asked of anybody.'),
  also: list(step, 'What else is waited for.'),
  held: list(z.string(), 'What cannot be read on the default branch, or why nothing is decided now; a sentence each.'),
  roster: optional('What became of the change of the roster; null before it is decided.'),
  rows: list(
    z.strictObject({
      mark: text('`✓` held, `○` not yet, `✗` stands against it, `–` not to be seen from here.'),
      name: cellText('Two or three words.'),
      says: cellText('What was found.'),
    }),
    'What the rules ask.',
  ),
  onboarding: list(z.string(), 'What is to be done once it is approved.'),
  objections: list(
    z.strictObject({
      by: text('The login.'),
      holds: flag('Whether it holds the nomination.'),
      withdrawn: flag('Whether it was taken back.'),
      reason: text('Their reason.'),
      url: text('Where they said it.'),
    }),
    'Objections, in the order of time.',
  ),
  work: list(z.string(), "What GitHub shows of the nominee's work, a line each, with links."),
  history: list(
    z.strictObject({ at: text('When.'), says: text('What happened.'), url: optional('Where; null for nowhere.') }),
    'What happened, in the order of time.',
  ),
  record: text('The address of the ledger.'),
});

/** The description of a pull request of Convenor's own that brings a decision into the roster. */
export const rosterPull = z.strictObject({
  issue: z.int().describe('Number of the issue.'),
  who: text('The login of the person.'),
  what: text('What was decided, in words.'),
  why: text('By whom, in a sentence.'),
  record: text('The address of the ledger.'),
});
