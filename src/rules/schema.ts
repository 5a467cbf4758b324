import { z } from 'zod';

/** Who may do a thing: a standing on the ladder, a place in the responsible group, or a relation to the proposal. */
export const standing = z.enum([
  'anyone',
  'author',
  'sponsor',
  'lead',
  'wg-member',
  'maintainer',
  'core-maintainer',
  'lead-maintainer',
]);
/** See {@link standing}. */
export type Standing = z.infer<typeof standing>;

/** The states of a proposal, as the lifecycle knows them. `proposal` is the state before a sponsor. */
export const proposalState = z.enum([
  'proposal',
  'draft',
  'in-review',
  'accepted',
  'rejected',
  'withdrawn',
  'final',
  'superseded',
  'dormant',
]);
/** See {@link proposalState}. */
export type ProposalState = z.infer<typeof proposalState>;

/**
 * A share, compared on integers and never as a floating-point number: `num/den` of the ballots cast or of the whole
 * quorum body. With `strict`, more than the share is needed; without, the share itself is enough.
 */
export const fraction = z
  .strictObject({
    num: z.int().min(0),
    den: z.int().min(1),
    strict: z.boolean().default(false),
    of: z.enum(['cast', 'electorate']),
  })
  .refine((share) => share.num <= share.den, 'a share is at most one: num must not be greater than den');
/** See {@link fraction}. */
export type Fraction = z.infer<typeof fraction>;

/** `observe`: only ledger and dashboard. `warn`: says it. `enforce`: holds the check and refuses. */
export const mode = z.enum(['observe', 'warn', 'enforce']);

const days = z.int().min(1).max(366).describe('Whole days of 24 hours.');
const standings = z.array(standing).min(1);

/** A rule: its sentence for people, the clause that it implements, its mode, and its own parameters. */
const rule = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({
    says: z.string().min(1).describe('The rule in one sentence for people.'),
    clause: z.string().min(1).describe('Document and heading that this rule implements.'),
    mode: mode.default('enforce'),
    ...shape,
  });

/** How far a group's word reaches (DESIGN.md, "Authority of a group"). */
export const authority = z.enum(['advise', 'veto-window', 'decide']);
/** See {@link authority}. */
export type Authority = z.infer<typeof authority>;

const folder = z.string().regex(/^[^/].*[^/]$/, 'a folder inside the repository, without a slash at either end');

const transition = z.strictObject({
  from: z.array(proposalState).min(1),
  to: proposalState,
  who: standings,
  reason: z.boolean().default(false).describe('Whether the step needs a reason in words.'),
});
/** One row of the transition table: what `/sep status` may do, and who may. */
export type Transition = z.infer<typeof transition>;

/** The whole of a repository's rules, after `extends` has been followed. */
export const rulesSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  paths: z.strictObject({
    proposals: folder,
    workingGroups: folder,
    interestGroups: folder,
    maintainers: z.string().min(1),
    roster: z.string().min(1),
    template: z.string().min(1).nullable().describe('The file that authors begin from; null where there is none.'),
  }),
  record: z.strictObject({
    branch: z.string().min(1),
    dashboard: folder.describe('Folder of the dashboard on the record branch.'),
  }),
  labels: z.strictObject({
    kind: z.string().min(1).describe('The label that every proposal carries.'),
    states: z.record(proposalState, z.string().min(1)),
  }),
  checks: z.strictObject({
    proposal: z.string().min(1),
    merge: z.string().min(1),
    answerAll: z.boolean().describe('Whether pull requests that are no proposal get a green check, too.'),
  }),
  rules: z.strictObject({
    numbering: rule({}),
    'rendered-page': rule({
      path: z
        .string()
        .includes('{name}')
        .nullable()
        .describe("Where a proposal's page belongs, with {name} for the file's name without its ending; null for none."),
      command: z.string().min(1).nullable().describe('The command that writes it, where there is one.'),
    }),
    'working-group': rule({}),
    asking: rule({ most: z.int().min(0).max(10) }),
    adoption: rule({ who: standings }),
    sponsorship: rule({ who: standings }),
    consensus: rule({ opens: standings, minor: days, significant: days }),
    blocking: rule({ who: standings }),
    'core-decision': rule({ who: standings, days, quorum: fraction, threshold: fraction }),
    'veto-window': rule({ who: standings, days }),
    transitions: rule({ table: z.array(transition) }),
    finalization: rule({}),
  }),
  delegation: z.strictObject({
    default: authority,
    grants: z.record(
      z.string().min(1),
      z.strictObject({
        authority,
        grantedBy: z.string().min(1),
        since: z.iso.date(),
        until: z.iso.date().optional(),
      }),
    ),
  }),
});
/** See {@link rulesSchema}. */
export type Rules = z.infer<typeof rulesSchema>;
/** The identifier of a rule, as it stands in refusals, verdicts and the ledger. */
export type RuleId = keyof Rules['rules'];
