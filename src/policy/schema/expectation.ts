import { z } from 'zod';
import { closesLine, opensLine } from '../../ledger/lines.js';
import { authority, proposalState, RULE_IDS } from '../../rules/schema.js';
import type { Requirement } from '../../judge/verdict.js';
import { distance, instant, name, NONE, orNone, people, refusal, slug, text, texts } from './values.js';

const tally = z.strictObject({
  yes: z.int().min(0).optional(),
  no: z.int().min(0).optional(),
  abstain: z.int().min(0).optional(),
  spoken: z.int().min(0).optional().describe('How many of the quorum body have cast a ballot that counts.'),
  electorate: z.int().min(0).optional().describe('The quorum body, without who recused themselves.'),
});

const OUTCOMES = ['open', ...closesLine.shape.outcome.options] as const;
const FORMS = opensLine.shape.form.options;

const decision = z.strictObject({
  id: text.optional().describe('`D1`, `D2`, … in the order in which they were opened.'),
  form: z.enum(FORMS).optional(),
  outcome: z.enum(OUTCOMES).optional().describe('`open` while it has none.'),
  why: texts.optional().describe('What its end says of itself holds these words.'),
  weight: z.enum(['minor', 'significant', NONE]).optional(),
  matter: z.enum(['routine', 'scope', NONE]).optional(),
  breaking: z.enum(['breaking', 'compatible', NONE]).optional(),
  group: orNone(slug, 'This is the slug of a group, or `none`.').optional(),
  authority: authority.optional(),
  because: texts
    .optional()
    .describe('Why the authority is not more holds these words; `none` where it is what was granted.'),
  opened: instant.optional(),
  deadline: instant.optional(),
  runs: distance.optional().describe('From its opening to its deadline.'),
  ended: orNone(instant, 'This is a moment, or `none`.').optional(),
  tally: tally.optional(),
  electorate: people.optional().describe('The quorum body: all of them.'),
  beside: people.optional().describe('Who may vote beside the quorum body: all of them.'),
  counted: people.optional().describe('Whose ballots count: all of them.'),
  uncounted: z
    .record(name, refusal)
    .optional()
    .describe('Whose word in it does not count, each with the rule by which it does not: all of them.'),
  recused: people.optional(),
  blocks: z.array(text).optional().describe('Names of the blocks that stand: all of them.'),
  concerns: people.optional().describe('Who has put a concern on the record.'),
  parties: people.optional().describe('Between whom an escalation is.'),
  mayAnswer: people.optional().describe('Who of the core may be designated to answer an escalation.'),
  notKnown: people.optional().describe('Of whom nobody knows whether they are impartial.'),
  answers: orNone(name, 'This is a person, or `none`.').optional().describe('Who has been designated.'),
});

const HELD = ['held', 'open', 'failed'] as const satisfies Requirement['held'][];
const NODES = [...RULE_IDS, 'document', 'commands'] as const;

/** What must be so at a point of a story. What it does not speak of may be anything. */
export const expectation = z.strictObject({
  status: proposalState.optional(),
  sponsor: orNone(name, 'This is a person, or `none`.').optional(),
  group: orNone(slug, 'This is the slug of a group, or `none`.').optional().describe('The group responsible.'),
  groups: z.array(slug).optional().describe('All groups that have a claim.'),
  pull: z.enum(['open', 'closed', 'merged']).optional().describe('The pull request.'),
  complete: z.boolean().optional().describe('Whether the process is complete, so that it may be merged.'),
  headline: texts.optional().describe('The headline holds these words.'),
  decision: orNone(decision, 'This is a map of what is so of the latest decision, or `none`.').optional(),
  decisions: z
    .array(
      z.string().regex(new RegExp(`^(${FORMS.join('|')}): (${OUTCOMES.join('|')})$`), 'Written `consensus: agreed`.'),
    )
    .optional()
    .describe('Every decision with its outcome, in the order in which they were opened.'),
  conditions: z
    .record(text, z.enum(['open', 'shown', 'confirmed']))
    .optional()
    .describe('What the acceptance depends on: all of it.'),
  vetoes: z
    .record(text, z.enum(['standing', 'withdrawn']))
    .optional()
    .describe('The decisions that were vetoed, by their id: all of them.'),
  requirements: z
    .partialRecord(z.enum(NODES), z.enum([...HELD, NONE]))
    .optional()
    .describe('Parts of the verdict by their rule; the worst, where a rule has several.'),
  next: texts.optional().describe('The next steps hold these words.'),
  waitsFor: people.optional().describe('Who is called on in the next steps: all of them.'),
  asks: people.optional().describe('Whom Convenor asks to adopt it: all of them.'),
  reminded: people.optional().describe('Whom Convenor has reminded since the step before: all of them.'),
  warned: z.boolean().optional().describe('Whether Convenor has warned of its dormancy since the step before.'),
  due: orNone(instant, 'This is a moment, or `none`.').optional().describe('When the next thing happens by itself.'),
  edits: z
    .partialRecord(z.enum(['status', 'sponsor']), text)
    .optional()
    .describe('Lines of the file that the record says otherwise, with what they should say: all of them.'),
  holds: people.optional().describe('Who holds it back from being merged: all of them.'),
});

export type Expectation = z.infer<typeof expectation>;
export type DecisionExpected = z.infer<typeof decision>;
