import type { GovernanceChangeFacts } from '../facts/facts.js';
import type { Mode, SupportWay } from '../rules/schema.js';
import { peopleInWords, wayInWords } from '../rules/words.js';
import { approvedBy, type Approved } from './governance-change-approved.js';
import type { Side } from './governance-change-side.js';

/** What the rules in force say to a change. */
export interface Ask {
  /** In a sentence. */
  says: string;
  /** The approval that it needs; null where nothing is to be given. */
  approval: Approval | null;
}

/** An approval that a rule asks for, and whether it is there. */
export interface Approval {
  rule: Approving;
  mode: Mode;
  /** Whose it is, in words. */
  who: string;
  /** Who has given it, in a sentence. */
  given: string;
  isGiven: boolean;
}

/** The rules that ask for approvals of such a change. */
type Approving = 'charter-change' | 'group-formation' | 'group-retirement' | 'governance-change';

/** The approvals that hold a check until they are given. */
export const missingIn = (asks: readonly Ask[]): Ask[] =>
  asks.filter(({ approval }) => approval?.mode === 'enforce' && !approval.isGiven);

/** A sentence that asks for nothing. */
const nothing = (says: string): Ask => ({ says, approval: null });

/**
 * What the rules in force ask of a change, by the kind of its files, and who has given it: by approving reviews of the
 * very head, which a push takes back.
 * @param carriedOut whether it is exactly what was decided in an issue; null where it does not say that it is
 */
export function asksFor(
  facts: Pick<GovernanceChangeFacts, 'files' | 'pull' | 'positions' | 'before'>,
  { before, after }: { before: Side; after: Side },
  carriedOut: { issue: number; isExact: boolean } | null,
): Ask[] {
  if (carriedOut?.isExact === true) {
    return [
      nothing(
        `It carries out what was decided in #${carriedOut.issue}, exactly, and needs no second decision (\`governance-change\`): whoever may merge merges it.`,
      ),
    ];
  }
  const { files } = facts;
  const { rules } = facts.before.rules;
  const has = (kind: (typeof files)[number]['kind']): boolean => files.some((file) => file.kind === kind);
  const ask = (rule: Approving, says: string): Ask => {
    const asked = rules[rule];
    const { mode, approves } = asked;
    const number = 'approvals' in asked ? asked.approvals : 1;
    const approved = approvedBy(facts, { governance: before.governance, rules: facts.before.rules }, approves);
    const isGiven = approved.now.length >= number;
    const approval = { rule, mode, who: peopleInWords(approves), given: givenInWords(approved, number), isGiven };
    return { says: `${says} (\`${rule}\`).`, approval };
  };
  const statusOf = (side: Side, path: string): string | null =>
    side.governance.groups.find(({ source }) => source === path)?.status ?? null;
  const charters = files.filter(({ kind }) => kind === 'charter').map(({ path }) => path);
  const changes = charters.map((path) => ({ was: statusOf(before, path), is: statusOf(after, path) }));
  const isNew = changes.some(({ was }) => was === null);
  const isOver = (status: string | null): boolean => status === null || status === 'retired';
  const ends = changes.some(({ was, is }) => !isOver(was) && isOver(is));
  // That of a group that is over may not go unasked either.
  const isAmended = changes.some(({ was, is }) => was !== null && (is !== null || isOver(was)));
  const {
    'charter-change': change,
    'group-formation': form,
    'group-retirement': end,
    'governance-change': other,
  } = rules;
  return [
    ...(isAmended
      ? [
          ask(
            'charter-change',
            `A charter: ${approvals(change.approvals, change.approves)}; ${peopleInWords(change.proposes)} proposes it`,
          ),
        ]
      : []),
    ...(isNew
      ? [
          ask(
            'group-formation',
            `A new group: sponsored by ${ways(form.support)}, and approved by ${peopleInWords(form.approves)}`,
          ),
        ]
      : []),
    ...(ends
      ? [
          ask(
            'group-retirement',
            `The end of a group: ${peopleInWords(end.proposes)} proposes it, and it is approved by ${peopleInWords(end.approves)}`,
          ),
        ]
      : []),
    ...(has('rules') || has('roster') || has('maintainers')
      ? [ask('governance-change', `Rules, roster and maintainers: ${approvals(other.approvals, other.approves)}`)]
      : []),
    ...(has('taken-over')
      ? [ask('governance-change', `What was taken over: ${approvals(other.approvals, other.approves)}`)]
      : []),
    ...(has('roster') && !carriedOut
      ? [nothing('A roster change that carries out a recorded decision needs none.')]
      : []),
    ...(carriedOut
      ? [
          nothing(
            `It says that it carries out what was decided in #${carriedOut.issue}, and is not exactly that by the record and the roster as they stand: it needs what any other change needs.`,
          ),
        ]
      : []),
  ];
}

function givenInWords({ now, earlier }: Approved, number: number): string {
  const missing = number - now.length;
  return [
    now.length > 0 ? `Approved by ${now.join(', ')}.` : 'None of them has approved this head yet.',
    ...(now.length > 0 && missing > 0 ? [`${missing} more ${missing === 1 ? 'is' : 'are'} needed.`] : []),
    ...(earlier.length > 0 ? [`An earlier commit was approved by ${earlier.join(', ')}, before the last push.`] : []),
  ].join(' ');
}

const approvals = (number: number, people: readonly string[]): string =>
  `approved by ${number === 1 ? peopleInWords(people) : `${number} people, each ${peopleInWords(people)}`}`;

const ways = (all: readonly SupportWay[]): string => all.map(wayInWords).join(', or by ');
