import type { Facts } from '../facts/facts.js';
import { inWords } from '../judge/instants.js';
import type { JudgedAct } from '../judge/state.js';
import type { NextStep, Requirement, Verdict } from '../judge/verdict.js';
import { ledgerFolder } from '../ledger/layout.js';
import { marked } from '../facts/texts.js';
import { cell, plain, shortened, unmentioned } from './escape.js';
import { heldLines } from './held.js';
import { words } from './words.js';

const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

/** One row of the table; what stands below a requirement is indented under it. */
interface Row {
  mark: string;
  name: string;
  says: string;
}

const rowsOf = (requirements: readonly Requirement[], depth = 0): Row[] =>
  requirements.flatMap((one) => [
    {
      mark: MARKS[one.held],
      name: depth === 0 ? `**${cell(one.name)}**` : `↳ ${cell(one.name)}`,
      says: cell(one.says),
    },
    ...rowsOf(one.children.slice(-MOST_BELOW), depth + 1),
  ]);

/** Whom it waits for: with `mention`, the people that it waits for are called by name. */
const whoOf = (step: NextStep, mention: boolean): string => {
  const names = step.people.map(({ login }) => (mention ? `@${login}` : login)).join(', ');
  if (step.people.length === 1 && step.people[0]?.login === step.who) return `**${names}**`;
  return names === '' ? `**${step.who}**` : `**${step.who}** (${names})`;
};

const stepsOf = (steps: readonly NextStep[], mention: boolean): { who: string; what: string }[] =>
  steps.map((step) => ({ who: whoOf(step, mention), what: step.what }));

/** The repository's page on GitHub, whatever the server. */
export const homeOf = (facts: Facts): string => facts.pull.url.replace(/\/pull\/\d+$/, '');

/** Steps, rows below one decision, and past steps that a comment shows: a comment has an end, the record has none. */
const MOST_NEXT = 20;
const MOST_BELOW = 40;
const MOST_HISTORY = 100;

/** The status comment: one headline, what is next and by whom, the table, and the rest folded. */
export function statusBody(facts: Facts, verdict: Verdict): string {
  const { number, title } = facts.document.proposal;
  const branch = facts.governing.rules.record.branch;
  const body = words('status', {
    name: number === null ? 'New proposal' : `SEP-${number}`,
    title: title === null ? null : plain(shortened(title)),
    headline: unmentioned(verdict.headline),
    held: heldLines(facts.governing.held, homeOf(facts)),
    next: stepsOf(verdict.next, true).slice(0, MOST_NEXT),
    rows: rowsOf(verdict.requirements),
    near: verdict.near.map(({ title, says, leads, channel }) => ({
      title: plain(title),
      says: cell(says),
      leads: leads.length > 0 ? leads.map(plain).join(', ') : 'nobody yet',
      channel: channel === null ? '' : plain(channel),
    })),
    earlier: Math.max(0, verdict.state.steps.length - MOST_HISTORY),
    history: verdict.state.steps.slice(-MOST_HISTORY).map((step) => ({
      at: inWords(step.at),
      says: unmentioned(step.says),
      url: step.source,
    })),
    record: `${homeOf(facts)}/tree/${branch}/${ledgerFolder(facts.pull.number)}`,
  });
  return marked('status', body);
}

/** The same words for the check's summary, where a mention would notify nobody. */
export const checkBody = (facts: Facts, verdict: Verdict): string =>
  words('check', {
    headline: unmentioned(verdict.headline),
    held: heldLines(facts.governing.held, homeOf(facts)),
    next: stepsOf(verdict.next, false),
    rows: rowsOf(verdict.requirements),
  });

/** One reply for all that was refused in one comment. It quotes the command, so that a later reader can follow. */
export function replyBody(refused: readonly JudgedAct[], facts: Facts): string {
  const rules = facts.governing.rules.rules;
  return words('reply', {
    refusals: refused.flatMap(({ act, outcome }) => {
      if (outcome.taken) return [];
      const { rule, why, next } = outcome;
      const clause = rule in rules ? rules[rule as keyof typeof rules] : null;
      return [
        {
          line: plain(shortened(`/${act.command} ${act.args.join(' ')}`)),
          why: unmentioned(why),
          next: unmentioned(next),
          rule: clause ? `\`${rule}\`. ${clause.says}` : `\`${rule}\`.`,
        },
      ];
    }),
  });
}
