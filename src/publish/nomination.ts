import type { IssueFacts } from '../facts/issue-facts.js';
import { marked } from '../facts/texts.js';
import { inShort, isBefore } from '../judge/instants.js';
import { nominationInWords, nominationTitle } from '../judge/ladder/explain.js';
import type { Ask } from '../judge/ladder/outlook.js';
import type { IssueVerdict } from '../judge/ladder/judge.js';
import type { Nomination } from '../judge/ladder/state.js';
import type { NextStep } from '../judge/verdict.js';
import type { LineOf } from '../ledger/lines.js';
import { ledgerFolder } from '../ledger/layout.js';
import { titleOf } from '../people/index.js';
import { words, type Words } from '../templates/index.js';
import { ASK_MARKS } from './answers/ladder.js';
import { cell, plain, unmentioned, within } from './escape.js';
import { heldLines } from './held.js';
import { homeOf } from './status.js';
import { stepsOf } from './status-parts.js';

/** How much of everything a nomination's comment shows; the record has it all. */
const SIZE = { next: 20, people: 6, rows: 40, below: 0, history: 60, held: 10, sentence: 800 } as const;
/** Objections that are shown, the last ones. */
const OBJECTIONS = 30;

/** The status comment of a nomination: one headline, what is next and by whom, what the rules ask, and the rest folded. */
export function nominationBody(
  facts: IssueFacts,
  verdict: IssueVerdict,
  nomination: Nomination,
  roster: string | null,
): string {
  const { governing, issue, now } = facts;
  const { deadline, objections, closed, step, nominee } = nomination;
  const isOver = deadline === null || !isBefore(now, deadline);
  const titleIn = (slug: string): string => titleOf(governing.governance, slug);
  const { headline, next, asks } = nominationInWords(nomination, isOver, titleIn);
  const [first = null, ...also] = stepsOf(askable(next, facts), SIZE, true);
  const home = homeOf({ pull: issue });
  const { branch } = governing.rules.record;
  const history = verdict.state.steps.slice(-SIZE.history);
  const said: Words<'nomination'> = {
    title: nominationTitle(nomination, titleIn),
    who: plain(nominee.login),
    headline: within(unmentioned(headline), SIZE.sentence),
    next: first,
    also,
    held: [
      ...heldLines(governing.held.slice(0, SIZE.held), home),
      ...verdict.doubts.map((doubt) => within(unmentioned(doubt), SIZE.sentence)),
    ],
    roster,
    rows: [...latelyAsks(facts.ledger, verdict), ...asks].map(({ held, name, says }) => ({
      ...{ mark: ASK_MARKS[held], name: cell(name), says: cell(within(unmentioned(says), SIZE.sentence)) },
    })),
    onboarding: closed?.outcome === 'approved' ? step.onboarding.map((item) => unmentioned(item)) : [],
    objections: objections.slice(-OBJECTIONS).map(({ by, holds, withdrawnAt, reason, url }) => ({
      ...{ by: plain(by.login), holds, withdrawn: withdrawnAt !== null, url },
      reason: within(plain(reason), SIZE.sentence),
    })),
    work: workLines(facts.ledger, verdict, home),
    history: history.map(({ at, says, url }) => ({
      at: inShort(at),
      says: within(unmentioned(says), SIZE.sentence),
      url,
    })),
    record: `${home}/tree/${branch}/${ledgerFolder(issue.number)}`,
  };
  return marked('status', words('nomination', said, governing.templates));
}

/** In an issue that is closed nobody is called. */
const askable = (next: readonly NextStep[], { issue }: IssueFacts): NextStep[] =>
  next.map((step) => (issue.state === 'open' ? step : { ...step, people: [] }));

/** What GitHub showed of the nominee's work; null where nobody asked it. */
const shownIn = (ledger: IssueFacts['ledger'], { lines }: IssueVerdict): LineOf<'contributions'> | null =>
  [...ledger, ...lines].find((one): one is LineOf<'contributions'> => one.kind === 'contributions') ?? null;

/** What speaks for and against that somebody has done nothing, as far as GitHub showed it. It decides nothing. */
function latelyAsks(ledger: IssueFacts['ledger'], verdict: IssueVerdict): Ask[] {
  const lately = shownIn(ledger, verdict)?.lately;
  if (!lately) return [];
  const { since, opened, reviewed, spoken } = lately;
  const name = `Since ${since}`;
  const blind = 'Chat, meetings and other repositories are not seen from here.';
  if (opened === null || reviewed === null || spoken === null)
    return [{ held: 'unchecked', name, says: `GitHub did not say what they did here. ${blind}` }];
  const held = opened > 0 ? 'failed' : reviewed + spoken > 0 ? 'unchecked' : 'held';
  const changed = `Changed since, with a review of theirs: ${reviewed}; with words of theirs, old or new: ${spoken}.`;
  return [{ held, name, says: `Opened by them here: ${opened}. ${changed} ${blind}` }];
}

/** The counts of the nominee's work, with the searches that show it again. */
function workLines(ledger: IssueFacts['ledger'], verdict: IssueVerdict, home: string): string[] {
  const line = shownIn(ledger, verdict);
  if (!line) return [];
  const { login, merged, reviewed, commented, proposals, first, months, seen, lately } = line;
  const link = (text: string, query: string): string => `[${text}](${home}/issues?q=${encodeURIComponent(query)})`;
  const counted = (count: number | null, what: string, query: string): string =>
    count === null ? `${what}: GitHub did not say.` : link(`${count} ${what}`, query);
  const span =
    first === null || months === null
      ? []
      : [
          `Active since ${first}: pull requests from ${months} ${months === 1 ? 'month' : 'months'}${merged !== null && merged > seen ? `, of the first ${seen}` : ''}.`,
        ];
  return [
    counted(merged, 'merged pull requests', `is:pr is:merged author:${login}`),
    counted(reviewed, "of others' pull requests reviewed", `is:pr reviewed-by:${login} -author:${login}`),
    counted(commented, 'issues and pull requests with words of theirs', `commenter:${login}`),
    `${proposals} merged proposals that name them as an author.`,
    ...span,
    ...(lately
      ? [
          counted(lately.opened, `opened since ${lately.since}`, `author:${login} created:>=${lately.since}`),
          counted(
            lately.reviewed,
            `of others' with a review of theirs, changed since`,
            `is:pr reviewed-by:${login} -author:${login} updated:>=${lately.since}`,
          ),
          counted(lately.spoken, `with words of theirs, changed since`, `commenter:${login} updated:>=${lately.since}`),
        ]
      : []),
  ];
}
