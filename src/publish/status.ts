import type { Facts } from '../facts/facts.js';
import { marked } from '../facts/texts.js';
import { inShort } from '../judge/instants.js';
import type { NearGroup, Verdict } from '../judge/verdict.js';
import { ledgerFolder } from '../ledger/layout.js';
import { cell, plain, shortened, unmentioned, within } from './escape.js';
import { heldLines } from './held.js';
import { detailsOf, rowsOf, stepsOf } from './status-parts.js';
import { LONGEST, words, type Words } from '../templates/index.js';

/** The repository's page on GitHub, whatever the server. */
export const homeOf = (facts: { pull: { url: string } }): string =>
  facts.pull.url.replace(/\/(?:pull|issues)\/\d+$/, '');

/** How much of everything is shown at most. What is left out stands in the record. */
export interface Size {
  /** Steps that are next. */
  next: number;
  /** People who are named in one step. */
  people: number;
  /** Rows of the table; the last decisions are kept. */
  rows: number;
  /** Blocks, ballots or other parts below one row. */
  below: number;
  /** Past steps. */
  history: number;
  /** Files that are held at an earlier version. */
  held: number;
  /** Characters of one sentence. */
  sentence: number;
}

/** What is shown as long as it fits. By the last one no comment can be too long, whatever is behind it. */
const SIZES: readonly Size[] = [
  { next: 20, people: 20, rows: 40, below: 40, history: 100, held: 10, sentence: 1000 },
  { next: 10, people: 10, rows: 25, below: 10, history: 20, held: 5, sentence: 500 },
  { next: 5, people: 5, rows: 15, below: 0, history: 0, held: 2, sentence: 250 },
];

/** The status comment: one headline, what is next and by whom, what the rules ask for, and the rest folded. */
export const statusBody = (facts: Facts, verdict: Verdict): string => marked('status', fitting(facts, verdict, true));

/** The same words for the check's summary, in which nobody is called. */
export const checkBody = (facts: Facts, verdict: Verdict): string => fitting(facts, verdict, false);

/** The fullest form that GitHub takes: a comment that is too long would never be published, nor anything with it. */
function fitting(facts: Facts, verdict: Verdict, mention: boolean): string {
  let text = '';
  for (const size of SIZES) {
    text = statusWords(facts, verdict, size, mention);
    if (text.length <= LONGEST) break;
  }
  return text;
}

function statusWords(facts: Facts, verdict: Verdict, size: Size, mention: boolean): string {
  // A document that is gone has left its name behind.
  const { number, title } = facts.document.isGone ? (verdict.state.head?.claims ?? NAMELESS) : facts.document.proposal;
  const [next = null, ...also] = stepsOf(verdict.next, size, mention);
  const [nearest = null, ...others] = verdict.near.map((group) => near(group, size));
  const { steps } = verdict.state;
  const history = size.history === 0 ? [] : steps.slice(-size.history);
  const said: Words<'status'> = {
    name: number === null ? 'New proposal' : `SEP-${number}`,
    title: title === null ? null : plain(shortened(title)),
    headline: within(unmentioned(verdict.headline), size.sentence),
    next,
    also,
    more: Math.max(0, verdict.next.length - size.next),
    held: heldLines(facts.governing.held.slice(0, size.held), homeOf(facts)),
    continues: continued(facts, verdict),
    rows: rowsOf(verdict.requirements, size),
    details: detailsOf(verdict.requirements, size),
    nearest,
    others,
    earlier: steps.length - history.length,
    history: history.map(({ at, says, source: url }) => ({
      at: inShort(at),
      says: within(unmentioned(says), size.sentence),
      url,
    })),
    record: recordOf(facts, facts.pull.number),
  };
  return words('status', said, facts.governing.templates);
}

/** Where the ledger of a pull request is seen. */
const recordOf = (facts: Facts, number: number): string =>
  `${homeOf(facts)}/tree/${facts.governing.rules.record.branch}/${ledgerFolder(number)}`;

/**
 * Where the page of a proposal is seen, once the dashboard has been made; its ledger where pages come by pull request,
 * since nobody knows when somebody merges that.
 */
export const pageOf = (facts: Facts): string => {
  const { branch, dashboard, pages } = facts.governing.rules.record;
  if (pages.by === 'pull-request') return recordOf(facts, facts.pull.number);
  return `${homeOf(facts)}/blob/${branch}/${dashboard}/proposals/${facts.pull.number}.${pages.format}`;
};

function continued(facts: Facts, { state }: Verdict): Words<'status'>['continues'] {
  if (!state.continues) return null;
  const { pull, problem } = state.continues;
  return {
    pull,
    url: `${homeOf(facts)}/pull/${pull}`,
    record: recordOf(facts, pull),
    problem: problem === null ? null : unmentioned(problem),
  };
}

const NAMELESS = { number: null, title: null };

const near = ({ title, says, leads, channel }: NearGroup, size: Size): Words<'status'>['others'][number] => ({
  title: plain(title),
  says: within(cell(says), size.sentence),
  leads: leads.length > 0 ? leads.slice(0, size.people).map(plain).join(' or ') : 'whoever writes there',
  channel: channel === null ? null : plain(channel),
});
