import type { ConflictCode, LineOf, PieceSeen, Who } from '../ledger/lines.js';
import type { ProposalState, Rules } from '../rules/schema.js';
import { either } from '../rules/words.js';

/** Somebody whom a piece of evidence names. */
export interface Named {
  login: string;
  /** Null where nobody looked, or nobody has that login. */
  account: Who | null;
  /** What the default branch says of them, as in an act. */
  roles: readonly string[];
}

/** What stands on an open pull request that is older than Convenor, before anybody has spoken to it. */
export interface Evidence {
  /** Login; null for an account that is gone. */
  author: string | null;
  /** When it was opened and last changed; null where nobody has told. */
  createdAt: string | null;
  updatedAt: string | null;
  labels: readonly string[];
  assignees: readonly Named[];
  /** How many reviews there are; null where nobody has told. */
  reviews: number | null;
  /** What the file says of itself; null where it cannot be had. */
  file: { word: string | null; status: ProposalState | null; sponsor: Named | null } | null;
}

/** What Convenor takes from it. */
export type TakeOver = Pick<LineOf<'taken-over'>, 'status' | 'sponsor' | 'evidence' | 'conflicts'>;

/**
 * States in the order in which a proposal comes to them. Who sets a label forgets to take the last one off, so that of
 * several the last in this order counts: an end beats what it ends.
 */
const ORDER: readonly ProposalState[] = [
  'proposal',
  'draft',
  'in-review',
  'dormant',
  'accepted',
  'final',
  'withdrawn',
  'rejected',
  'superseded',
];

/** Characters of the file's own word that are kept: none that is known is longer. */
const LONGEST_WORD = 60;

/** States in which a proposal has a sponsor. */
const SPONSORED: readonly ProposalState[] = ['draft', 'in-review', 'accepted'];

/**
 * Takes over a proposal by the evidence, in this order: its labels, since only people with access set them; then who is
 * assigned, which is by habit the sponsor, and of whom only those who may sponsor count; last what the file says, which
 * its author wrote and which takes it nowhere by itself, but for a withdrawal. Pure. Nothing of it is a decision.
 */
export function takeOver(evidence: Evidence, rules: Rules): TakeOver {
  const states = statesIn(evidence.labels, rules);
  const may = (named: Named): boolean => maySponsor(named, rules);
  const label = ORDER.findLast((state) => states.some((one) => one.status === state)) ?? null;
  const claimed = evidence.file?.status ?? null;
  const assigned = evidence.assignees.some(may);
  const status = label ?? (claimed === 'withdrawn' ? 'withdrawn' : assigned ? 'draft' : 'proposal');
  const sponsor = sponsorIn(evidence, may);
  const found = { evidence, states, label, status, sponsor, may };
  return {
    status,
    sponsor: sponsor && { login: sponsor.login, account: sponsor.account },
    evidence: pieces(evidence, states),
    conflicts: [...statusConflicts(found), ...sponsorConflicts(found)],
  };
}

interface StateLabel {
  name: string;
  status: ProposalState;
}

/** The labels that name a state by the rules, in their order there. */
function statesIn(labels: readonly string[], { labels: { states } }: Rules): StateLabel[] {
  return ORDER.flatMap((status) => {
    const name = labels.find((label) => label.toLowerCase() === states[status].toLowerCase());
    return name === undefined ? [] : [{ name, status }];
  });
}

/** Whether the rules let somebody sponsor who is that; `author` and `sponsor` are no standing by which one becomes it. */
export const maySponsor = ({ roles }: Pick<Named, 'roles'>, { rules }: Rules): boolean =>
  rules.sponsorship.who.some(
    (standing) =>
      standing === 'anyone' ||
      roles.includes(standing) ||
      ((standing === 'lead' || standing === 'wg-member') && roles.some((role) => role.startsWith(`${standing}:`))),
  );

/** Whom the evidence names as sponsor: who is assigned, one who may before others; else whom the file names. */
function sponsorIn({ assignees, file }: Evidence, may: (named: Named) => boolean): Named | null {
  const able = assignees.filter(may);
  const [one = file?.sponsor ?? null, ...others] = able.length === 1 ? able : assignees;
  return others.length > 0 ? null : one;
}

function pieces(evidence: Evidence, states: readonly StateLabel[]): PieceSeen[] {
  const { file, assignees, reviews, createdAt, updatedAt } = evidence;
  const piece = (name: PieceSeen['piece'], value: string, status: ProposalState | null = null): PieceSeen => ({
    piece: name,
    value,
    status,
  });
  return [
    ...states.map(({ name, status }) => piece('label', name, status)),
    ...assignees.map(({ login }) => piece('assignee', login)),
    ...(file?.word == null ? [] : [piece('status', file.word.slice(0, LONGEST_WORD), file.status)]),
    ...(file?.sponsor ? [piece('sponsor', file.sponsor.login)] : []),
    ...(reviews === null ? [] : [piece('reviews', String(reviews))]),
    ...(createdAt === null ? [] : [piece('opened', createdAt)]),
    ...(updatedAt === null ? [] : [piece('changed', updatedAt)]),
  ];
}

interface Found {
  evidence: Evidence;
  states: readonly StateLabel[];
  label: ProposalState | null;
  status: ProposalState;
  sponsor: Named | null;
  may: (named: Named) => boolean;
}

type Conflict = TakeOver['conflicts'][number];
const conflict = (code: ConflictCode, says: string): Conflict => ({ code, says });

function statusConflicts({ evidence, states, label, status }: Found): Conflict[] {
  const conflicts: Conflict[] = [];
  const names = states.map(({ name }) => `\`${name}\``);
  if (names.length > 1) {
    const says = `The labels ${either(names, 'and')} say ${names.length} states.`;
    conflicts.push(conflict('two-states', says));
  }
  const claimed = evidence.file?.status ?? null;
  // Without a sponsor a file says Draft, and that is no mistake.
  const isSame = claimed === label || (claimed === 'draft' && label === 'proposal');
  if (claimed !== null && label !== null && !isSame) {
    conflicts.push(conflict('file-and-label', `The file says ${claimed}, and the label says ${label}.`));
  }
  if (claimed !== null && label === null && !['proposal', 'draft', status].includes(claimed)) {
    const says = `The file alone says ${claimed}, and anybody can write a file.`;
    conflicts.push(conflict('file-alone', says));
  }
  return conflicts;
}

function sponsorConflicts({ evidence, status, sponsor, may }: Found): Conflict[] {
  const { assignees, file, author } = evidence;
  const conflicts: Conflict[] = [];
  if (assignees.length > 1) {
    const names = assignees.map(({ login }) => login).join(', ');
    conflicts.push(conflict('several-assignees', `${assignees.length} people are assigned: ${names}.`));
  }
  const [assignee] = assignees;
  const named = file?.sponsor;
  if (assignee && named && !assignees.some(({ login }) => isSame(login, named.login))) {
    const says = `${assignee.login} is assigned, and the file names ${named.login} as sponsor.`;
    conflicts.push(conflict('sponsors-differ', says));
  }
  if (!sponsor) {
    if (SPONSORED.includes(status) && assignees.length === 0) {
      conflicts.push(
        conflict('no-sponsor', `A proposal that is ${status} has a sponsor, and nobody is named as that.`),
      );
    }
    return conflicts;
  }
  if (isSame(sponsor.login, author)) {
    conflicts.push(conflict('sponsor-is-author', `${sponsor.login} is named as sponsor and is the author.`));
  }
  if (!may(sponsor)) {
    const says = `${sponsor.login} is named as sponsor and is not known as one who may sponsor.`;
    conflicts.push(conflict('sponsor-may-not', says));
  }
  if (status === 'proposal') {
    const says = `A proposal without a sponsor is what the state says, and ${sponsor.login} is named as one.`;
    conflicts.push(conflict('sponsored-proposal', says));
  }
  return conflicts;
}

const isSame = (a: string, b: string | null): boolean => a.toLowerCase() === b?.toLowerCase();
