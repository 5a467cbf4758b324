import type { Facts } from '../../facts/facts.js';
import { inWords } from '../../judge/instants.js';
import { openDecision, type Decision } from '../../judge/state.js';
import type { Requirement, Verdict } from '../../judge/verdict.js';
import { shareInWords } from '../../rules/words.js';
import type { Rules } from '../../rules/schema.js';
import { plain, unmentioned, within } from '../escape.js';
import { words, type Words } from '../../templates/index.js';

const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

/** How much of everything an answer shows; the record has it all. */
const MOST = { requirements: 40, below: 25, next: 20, counted: 60, sentence: 500 } as const;

const sentence = (text: string): string => within(unmentioned(text), MOST.sentence);

/** Where a proposal stands and why: everything that the rules ask, with what was found, by which rule, and what is next. */
export function standingAnswer({ governing }: Facts, verdict: Verdict): string {
  const { headline, next, requirements, state } = verdict;
  const open = openDecision(state);
  const said: Words<'answer-standing'> = {
    headline: sentence(headline),
    next: next.slice(0, MOST.next).map(({ who, people, what }) => ({
      who: plain(people.length === 0 ? who : `${who} (${people.map(({ login }) => login).join(', ')})`),
      what: sentence(what),
    })),
    requirements: requirements.slice(-MOST.requirements).map((one) => node(one, governing.rules)),
    decision: open && counted(open),
  };
  return words('answer-standing', said, governing.templates);
}

/** One requirement with what stands below it, and the sentence of its rule. */
const node = (requirement: Requirement, { rules }: Rules): Words<'answer-standing'>['requirements'][number] => ({
  mark: MARKS[requirement.held],
  name: requirement.name,
  says: sentence(requirement.says),
  rule: requirement.rule,
  because: requirement.rule in rules ? rules[requirement.rule as keyof typeof rules].says : null,
  children: requirement.children.slice(-MOST.below).map(({ held, name, says }) => ({
    mark: MARKS[held],
    name: sentence(name),
    says: sentence(says),
  })),
  more: Math.max(0, requirement.children.length - MOST.below),
});

/** By whom and how an open decision is counted. */
const counted = ({
  id,
  electorate,
  quorum,
  threshold,
  openedAt,
  deadline,
  because,
}: Decision): Words<'answer-standing'>['decision'] => ({
  id,
  openedAt: inWords(openedAt),
  deadline: inWords(deadline),
  number: electorate.length,
  people: electorate
    .slice(0, MOST.counted)
    .map(({ login }) => plain(login))
    .join(', '),
  more: Math.max(0, electorate.length - MOST.counted),
  quorum: quorum && shareInWords(quorum),
  threshold: threshold && shareInWords(threshold),
  because: because.map(sentence),
});
