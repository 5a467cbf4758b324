import { z } from 'zod';
import type { Facts } from '../facts/facts.js';
import { openDecision } from '../judge/state.js';
import type { Verdict } from '../judge/verdict.js';
import { shortened } from '../publish/escape.js';
import { proposalState } from '../rules/schema.js';

/** What the dashboard knows of a proposal. It travels with each commit of the ledger, one small file a subject. */
export const entrySchema = z.strictObject({
  v: z.literal(1),
  pull: z.int(),
  url: z.string(),
  number: z.int().nullable(),
  title: z.string().nullable(),
  type: z.string().nullable(),
  status: proposalState,
  headline: z.string(),
  open: z.boolean().describe('Whether the pull request is open.'),
  authors: z.array(z.string()),
  sponsor: z.string().nullable(),
  group: z.string().nullable(),
  claimedGroup: z.string().nullable(),
  decision: z
    .strictObject({ id: z.string(), form: z.enum(['consensus', 'veto-window', 'core']), deadline: z.string() })
    .nullable(),
  waitsFor: z.array(z.strictObject({ who: z.string(), people: z.array(z.string()), what: z.string() })),
  steps: z.array(z.strictObject({ at: z.string(), says: z.string(), url: z.string().nullable() })),
});
/** See {@link entrySchema}. */
export type Entry = z.infer<typeof entrySchema>;

/** A proposal's entry as the text of its file. */
export function indexEntry(facts: Facts, verdict: Verdict): string {
  const { state } = verdict;
  const { proposal } = facts.document;
  const open = openDecision(state);
  const author = state.author ? [state.author.login] : [];
  const entry: Entry = {
    v: 1,
    pull: facts.pull.number,
    url: facts.pull.url,
    number: proposal.number,
    title: proposal.title && shortened(proposal.title),
    type: proposal.type,
    status: state.status,
    headline: verdict.headline,
    open: facts.pull.state === 'open',
    authors:
      proposal.authors.length > 0 ? proposal.authors.map((one) => one.github ?? one.name ?? one.group ?? '?') : author,
    sponsor: state.sponsor?.by.login ?? null,
    group: state.group?.slug ?? null,
    claimedGroup: state.head?.claims.group ?? null,
    decision: open && { id: open.id, form: open.form, deadline: open.deadline },
    waitsFor: verdict.next.map(({ who, people, what }) => ({ who, people: people.map(({ login }) => login), what })),
    steps: state.steps.map(({ at, says, source }) => ({ at, says, url: source })),
  };
  return `${JSON.stringify(entry, null, 1)}\n`;
}
