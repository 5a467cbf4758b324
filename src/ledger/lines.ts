import { z } from 'zod';
import { cause, elector, instant, oid, role, sha256, who } from './line-parts.js';
import { contributionsLine, nominationLine, settledLine } from './nomination-lines.js';
import { authority, evidence, fraction, proposalState } from '../rules/schema.js';

export { elector, role, who, type Elector, type Who } from './line-parts.js';

/** Somebody whom a command names: an account, and what the default branch said of that person then. */
export const mentioned = z.strictObject({
  login: z.string().min(1).describe('As written, without the `@`.'),
  account: who.nullable().describe('Null where no account is called that.'),
  roles: z.array(z.string()),
  organization: z.string().nullable().describe('Null where nobody knows it.'),
});
/** See {@link mentioned}. */
export type Mentioned = z.infer<typeof mentioned>;

/** What a step of a proposal needs, and whether the look that found the step saw it. */
export const evidenceSeen = z.strictObject({
  need: evidence,
  held: z.boolean(),
  says: z.string().describe('What was seen, or what is missing, in a sentence for people.'),
});
/** See {@link evidenceSeen}. */
export type EvidenceSeen = z.infer<typeof evidenceSeen>;

/** The first line of every ledger: whose it is. */
export const openedLine = z.strictObject({
  kind: z.literal('opened'),
  at: instant,
  subject: z.strictObject({ kind: z.enum(['proposal', 'companion', 'amendment', 'nomination']), number: z.int() }),
  by: who.nullable().describe('Null for an account that is gone.'),
  continues: z
    .strictObject({
      pull: z.int().min(1),
      problem: z.string().nullable().describe('Why it is not taken so, as the end of a sentence; null where it is.'),
    })
    .optional()
    .describe('The closed pull request that its description says it goes on with; left out where it names none.'),
});

/** Paths beside the document that a head's line names at most, and characters that they may have together. */
export const MOST_TOUCHES = { paths: 100, characters: 10_000 };

/** A head of the pull request as a look first saw it, with what the document there says of itself. */
export const headLine = z.strictObject({
  kind: z.literal('head-seen'),
  at: instant.describe('The instant of the look that saw it first.'),
  commit: oid,
  path: z.string(),
  normative: sha256.describe("Hash of the document's normative text."),
  claims: z.strictObject({
    number: z.int().nullable(),
    title: z.string().nullable(),
    type: z.string().nullable(),
    status: proposalState.nullable(),
    authors: z.array(z.string()).describe('Logins that the preamble names as authors, with their other accounts.'),
    authorIds: z
      .array(z.int())
      .optional()
      .describe('Ids of all accounts of these, as far as the files knew them; left out where they knew none.'),
    sponsor: z.string().nullable().describe('Login that the preamble names.'),
    group: z.string().nullable().describe("Slug of the Working Group that the preamble's text names, if one does."),
  }),
  touches: z.array(z.string()).describe('Paths that the pull request changes beside the document, sorted.'),
  more: z.int().min(0).describe('How many more it changes at least; 0 where `touches` is all.'),
  pushedBy: z
    .strictObject({ who: who.nullable(), isBot: z.boolean() })
    .describe('Whose commit it is, as GitHub says; `who` is null where that is nobody whom it knows.'),
});

/**
 * The groups to which charters and delegations of the default branch bind the proposal, as a look first found them. It
 * holds until the next of its kind; no groups where nothing binds any more.
 */
export const boundLine = z.strictObject({
  kind: z.literal('bound'),
  at: instant.describe('The instant of the look that found it first.'),
  groups: z.array(
    z.strictObject({
      slug: z.string().min(1),
      by: z.enum(['work-item', 'delegation']),
      says: z.string().describe('Where that stands, for people.'),
    }),
  ),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** What a thing that was there before Convenor came says of a proposal. */
export const pieceSeen = z.strictObject({
  piece: z.enum(['label', 'status', 'sponsor', 'assignee', 'reviews', 'opened', 'changed']),
  value: z.string().describe('The label or the word of the file, a login, a number, an instant.'),
  status: proposalState.nullable().describe('The state that it speaks for; null where it speaks for none.'),
});
/** See {@link pieceSeen}. */
export type PieceSeen = z.infer<typeof pieceSeen>;

/** How two pieces can contradict each other, or one what the rules ask. */
export const conflictCode = z.enum([
  'two-states',
  'file-and-label',
  'file-alone',
  'no-sponsor',
  'sponsored-proposal',
  'sponsor-is-author',
  'sponsor-may-not',
  'sponsors-differ',
  'several-assignees',
]);
/** See {@link conflictCode}. */
export type ConflictCode = z.infer<typeof conflictCode>;

/** Somebody who is named as sponsor and has not said so here. `account` is null where nobody looked, or nobody has it. */
export const claimedSponsor = z.strictObject({ login: z.string().min(1), account: who.nullable() });

/**
 * What a proposal that is older than the installation was found to be, by what stood there. It holds as a claim until a
 * person who may confirms or corrects it, and decides nothing before.
 */
export const takenOverLine = z.strictObject({
  kind: z.literal('taken-over'),
  at: instant.describe('The instant of the look that read it.'),
  status: proposalState,
  sponsor: claimedSponsor.nullable(),
  evidence: z.array(pieceSeen),
  conflicts: z.array(z.strictObject({ code: conflictCode, says: z.string() })),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** The list on the default branch of what was taken over names this proposal, and a look has seen it. */
export const confirmedLine = z.strictObject({
  kind: z.literal('confirmed'),
  at: instant.describe('The instant of the look that saw it first.'),
  status: proposalState,
  sponsor: who.nullable(),
  source: z.strictObject({ path: z.string(), line: z.int().min(1) }).describe('Where it stands in that commit.'),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** Where the obstacles of an act name the core: with a space, as no slug has one. */
export const CORE = 'the core';

/** Where a review or a comment itself is what was said: behind every command that its text could hold. */
export const TEXT_ITSELF = 1000;

/** Where a review is the answer of somebody who was asked for it. */
export const REVIEW_ANSWERS = 1001;

/** Whether nobody wrote a command that could be answered: somebody assigned themselves, or said it by a text as such. */
export const isWordless = ({ kind, index }: Pick<LineOf<'act'>['source'], 'kind' | 'index'>): boolean =>
  kind === 'assignment' || index >= TEXT_ITSELF;

/** What a person said that may count, in full. Whether it did is for the fold to say. */
export const actLine = z.strictObject({
  kind: z.literal('act'),
  at: instant,
  command: z.string().describe('Name of the command, or the word that was written where it is none.'),
  args: z.array(z.string()),
  text: z.string().describe('What stood on the lines below the command; empty where nothing did.'),
  problem: z.string().nullable().describe('Why the command could not be read; null where it could.'),
  by: who,
  also: z.array(z.int()).describe("Ids of the speaker's other accounts, as far as the default branch gives them."),
  organization: z
    .string()
    .nullable()
    .describe("The speaker's, as the default branch said it then; null where unknown."),
  roles: z.array(role),
  mentions: z.array(mentioned).describe('Whom the command names with `@`, in its order.'),
  evidence: z.array(evidenceSeen).describe('For a step of the lifecycle: what it needs, as the look found it.'),
  obstacles: z
    .record(z.string(), z.string())
    .describe(
      'Groups that the person leads or belongs to and that could not decide then, by slug, each with the reason; `the core` is the core.',
    ),
  source: z.strictObject({
    kind: z.enum(['comment', 'review', 'description', 'assignment']),
    id: z.string().describe('Node id of the comment, review, pull request or event.'),
    index: z
      .int()
      .min(0)
      .describe('Which of the commands there, from 0; 1000 where a review or a comment itself is what was said.'),
    url: z.string(),
    sha256,
  }),
  head: z.strictObject({ commit: oid, certain: z.boolean() }).nullable(),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** A decision begins: everything it is counted by is pinned here and never looked up again. */
export const opensLine = z.strictObject({
  kind: z.literal('opens'),
  at: instant,
  decision: z.string().describe('`D1`, `D2`, … within this ledger.'),
  after: z
    .string()
    .nullable()
    .describe('The decision before it in this ledger, which it goes on from; null for the first.'),
  form: z.enum(['consensus', 'vote', 'veto-window', 'core', 'core-veto', 'lead-veto', 'escalation']),
  weight: z.enum(['minor', 'significant']).nullable().describe('Of a consensus.'),
  matter: z.enum(['routine', 'scope']).nullable().describe('Of a vote.'),
  group: z.string().nullable(),
  breaking: z
    .enum(['breaking', 'compatible'])
    .nullable()
    .describe('What the lead who opened a consensus declared of the change; null where nobody declared anything.'),
  authority,
  because: z
    .array(z.string())
    .default([])
    .describe("Why the group's authority is not what its delegation says, in sentences."),
  electorate: z.array(elector).describe('The quorum body: who is counted.'),
  beside: z.array(elector).describe('Who may vote beside them and is never counted for the quorum.'),
  parties: z.array(elector).describe('Of an escalation: between whom it is.'),
  quorum: fraction.nullable(),
  threshold: fraction.nullable(),
  deadline: instant,
  cause,
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** A decision ends, dated at its deadline or at the act that settled it. */
export const closesLine = z.strictObject({
  kind: z.literal('closes'),
  at: instant,
  decision: z.string(),
  cause,
  outcome: z.enum([
    'agreed',
    'passed',
    'accepted',
    'rejected',
    'vetoed',
    'stands',
    'answered',
    'blocked',
    'not-passed',
    'no-quorum',
    'undecided',
    'objected',
    'cancelled',
    'ended',
  ]),
  tally: z.strictObject({
    yes: z.int(),
    no: z.int(),
    abstain: z.int(),
    spoken: z.int().describe('How many of the electorate cast a ballot that was counted.'),
    electorate: z.int().describe('Without who recused themselves.'),
  }),
  why: z.string(),
});

/** The pull request was closed, merged or opened again, at GitHub's time. A merge without a decision is just that. */
export const pullLine = z.strictObject({
  kind: z.literal('pull'),
  at: instant,
  state: z.enum(['open', 'closed', 'merged']),
});

/**
 * From here on people without write access could not speak under the pull request, or could again: its conversation was
 * locked, at GitHub's time; or the repository was archived, until the look that found it open again.
 */
export const mutedLine = z.strictObject({
  kind: z.literal('muted'),
  at: instant,
  muted: z.boolean(),
  by: z.enum(['lock', 'archive', 'unseen']),
});

/**
 * Every warning was seen on GitHub that comes before a proposal without a sponsor is dormant: the instant is fixed, and
 * later rule changes do not touch it.
 */
export const noticeLine = z.strictObject({
  kind: z.literal('notice'),
  at: instant.describe('The instant of the look that saw the last warning.'),
  deadline: instant.describe('When it becomes dormant, unless somebody sponsors it before.'),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** A proposal came to rest because nobody sponsored it, dated at the instant that was given notice of. */
export const lapsesLine = z.strictObject({
  kind: z.literal('lapses'),
  at: instant,
  to: z.literal('dormant'),
  why: z.string(),
});

/** Something that Convenor is about to create on GitHub, written down before it does, so that it is created once. */
export const intentLine = z.strictObject({
  kind: z.literal('intent'),
  at: instant,
  key: z
    .string()
    .describe('`status`, `reply:<comment>`, `ask:<group>`, `suggest:<field>:<value>`, `close:<n>`, `reopen:<n>`.'),
  people: z.array(who).describe('Whom it asks something of.'),
});

/** An announced creation was seen on GitHub. Where it is missing later, somebody took it away, and it stays away. */
export const madeLine = z.strictObject({
  kind: z.literal('made'),
  at: instant,
  key: z.string().describe('The key of its intent.'),
});

/** The schema of a line before it has its place in the chain. */
export const bodySchema = z.discriminatedUnion('kind', [
  openedLine,
  headLine,
  boundLine,
  takenOverLine,
  confirmedLine,
  actLine,
  opensLine,
  closesLine,
  pullLine,
  mutedLine,
  noticeLine,
  lapsesLine,
  intentLine,
  madeLine,
  nominationLine,
  contributionsLine,
  settledLine,
]);
/** A line before it has its place in the chain. */
export type LineBody = z.infer<typeof bodySchema>;
/** A line of the ledger: version, sequence from 0, body, and the SHA-256 of the line before (null for the first). */
export type Line = LineBody & { v: 1; seq: number; prev: string | null };
/** The body of a line of one kind. */
export type LineOf<Kind extends LineBody['kind']> = Extract<LineBody, { kind: Kind }>;

const place = { v: z.literal(1), seq: z.int().min(0), prev: sha256.nullable() };

/** The schema of a line as it is read back; a line that does not fit is not counted. */
export const lineSchema = z.discriminatedUnion('kind', [
  openedLine.extend(place),
  headLine.extend(place),
  boundLine.extend(place),
  takenOverLine.extend(place),
  confirmedLine.extend(place),
  actLine.extend(place),
  opensLine.extend(place),
  closesLine.extend(place),
  pullLine.extend(place),
  mutedLine.extend(place),
  noticeLine.extend(place),
  lapsesLine.extend(place),
  intentLine.extend(place),
  madeLine.extend(place),
  nominationLine.extend(place),
  contributionsLine.extend(place),
  settledLine.extend(place),
]);
