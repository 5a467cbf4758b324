import type { Elector, LineOf, Who } from '../../ledger/lines.js';
import type { BodyMember, Place, StandingThen } from '../../ledger/nomination-lines.js';
import type { Rules } from '../../rules/schema.js';
import type { JudgedAct } from '../state.js';
import type { Step } from './steps.js';

/** Somebody's support for a nominee, as it was said; who they were is pinned since the opening. */
export interface Endorsement {
  by: BodyMember;
  at: string;
  url: string;
}

/** Something that somebody has against a nominee. It belongs to who raised it. */
export interface Objection {
  by: Who;
  /** Ids of their other accounts. */
  also: readonly number[];
  at: string;
  url: string;
  reason: string;
  /** Whether it holds the nomination; else those who approve hear it. */
  holds: boolean;
  /** When they took it back; null while it stands. */
  withdrawnAt: string | null;
}

/** One of those who approve says yes. */
export interface Approval {
  by: BodyMember;
  at: string;
  url: string;
  /** Empty where none was given. */
  reason: string;
}

/** A nomination, or a word that lays a role down, with what was pinned when it opened. */
export interface Nomination {
  matter: LineOf<'nomination'>['matter'];
  nominee: Elector;
  standing: StandingThen;
  to: Place;
  group: string | null;
  body: readonly BodyMember[];
  /** What the rules ask of it, by the version that was in force then. */
  step: Asked;
  rules: Rules;
  /** Who opened it, where, and why as far as they said. */
  by: Who;
  url: string;
  reason: string;
  openedAt: string;
  /** Until when everybody may speak, with the time added in which not everybody could; null where nobody is waited for. */
  deadline: string | null;
  /**
   * Whether the issue was closed or locked before the deadline and still is: then it is put off by as long as that lasts,
   * and whatever is said meanwhile is before it.
   */
  rests: boolean;
  endorsements: readonly Endorsement[];
  objections: readonly Objection[];
  approvals: readonly Approval[];
  closed: Pick<LineOf<'settled'>, 'at' | 'outcome' | 'why' | 'sponsors'> | null;
}

/** What the rules ask: a step, or in its form what is asked before somebody is made emeritus. */
export type Asked = Omit<Step, 'to'> & {
  /** Whose word decides it: those who approve the step, or where none do, those who settle what holds it. */
  settles: Step['approves'];
};

/** What has been said in an issue, and what came of it. */
export interface IssueState {
  nomination: Nomination | null;
  /** Everything that was said, in the order of time. */
  acts: readonly JudgedAct[];
  /** What happened, for people. */
  steps: readonly { at: string; says: string; url: string | null }[];
}

/** What somebody asks to open, before it is pinned. */
export interface NominationOpening {
  matter: 'advance' | 'step-down' | 'emeritus' | 'inactive';
  nominee: Who;
  to: Place;
  group: string | null;
}
