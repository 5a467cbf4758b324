import { z } from 'zod';
import { cellText, count, flag, list, optional, text } from './kinds.js';

const step = z.strictObject({
  who: text('Whom it waits for; in the comment by `@login`, each person once.'),
  what: text('What they do, so that both are a sentence.'),
});

const row = z.strictObject({
  mark: text('`✓` held, `○` not yet, `✗` something stands against it.'),
  name: cellText('Two or three words.'),
  says: cellText('Where it stands, in one sentence or a few.'),
});

const group = z.strictObject({
  title: text('The title of its charter.'),
  says: text('Why it is near, in sentences.'),
  leads: text('Their logins, joined by "or".'),
  channel: optional('With its `#`; null where the charter names none.'),
});

/** The status comment, and the summary of the check of the process. */
export const status = z.strictObject({
  name: text('`SEP-12`, or `New proposal` while it has no number.'),
  title: optional('The title of the proposal; null where it has none.'),
  headline: text('Where it stands, in one sentence without a full stop.'),
  next: step.nullable().describe('What is next; null where nothing is asked of anybody.'),
  also: list(step, 'What waits beside it.'),
  more: count('How many further steps are not shown.'),
  held: list(z.string(), 'A sentence for each file that governs as it stood earlier, since it cannot be read.'),
  continues: z
    .strictObject({
      pull: count('Its number.'),
      url: text('Its address.'),
      record: text('The address of its ledger.'),
      problem: optional('Why it is not taken so, as the end of a sentence; null where it is.'),
    })
    .nullable()
    .describe('The closed pull request that its description says it goes on with; null where it names none.'),
  rows: list(row, 'What the rules ask for.'),
  details: list(
    z.strictObject({
      title: text('What the parts belong to, and how many there are.'),
      open: flag('Whether one of them stands against it, so that they are not folded.'),
      rows: list(row.extend({ url: optional('Where somebody said it.') }), 'Blocks, ballots and other parts.'),
    }),
    'The parts of what the rules ask for.',
  ),
  nearest: group.nullable().describe('The nearest group; null where it has one, or none is near.'),
  others: list(group, 'Further groups that are near.'),
  earlier: count('How many past steps are not shown.'),
  history: list(
    z.strictObject({
      at: text('When, in UTC.'),
      says: text('What happened.'),
      url: optional('Where somebody said it.'),
    }),
    'Past steps, oldest first.',
  ),
  record: text('The address of its ledger.'),
});

/** The one reply to a comment in which something was asked or refused. */
export const reply = z.strictObject({
  parts: list(
    z.strictObject({
      line: text('The command as it was written.'),
      answer: optional('What was asked for, filled by the template of the answer; null for a refusal.'),
      refusal: z
        .strictObject({
          why: text('Why it was refused.'),
          next: text('What to do instead.'),
          rule: text('The name of the rule, and what it says.'),
        })
        .nullable()
        .describe('Null for an answer.'),
    }),
    'Everything that is answered, in its order.',
  ),
});

/** What is asked of who requested changes by a review while a decision is open. */
export const question = z.strictObject({
  who: text('The person, who is mentioned.'),
  url: text('The address of the review.'),
  decision: text('The open decision.'),
  what: text('What to write if it is a block.'),
});

/** The comment that comes before a proposal without a sponsor is dormant. */
export const warning = z.strictObject({
  who: text('The author as `@login`; "The author" where the account is gone.'),
  lapses: text('When it becomes dormant at the earliest.'),
  rule: text('What the rule says.'),
});

/** The comment that asks people again for what they owe. */
export const reminder = z.strictObject({
  owed: list(
    z.strictObject({
      people: text('Whom it asks, each as `@login`.'),
      says: text('What is asked of them, and since when.'),
      missing: list(z.string(), 'What is missing until then.'),
    }),
    'What is owed, and by whom.',
  ),
  rule: text('What the rule says.'),
});

/** What is said to somebody who was asked for a review and whom GitHub does not ask. */
export const unaskable = z.strictObject({
  who: text('The person, who is mentioned where the project knows them.'),
  by: text('Who asked.'),
});

/** A comment on a line, with what should stand there. */
export const suggestion = z.strictObject({
  why: text('What is wrong, or what the record says.'),
  code: optional('The code of the finding; null where the record has overtaken the line.'),
  fence: text('The backticks of the code block: more of them than the lines hold.'),
  lines: z.string().describe('What should stand there, as it is, without any escape: only inside the block.'),
});

/** The reply to a command that was written on a pull request which travels with a proposal. */
export const elsewhere = z.strictObject({
  other: z.int().nullable().describe('The pull request whose proposal it carries; null for none.'),
  base: text('The branch that it goes into.'),
  defaultBranch: text('The default branch.'),
});

/** The summary of the checks of such a pull request. */
export const companion = elsewhere.extend({
  path: text('The path of the document.'),
  renamed: text('The path by which it would be a proposal of its own.'),
  intoDefault: flag('Whether it goes into the default branch.'),
});

/** The description of a pull request of Convenor's own, which brings a merged proposal's status in step. */
export const statusPull = z.strictObject({
  number: z.int().describe('The number of the proposal.'),
  pull: z.int().describe('The number of the pull request that brought it.'),
  status: text('The status that the record has, as it stands in a file.'),
  page: z
    .strictObject({
      path: text('Its path, as code.'),
      command: text('The command that writes it; null where the rules name none.').nullable(),
      isChanged: flag('Whether its line is changed as well.'),
    })
    .nullable()
    .describe('The rendered page; null where there is none.'),
  record: text('The address of its record.'),
});
