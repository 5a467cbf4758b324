import type { Elector, LineOf, Who } from '../ledger/lines.js';
import type { Asked } from './asking.js';
import type { Appeal, Closure } from './closure.js';
import type { AcceptedText, ConfirmedText } from './acceptance-text.js';
import type { Exemption } from './exemption.js';
import type { Hold } from './holding.js';
import type { Move } from './moves.js';
import type { Responsible } from './responsible.js';
import type { Superseded } from './superseding.js';
import type { TakenOver } from './taken-over.js';
import type { Authority, Fraction, ProposalState, RuleId } from '../rules/schema.js';

/** What somebody asked to be told. It is answered in the reply to their comment, from the verdict of that look. */
export type Question =
  | { about: 'help'; command: string | null }
  | { about: 'document' | 'standing' }
  | { about: 'group'; slug: string }
  /** `account` is null where nobody is called that. */
  | { about: 'ladder'; login: string; account: Who | null };

/**
 * What became of something a person said. `asks` where it only asked to be told something, `quiet` where it came to
 * nothing and nobody has to be told; `repeated` where the same person was told the same before, so that it is not said
 * again.
 */
export type ActOutcome =
  | { taken: true; says: string; asks?: Question; quiet?: true }
  | { taken: false; rule: RuleId | 'commands' | 'time'; why: string; next: string; repeated?: true };

/** An act together with what became of it. */
export interface JudgedAct {
  act: LineOf<'act'>;
  outcome: ActOutcome;
}

/** Where something was said: for the verdict, and for who checks it later. */
export interface Place {
  /** Node id of the comment, review or event. */
  source: string;
  url: string;
  /** The head that it was said on; null where none was known. */
  commit: string | null;
  /** Whether the head may have moved in between. */
  certain: boolean;
}

/** A member's objection to a consensus. It belongs to who raised it. */
export interface Block extends Place {
  slug: string;
  by: Who;
  at: string;
  text: string;
  /** Whom its owner has named to clear it in their place. */
  delegates: readonly Who[];
  /** Instant at which it was cleared; null while it stands. */
  clearedAt: string | null;
}

/** Something that somebody wants on the record and that stops nothing. */
export interface Concern extends Place {
  by: Who;
  at: string;
  text: string;
}

/** What somebody wants to see met after an acceptance, by its name. */
export interface Demand {
  name: string;
  text: string;
}

/** A person's latest word in a decision that counts ballots. */
export interface Ballot extends Place {
  by: Who;
  choice: 'yes' | 'no' | 'abstain';
  at: string;
  /** Empty where none was given. */
  reason: string;
  /** Hash of the normative text that it was cast on; null where none is known. */
  text: string | null;
  /** Conditions that come with a yes of the core. */
  demands: readonly Demand[];
}

/** What the core decided elsewhere, as one of it wrote it down; it counts once it is confirmed. */
export interface CoreRecord extends Place {
  by: Who;
  at: string;
  outcome: 'accepted' | 'rejected';
  yes: number;
  no: number;
  absent: number;
  link: string;
  demands: readonly Demand[];
  confirmedBy: readonly Who[];
  /** Hash of the normative text at which it was written; null where none is known. */
  text: string | null;
}

/** A matter that a lead brought to the core. */
export interface Escalation {
  ask: string;
  /** When the lead wrote it, or wrote it again because they were asked for more. */
  askedAt: string;
  options: string;
  disagreement: string;
  /** The one of the core who answers; null until somebody is designated. */
  assigned: { to: Who; by: Who; at: string } | null;
  /** What was answered so far, in order; the last one may have settled it. */
  answers: readonly { by: Who; at: string; kind: 'guidance' | 'more' | 'core'; text: string; url: string }[];
}

/** How a decision ended. */
export interface Closing {
  at: string;
  outcome: LineOf<'closes'>['outcome'];
  tally: Tally;
  why: string;
}

/** Ballots counted: an elector who said nothing is in `electorate` only. */
export type Tally = LineOf<'closes'>['tally'];

/** A decision with everything that was pinned when it opened. */
export interface Decision {
  id: string;
  /** The decision that it goes on from; null for the first. */
  after: string | null;
  form: LineOf<'opens'>['form'];
  weight: LineOf<'opens'>['weight'];
  matter: LineOf<'opens'>['matter'];
  group: string | null;
  /** What its opener declared; null where nothing was. */
  breaking: LineOf<'opens'>['breaking'];
  authority: Authority;
  /** Why not more, in sentences; empty where it is what the group's delegation says. */
  because: readonly string[];
  /** The quorum body: who is counted. */
  electorate: readonly Elector[];
  /** Who may cast a ballot: the electorate, and who may vote beside it. */
  voters: readonly Elector[];
  parties: readonly Elector[];
  quorum: Fraction | null;
  threshold: Fraction | null;
  /** The rules that it was opened by. */
  rules: LineOf<'opens'>['rules'];
  /** What a change of the normative text does to its ballots, by those rules. */
  pushes: 'keep' | 'invalidate' | 'confirm';
  /** What those rules ask of the organisations of its ballots, and of who answers what is escalated. */
  organizations: { most: Fraction | null; least: number; impartial: boolean };
  /** How many others they ask to confirm what the core decided elsewhere. */
  confirmations: number;
  openedAt: string;
  /** Whose word opened it; null where a deadline did. */
  opener: Who | null;
  deadline: string;
  /** Hash of the normative text on which it was opened, and of the one now or at its end; null where no head was known. */
  openedOn: string | null;
  text: string | null;
  /** Texts that somebody other than an author has confirmed since. */
  confirmed: readonly { text: string; by: Who; at: string }[];
  blocks: readonly Block[];
  concerns: readonly Concern[];
  ballots: readonly Ballot[];
  recused: readonly { by: Who; at: string; reason: string }[];
  /** Who asked for changes by a review, and is asked what they mean by it; each person once. */
  questions: readonly { by: Who; at: string; url: string; source: string }[];
  /** What waits for a confirmation; null where nothing does. */
  record: CoreRecord | null;
  escalation: Escalation | null;
  /** Whether somebody who may has asked that it end now. */
  isEnding: boolean;
  closed: Closing | null;
  /**
   * Until when what a group agreed on by its own authority can be recalled, by the rules that it was opened by, with the
   * time added in which not everybody could; null where it cannot be, and before its end.
   */
  recallUntil: string | null;
}

/** A condition of an acceptance: the sponsor shows that it is met, and who made it or the core confirms that. */
export interface Condition extends Demand {
  /** The decision that it belongs to. */
  decision: string;
  by: Who;
  shown: { by: Who; at: string; how: string; url: string } | null;
  confirmed: { by: Who; at: string } | null;
}

/** A decision that was vetoed after its end. */
export interface Veto {
  /** The decision that is void by it, and the one by which it was vetoed. */
  decision: string;
  by: string;
  reason: string;
  /** The status that the vetoed decision had given, which comes back where the veto is withdrawn. */
  undid: ProposalState;
  withdrawnAt: string | null;
}

/** One line of the story as people read it. */
export interface Step {
  at: string;
  by: Who | null;
  says: string;
  source: string | null;
}

/** Where a subject stands: the fold of its ledger, and nothing else. */
export interface SubjectState {
  number: number;
  author: Who | null;
  /** When the pull request was opened; null before the ledger's first line. */
  openedAt: string | null;
  /** The closed pull request that it says it goes on with, and why that is not taken so; null where it names none. */
  continues: LineOf<'opened'>['continues'] | null;
  status: ProposalState;
  /** Every status that it has had, in order, the present one last, with the instant since which: null for its beginning. */
  passed: readonly { status: ProposalState; at: string | null }[];
  /** The instant since which it has its present status; null before the ledger's first line. */
  since: string | null;
  head: LineOf<'head-seen'> | null;
  /** What its state was taken from when Convenor came, until a person who may confirms or corrects it; null for none. */
  takenOver: TakenOver | null;
  /** Logins, in lower case, that any head so far has named as authors: who is taken off again keeps the stake. */
  authors: readonly string[];
  /** Ids of the accounts of these, as far as the files knew them when the heads were seen. */
  authorIds: readonly number[];
  sponsor: { by: Who; at: string } | null;
  /** The instant at which it is dormant for want of a sponsor, once notice of it was given; null before, and where it is not. */
  lapsesAt: string | null;
  /** A lead's word that the proposal is their group's. */
  adopted: { slug: string; by: Who; at: string } | null;
  /**
   * The word of somebody who may say where it belongs. `over` are the groups that they lead, whose claim they can give
   * up; null for the core, which settles all claims.
   */
  routed: { slug: string; by: Who; at: string; over: readonly string[] | null } | null;
  /** What charters and delegations bind it to, as the last look before found it. */
  bound: LineOf<'bound'> | null;
  /** The group responsible: follows from the three above. A claim in the preamble is `head.claims.group`. */
  group: Responsible | null;
  /** Slugs of all groups that are; several make a cross-group matter. */
  groups: readonly string[];
  /** The text that it was accepted with; null before that. */
  accepted: AcceptedText | null;
  /** Texts that differ from it and that somebody who may has confirmed. */
  confirmedTexts: readonly ConfirmedText[];
  /** Whose word it is that nothing of it can be observed; null where nobody has said so. */
  exemption: Exemption | null;
  /** Who says that it shall not be merged yet; each person once. */
  holds: readonly Hold[];
  /** A lead's word that it does not fit; null where none stands. */
  closure: Closure | null;
  /** The author's appeal against that; null where there is none. */
  appeal: Appeal | null;
  /** Who was asked for a review, in the order in which they were; each person once. */
  asked: readonly Asked[];
  /** The merged proposals whose place this one takes. */
  supersedes: readonly Superseded[];
  /** The number of the pull request whose proposal takes the place of this one; null where none does. */
  supersededBy: number | null;
  decisions: readonly Decision[];
  /** What its steps have asked of the pull request itself, in order; the last one counts. */
  moves: readonly Move[];
  /** Members who asked for a vote since the last decision, each with their group. */
  requests: readonly { by: Who; at: string; matter: 'routine' | 'scope'; group: string }[];
  /** What an acceptance depends on. */
  conditions: readonly Condition[];
  /** What vetoes have undone, in order. */
  vetoes: readonly Veto[];
  acts: readonly JudgedAct[];
  steps: readonly Step[];
}

/** The decision that is open now, if one is: there is never more than one. */
export const openDecision = (state: SubjectState): Decision | null =>
  state.decisions.find((decision) => decision.closed === null) ?? null;

/** The blocks of a consensus that nobody has cleared. */
export const standingBlocks = (decision: Decision): readonly Block[] =>
  decision.blocks.filter((block) => block.clearedAt === null);

/** A ledger before its first line. */
export const nothing: SubjectState = {
  number: 0,
  author: null,
  openedAt: null,
  continues: null,
  status: 'proposal',
  passed: [{ status: 'proposal', at: null }],
  since: null,
  head: null,
  takenOver: null,
  authors: [],
  authorIds: [],
  sponsor: null,
  lapsesAt: null,
  adopted: null,
  routed: null,
  bound: null,
  group: null,
  groups: [],
  accepted: null,
  confirmedTexts: [],
  exemption: null,
  holds: [],
  closure: null,
  appeal: null,
  asked: [],
  supersedes: [],
  supersededBy: null,
  decisions: [],
  moves: [],
  requests: [],
  conditions: [],
  vetoes: [],
  acts: [],
  steps: [],
};
