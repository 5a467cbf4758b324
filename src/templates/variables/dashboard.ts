import { z } from 'zod';
import { cellText, count, flag, list, optional, text } from './kinds.js';

const entry = {
  name: cellText('`SEP-12`, or `#12` while it has no number; of a nomination the number of its issue.'),
  url: optional('The address of its pull request, or of its issue; null where none is known.'),
};

const titled = {
  ...entry,
  title: cellText('Its title.'),
  page: text('Where its own page is, from this one.'),
};

const proposal = z.strictObject({
  ...titled,
  status: cellText('Its status.'),
  headline: cellText('Where it stands, without a full stop.'),
  group: optional('The short name of its group, or of the one that it names; null for none.'),
  groupTitle: cellText("That group's title."),
});

const picture = z.strictObject({
  light: text('The address of its picture in light.'),
  dark: text('The same in dark.'),
  alt: cellText('What it shows, in words.'),
});

const months = z
  .strictObject({ picture, says: cellText('The same in numbers.') })
  .nullable()
  .describe('What was opened and accepted in each of the last twelve months; null where nothing was.');

const bar = picture.nullable().describe('The quorum bar of an open decision; null where no ballots are counted.');

const decision = {
  form: cellText('The form of the decision.'),
  until: cellText('Its deadline.'),
  count: cellText('How it stands: who has spoken, or how many blocks stand; empty where neither is asked.'),
  bar,
};

const month = z.strictObject({
  month: cellText('`Nov 2026`.'),
  short: text('`Nov`: where there is little room.'),
  opened: count('Proposals that were opened in it.'),
  accepted: count('That were accepted.'),
  ended: count('That were rejected, withdrawn or superseded.'),
});

/** The first page of the dashboard. */
export const front = z.strictObject({
  waiting: list(
    z.strictObject({
      who: text('A person or a body.'),
      matters: list(
        z.strictObject({
          ...titled,
          as: optional('As what they are asked: `the sponsor`; null of a body.'),
          what: text('What they do.'),
          since: text('The day since which it stands so.'),
        }),
        'What they owe, the longest wait first.',
      ),
    }),
    'What is next in every open proposal, by whom it waits for: who lets others wait longest stands first.',
  ),
  queue: list(
    z.strictObject({
      ...titled,
      place: count('Its place, from 1.'),
      waitsFor: cellText('`review` or `the core`.'),
      why: cellText('Why it has this place.'),
    }),
    'The review queue.',
  ),
  agenda: count('How many matters wait for the core.'),
  closing: list(
    z.strictObject({ ...titled, ...decision }),
    'Open decisions that end within seven days, the first first.',
  ),
  later: list(z.strictObject({ ...titled, ...decision }), 'Open decisions that end later.'),
  counts: list(
    z.strictObject({
      status: text('A status.'),
      open: count('Proposals of that status whose pull request is open.'),
      all: count('All of them.'),
    }),
    'How many proposals there are of each status that any has.',
  ),
  flow: list(month, 'The last twelve months, oldest first; empty where nothing happened in them.'),
  most: count('The largest number in `flow`.'),
  groups: list(
    z.strictObject({
      slug: text('Its short name: the name of its page.'),
      title: cellText('Its title.'),
      kind: cellText('`Working Group` or `Interest Group`.'),
      proposals: count('How many open proposals it has.'),
      months,
    }),
    'The groups.',
  ),
  proposals: list(proposal, 'All proposals.'),
});

/** What waits for the core. */
export const agenda = z.strictObject({
  matters: list(
    z.strictObject({
      ...titled,
      place: count('Its place, from 1.'),
      groupTitle: cellText("Its group's title; empty where none is responsible."),
      asked: cellText('What the core is asked, and until when.'),
      why: cellText('Why it has this place.'),
    }),
    "In the review queue's order.",
  ),
});

const member = z.strictObject({
  name: cellText('The name.'),
  organization: cellText('The organisation.'),
  level: cellText(
    '`lead`, `member`, `participant`, `observer`, or the word of the charter where that is none of them.',
  ),
});

/** The page of a group. */
export const group = z.strictObject({
  title: text('Its title.'),
  kind: text('`Working Group` or `Interest Group`.'),
  over: optional('What is to be said of a group that is not in force; null for others.'),
  mission: optional('The beginning of its mission statement; null where its charter has none.'),
  scope: optional('What is in its scope, in one line; null where its charter names nothing.'),
  charter: text('The path of its charter, as code.'),
  leads: list(z.string(), 'Its leads, each fit for a table.'),
  authority: cellText('What its word is worth today: `advise`, `veto-window` or `decide`.'),
  granted: optional('What its grant says; null without one. Fits into a table.'),
  lacks: list(z.string(), 'Why it is not what was granted, or what the next level takes; sentences.'),
  shown: cellText('What it has shown so far.'),
  channel: optional('Its channel, as code; null where its charter names none.'),
  meetings: list(z.string(), 'Its meetings, each fit for a table.'),
  months,
  open: list(
    proposal.extend({
      decision: z.strictObject(decision).nullable().describe('Its open decision; null where none is open.'),
    }),
    'Its open proposals.',
  ),
  decided: list(
    z.strictObject({
      ...titled,
      status: cellText('Its status.'),
      decided: cellText('When it was decided; a dash where that is not known.'),
      by: cellText('Whose word decided it.'),
      record: optional('Where its ledger is, from this page; null where there is none.'),
    }),
    'The proposals of which nothing more is to be decided.',
  ),
  items: list(
    z.strictObject({
      title: cellText('The item, as the charter has it.'),
      says: cellText('Its status, as the charter has it; a dash for none.'),
      proposals: list(
        z.strictObject({ ...titled, status: cellText('Its real status.') }),
        'The proposals that it names and that are known.',
      ),
    }),
    'Its active work items.',
  ),
  days: list(
    z.strictObject({
      status: text('A status.'),
      median: cellText('The median of the days in it.'),
      times: count('Of how many.'),
    }),
    'How long its proposals stay in each status that they have left.',
  ),
  members: list(member, 'Its people, by level.'),
  counted: optional('How many are counted for its decisions, in words; null where nobody can be counted.'),
  obstacle: optional('Why nobody can be counted; null where somebody can.'),
  duties: list(
    z.strictObject({
      mark: text('✓, ○, ✗, or a dash for what is not checked.'),
      name: cellText('The duty.'),
      says: cellText('What was found.'),
      cases: list(
        z.strictObject({
          day: text('The day that it is about.'),
          says: cellText('What is with it.'),
          url: optional('Where it was seen; null where nothing was.'),
        }),
        'What is not as it should be, or is to come.',
      ),
    }),
    'The duties with dates of its leads, as far as they can be seen.',
  ),
  drift: list(
    z.strictObject({ place: cellText('File and line, as code.'), says: cellText('What was found.') }),
    'Where its charter, the roster and the list of maintainers differ, or say what cannot be read.',
  ),
});

/** The page of a proposal. */
export const proposalPage = z.strictObject({
  ...entry,
  title: text('Its title.'),
  headline: text('Where it stands, without a full stop.'),
  status: cellText('Its status.'),
  type: cellText('Its track; a dash where its file says none that is known.'),
  authors: cellText('Its authors.'),
  sponsor: cellText('Its sponsor; a dash for none.'),
  group: optional('The short name of its group, or of the one that it names; null for none.'),
  groupTitle: cellText("That group's title."),
  claimed: flag('Whether the group is only named by its author.'),
  area: optional('The title of its priority area; null where it is in none. Fits into a table.'),
  file: optional('Its file, as code, where no ledger is about it; null for others.'),
  decision: z.strictObject(decision).nullable().describe('Its open decision; null where none is open.'),
  next: list(z.strictObject({ who: cellText('Whom it waits for.'), what: cellText('What they do.') }), 'What is next.'),
  asked: list(
    z.strictObject({
      indent: text('Spaces, by how deep it stands in the tree.'),
      mark: text('✓, ○ or ✗.'),
      name: text('Two or three words.'),
      says: text('What was looked at.'),
    }),
    'What the rules ask: the tree of reasons, from the top down.',
  ),
  turns: list(
    z.strictObject({ day: text('`3 Dec 2026`.'), what: text('What came on that day.') }),
    'Statuses and decisions by their day, in words that hold nothing of other people.',
  ),
  history: list(
    z.strictObject({ at: text('When.'), says: text('What happened.'), url: optional('Where somebody said it.') }),
    'The steps of its way.',
  ),
  record: optional('Where its ledger is, from this page; null where there is none.'),
});

const person = {
  name: cellText('The name.'),
  organization: cellText('The organisation; a dash where nobody says.'),
};

/** The people. */
export const people = z.strictObject({
  nominations: list(
    z.strictObject({
      ...titled,
      opened: text('The day on which it was opened.'),
      headline: cellText('Where it stands, without a full stop.'),
      next: list(z.string(), 'What is next and by whom, in sentences.'),
    }),
    'Nominations that are open, by the number of their issue.',
  ),
  places: list(
    z.strictObject({
      title: text('The place on the ladder.'),
      people: list(
        z.strictObject({
          ...person,
          since: cellText('Since when; a dash where the roster does not say.'),
          groups: cellText('The groups that they are in; empty for none.'),
        }),
        'Who holds it.',
      ),
    }),
    'The ladder from the top down, and what stands beside it; without places that nobody holds.',
  ),
  bodies: list(
    z.strictObject({
      title: cellText('The body.'),
      slug: optional('The name of its page; null of the core.'),
      counted: cellText('Who is counted, or why nobody is.'),
    }),
    'Who is counted in decisions.',
  ),
  loads: list(
    z.strictObject({
      name: cellText('The person.'),
      sponsors: count('Open proposals that they sponsor.'),
      reviews: count('Open proposals for which a command asked them for a review, which they owe.'),
      owes: count('Open proposals and nominations in which something waits for them.'),
    }),
    'Who carries how much, the most first.',
  ),
  terms: list(
    z.strictObject({ name: cellText('Whose.'), of: cellText('Of what.'), lastDay: cellText('The last day.') }),
    'Terms that end or ended.',
  ),
  near: list(
    z.strictObject({
      name: cellText('Who.'),
      to: cellText('The next step.'),
      from: cellText('Since when their time is enough.'),
    }),
    'Whose time in place is enough for the next step, or soon.',
  ),
  unchecked: list(z.string(), 'What no file can show, in sentences.'),
});

const pace = z.strictObject({
  of: cellText('The group or the track.'),
  slug: optional("The name of the group's page; null of a track."),
  proposals: count('How many proposals.'),
  sponsor: cellText('Median days from opening to a sponsor.'),
  review: cellText('Median days from opening to review.'),
  decision: cellText('Median days from opening to a decision.'),
});

/** How the process does. */
export const health = z.strictObject({
  paces: list(pace, 'For each group, and before and after its delegation where it has one.'),
  tracks: list(pace, 'For each track.'),
  decided: count('Proposals that were accepted or rejected.'),
  delegated: count('Of them on the word of their group.'),
  core: z
    .strictObject({
      now: count('Matters that wait for the core.'),
      year: count('Decisions of the core that ended in the last twelve months.'),
      days: cellText('Their median days from opening to end.'),
    })
    .describe("The core's load."),
  overturned: list(
    z.strictObject({ ...titled, at: cellText('When.'), how: cellText('How.') }),
    "Where a group's word was overturned.",
  ),
  participation: list(
    z.strictObject({
      title: cellText('The body.'),
      slug: optional('The name of its page; null of the core.'),
      decisions: count('Its decisions that have ended.'),
      spoke: cellText('Of those who were counted, how many spoke.'),
    }),
    'Who takes part.',
  ),
});

/** The latest decisions, to check them. */
export const audit = z.strictObject({
  branch: text("The record's branch, as code."),
  decisions: list(
    z.strictObject({
      ...titled,
      at: cellText('When it ended.'),
      form: cellText('The form of the decision.'),
      outcome: cellText('What came of it.'),
      line: cellText('The number of the line that says so, from 1; a dash where it is not known.'),
      sha256: cellText("That line's SHA-256; a dash where it is not known."),
      record: optional('Where its ledger is, from this page; null where the pages lie elsewhere.'),
    }),
    'The latest first.',
  ),
  more: count('How many earlier ones there are.'),
});

/** The description of a pull request of Convenor's own that brings the pages. */
export const dashboardPull = z.strictObject({
  folder: text('The folder of the pages, as code.'),
  record: text('The branch of the record, as code.'),
  branch: text('The branch of the pull request, as code.'),
});
