import { z } from 'zod';
import { cellText, count, flag, list, optional, text } from './kinds.js';

/** The answer to `/help`, or to a command that there is not. */
export const help = z.strictObject({
  unknown: optional('What was asked for and is no command, as code; null where it is one, or nothing was asked for.'),
  meant: optional('The command that was probably meant, without its stroke.'),
  isShort: flag('Whether they are few, so that they are not folded.'),
  commands: list(
    z.strictObject({
      usage: cellText('How it is written, as code.'),
      who: cellText('Who may use it.'),
      summary: cellText('What it does.'),
    }),
    'The commands.',
  ),
});

/** The answer to `/help` with a command. */
export const helpCommand = z.strictObject({
  usage: text('How it is written.'),
  aliases: list(z.string(), 'Further words for it here, with the slash.'),
  summary: text('What it does.'),
  help: text('All about it.'),
  who: text('Who may use it.'),
  rule: z
    .strictObject({ id: text('The name of the rule.'), says: text('What it says.') })
    .nullable()
    .describe('The rule that says who may; null for none.'),
  examples: list(z.string(), 'How it could be written, each for a block of code.'),
});

/** The answer to `/sep check`. */
export const answerDocument = z.strictObject({
  path: text('The path of the document.'),
  isGone: flag('Whether the document is gone from the pull request.'),
  commit: text('The head, in seven places.'),
  check: text('The name of the check.'),
  groups: list(
    z.strictObject({
      title: text('Their weight, in words.'),
      findings: list(
        z.strictObject({
          line: count('The line of the document.'),
          message: text('What is wrong.'),
          help: optional('What to do; null where the message says it.'),
          code: text('The code of the finding.'),
        }),
        'Those that are shown.',
      ),
      more: count('How many more there are.'),
    }),
    'The findings by their weight.',
  ),
});

const node = {
  mark: text('`✓` held, `○` not yet, `✗` something stands against it.'),
  name: text('Two or three words.'),
  says: text('What was found.'),
};

/** The answer to `/sep explain`. */
export const answerStanding = z.strictObject({
  headline: text('Where it stands, in one sentence without a full stop.'),
  next: list(z.strictObject({ who: text('Whom it waits for.'), what: text('What they do.') }), 'What is next.'),
  requirements: list(
    z.strictObject({
      ...node,
      rule: text('The name of the rule.'),
      because: optional('What the rule says; null for the document.'),
      children: list(z.strictObject(node), 'Blocks, ballots and other parts.'),
      more: count('How many earlier parts are not shown.'),
    }),
    'What the rules ask for.',
  ),
  decision: z
    .strictObject({
      id: text('Its name in the record.'),
      openedAt: text('When it opened.'),
      deadline: text('When it ends.'),
      number: count('How many are counted.'),
      people: text('Their logins.'),
      more: count('How many of them are not shown.'),
      quorum: optional('How many have to speak; null where no ballots are counted.'),
      threshold: optional('How many have to agree; null where no ballots are counted.'),
      because: list(z.string(), 'Why the group has no more authority, one sentence each.'),
    })
    .nullable()
    .describe('The decision that is open; null for none.'),
});

const person = z.strictObject({
  name: cellText('The name, and the login.'),
  organization: cellText('The organisation.'),
});

/** The answer to `/group show`. */
export const answerGroup = z.strictObject({
  slug: text('Its short name.'),
  group: z
    .strictObject({
      title: text('Its title.'),
      status: text('`active`, `forming`, …'),
      successor: optional('The group that took its work over; null for none.'),
      mission: optional('Its mission statement; null where its charter has none.'),
      channel: optional('Its channel; null where its charter names none.'),
      leads: list(person, 'Its leads.'),
      members: list(person.extend({ level: cellText('What they are there.') }), 'Its members.'),
      more: count('How many members are not shown.'),
      counted: z.int().nullable().describe('How many are counted in its decisions; null where nobody can be.'),
      obstacle: optional('Why nobody can be counted; null where somebody can.'),
      authority: text('What its delegation says: `advise`, `veto-window` or `decide`.'),
      grantedBy: optional('Who granted it; null for none.'),
      inScope: list(z.string(), 'What is in its scope.'),
      outOfScope: list(z.string(), 'What is not.'),
      charter: text('The address of its charter.'),
    })
    .nullable()
    .describe('Null where its charter is gone by now.'),
});

/** The answer to `/ladder show`. */
export const answerLadder = z.strictObject({
  who: text('The login, and the name where it is known.'),
  isKnown: flag('Whether any file names them.'),
  role: text('Their place on the ladder, in words; `emeritus` where they have left it.'),
  since: optional('The first day in it; null where the roster does not say it.'),
  decision: optional('What gave it; null where the roster does not say it.'),
  moderator: flag('Whether they are a community moderator.'),
  organization: optional('Their organisation; null where nobody knows it.'),
  groups: list(z.string(), 'Their places in groups, each with since when and by what.'),
  earlier: list(z.string(), 'Roles that are over, each with its days.'),
  next: z
    .strictObject({
      to: text('What the next step leads to, in words.'),
      rule: text('The name of the rule.'),
      asks: list(
        z.strictObject({
          mark: text('`✓` held, `○` not yet, `–` not to be seen from here.'),
          name: text('Two or three words.'),
          says: text('What was found.'),
        }),
        'What the rules ask for it.',
      ),
    })
    .nullable()
    .describe('The next step on the ladder; null where there is none.'),
});
