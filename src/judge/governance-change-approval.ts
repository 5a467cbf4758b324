import type { GovernanceChangeFacts } from '../facts/facts.js';
import type { SupportWay } from '../rules/schema.js';
import { peopleInWords, wayInWords } from '../rules/words.js';
import { approvedBy, type Approved } from './governance-change-approved.js';
import type { Side } from './governance-change-side.js';

/** An approval that the rules in force ask for, and whether it is there. */
export interface Ask {
  /** What is asked for, as a sentence. */
  says: string;
  /** Who has given it, as a sentence; null where nothing is to be given. */
  given: string | null;
  /** Null where nothing is to be given. */
  held: boolean | null;
  /** Whether the rule holds the check until it is given. */
  isEnforced: boolean;
}

/** A sentence that asks for nothing. */
const nothing = (says: string): Ask => ({ says, given: null, held: null, isEnforced: false });

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
  const ask = (says: string, { mode, approves }: { mode: string; approves: readonly string[] }, number = 1): Ask => {
    const approved = approvedBy(facts, { governance: before.governance, rules: facts.before.rules }, approves);
    const held = approved.now.length >= number;
    return { says, given: givenInWords(approved, number), held, isEnforced: mode === 'enforce' };
  };
  const statusOf = (side: Side, path: string): string | null =>
    side.governance.groups.find(({ source }) => source === path)?.status ?? null;
  const charters = files.filter(({ kind }) => kind === 'charter').map(({ path }) => path);
  const isNew = charters.some((path) => statusOf(before, path) === null);
  const ends = charters.some((path) => {
    const [was, is] = [statusOf(before, path), statusOf(after, path)];
    return was !== null && was !== 'retired' && (is === null || is === 'retired');
  });
  const isAmended = charters.some((path) => statusOf(before, path) !== null && statusOf(after, path) !== null);
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
            `A charter: ${approvals(change.approvals, change.approves)}; ${peopleInWords(change.proposes)} proposes it (\`charter-change\`).`,
            change,
            change.approvals,
          ),
        ]
      : []),
    ...(isNew
      ? [
          ask(
            `A new group: sponsored by ${ways(form.support)}, and approved by ${peopleInWords(form.approves)} (\`group-formation\`).`,
            form,
          ),
        ]
      : []),
    ...(ends
      ? [
          ask(
            `The end of a group: ${peopleInWords(end.proposes)} proposes it, and it is approved by ${peopleInWords(end.approves)} (\`group-retirement\`).`,
            end,
          ),
        ]
      : []),
    ...(has('rules') || has('roster') || has('maintainers')
      ? [
          ask(
            `Rules, roster and maintainers: ${approvals(other.approvals, other.approves)} (\`governance-change\`).`,
            other,
            other.approvals,
          ),
        ]
      : []),
    ...(has('taken-over')
      ? [
          ask(
            `What was taken over: ${approvals(other.approvals, other.approves)} (\`governance-change\`).`,
            other,
            other.approvals,
          ),
        ]
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
