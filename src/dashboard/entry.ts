import { z } from 'zod';
import type { Facts } from '../facts/facts.js';
import { reviewersOf } from '../judge/asking.js';
import { areaNow } from '../judge/grouping.js';
import { courseOf } from '../judge/course.js';
import { indexedOf } from '../judge/indexed.js';
import type { Requirement, Verdict } from '../judge/verdict.js';
import { closesLine, opensLine, who } from '../ledger/lines.js';
import type { Seal } from '../ledger/seal.js';
import { shortened, within } from '../publish/escape.js';
import { authority, proposalState } from '../rules/schema.js';

/** A decision, for the record of groups: see `PastDecision` in routing. */
const pastDecision = z.strictObject({
  form: opensLine.shape.form,
  group: z.string().nullable(),
  openedAt: z.string(),
  closed: z.strictObject({ at: z.string(), outcome: closesLine.shape.outcome }).nullable(),
  members: z.array(who).describe('Who of the electorate said something that was taken while it was open.'),
});

const round = z.strictObject({
  id: z.string(),
  authority,
  deadline: z.string(),
  tally: closesLine.shape.tally,
  quorum: z.int().nullable(),
  blocks: z.int(),
});

/** See `Course` in judge. */
const course = z.strictObject({
  openedAt: z.string().nullable(),
  turns: z.array(z.strictObject({ status: proposalState, at: z.string().nullable() })),
  sponsoredAt: z.string().nullable(),
  rounds: z.array(round),
});

/** See {@link Seal}. */
export const sealed = z.strictObject({
  lines: z.int(),
  last: z.string().nullable(),
  ends: z.array(z.strictObject({ decision: z.string(), seq: z.int(), sha256: z.string() })),
});

/** What the rules ask, flat: `depth` from 0 says what stands below what. */
const asked = z.strictObject({
  depth: z.int(),
  name: z.string(),
  held: z.enum(['held', 'open', 'failed']),
  says: z.string(),
});

/**
 * What the dashboard and the record of groups know of a proposal. It travels with each commit of the ledger, one small
 * file a subject.
 */
export const entrySchema = z.strictObject({
  v: z.literal(1),
  pull: z.int(),
  url: z.string(),
  number: z.int().nullable(),
  title: z.string().nullable(),
  type: z.string().nullable(),
  status: proposalState,
  takenOver: z
    .boolean()
    .default(false)
    .describe('Whether that is only what stood there when Convenor came, so that it can be corrected.'),
  headline: z.string(),
  since: z.string().describe('The instant since which it has this status.'),
  priorityArea: z.string().nullable().describe("Key of the roadmap's area."),
  open: z.boolean().describe('Whether the pull request is open.'),
  authors: z.array(z.string()),
  sponsor: z.string().nullable(),
  group: z.string().nullable(),
  claimedGroup: z.string().nullable(),
  decision: z.strictObject({ id: z.string(), form: opensLine.shape.form, deadline: z.string() }).nullable(),
  decisions: z.array(pastDecision).describe('Every decision so far, in the order in which they were opened.'),
  waitsFor: z.array(z.strictObject({ who: z.string(), people: z.array(z.string()), what: z.string() })),
  steps: z.array(z.strictObject({ at: z.string(), says: z.string(), url: z.string().nullable() })),
  // Entries that were written before there were these have none of them.
  course: course.nullable().default(null),
  seal: sealed.nullable().default(null),
  asked: z.array(asked).default([]),
  reviewers: z.array(z.string()).default([]).describe('Who was asked for a review by a command and owes it.'),
});
/** See {@link entrySchema}. */
export type Entry = z.infer<typeof entrySchema>;

/**
 * A proposal's entry as the text of its file.
 * @param seal of the ledger with the lines that are written together with this
 */
export function indexEntry(facts: Facts, verdict: Verdict, seal: Seal): string {
  const { state } = verdict;
  const { proposal } = facts.document;
  const author = state.author ? [state.author.login] : [];
  const indexed = indexedOf(state);
  const entry: Entry = {
    v: 1,
    pull: facts.pull.number,
    url: facts.pull.url,
    number: proposal.number,
    title: proposal.title && shortened(proposal.title),
    type: proposal.type,
    headline: verdict.headline,
    priorityArea: areaNow(facts, state)?.area.key ?? null,
    open: facts.pull.state === 'open',
    authors:
      proposal.authors.length > 0 ? proposal.authors.map((one) => one.github ?? one.name ?? one.group ?? '?') : author,
    ...indexed,
    since: indexed.since ?? facts.pull.createdAt,
    waitsFor: verdict.next.map(({ who, people, what }) => ({ who, people: people.map(({ login }) => login), what })),
    steps: state.steps.map(({ at, says, source }) => ({ at, says, url: source })),
    course: courseOf(state),
    seal,
    asked: flattened(verdict.requirements, 0),
    reviewers: reviewersOf(state),
  };
  return `${JSON.stringify(entry, null, 1)}\n`;
}

/** How deep a tree of reasons is shown. */
const DEEPEST = 2;

const flattened = (requirements: readonly Requirement[], depth: number): Entry['asked'] =>
  depth > DEEPEST
    ? []
    : requirements.flatMap(({ name, held, says, children }) => [
        { depth, name: shortened(name), held, says: within(says, 600) },
        ...flattened(children, depth + 1),
      ]);

/** An entry as its file has it; null where it is not of its form. */
export function readEntry(text: string): Entry | null {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
