import type { ChangedGoverning } from '../facts/facts.js';
import type { Rules, SupportWay } from '../rules/schema.js';
import { peopleInWords, wayInWords } from '../rules/words.js';
import type { Side } from './governance-change-side.js';

/**
 * What the rules in force ask of a change, by the kind of its files. Who has approved is not counted here: the reviews
 * of a pull request are nothing that a ledger holds yet.
 * @param carriedOut whether it is exactly what was decided in an issue; null where it does not say that it is
 */
export function asksFor(
  files: readonly ChangedGoverning[],
  { rules }: Rules,
  { before, after }: { before: Side; after: Side },
  carriedOut: { issue: number; isExact: boolean } | null,
): string[] {
  if (carriedOut?.isExact === true) {
    return [
      `It carries out what was decided in #${carriedOut.issue}, exactly, and needs no second decision (\`governance-change\`): whoever may merge merges it.`,
    ];
  }
  const has = (kind: ChangedGoverning['kind']): boolean => files.some((file) => file.kind === kind);
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
          `A charter: ${approvals(change.approvals, change.approves)}; ${peopleInWords(change.proposes)} proposes it (\`charter-change\`).`,
        ]
      : []),
    ...(isNew
      ? [
          `A new group: sponsored by ${ways(form.support)}, and approved by ${peopleInWords(form.approves)} (\`group-formation\`).`,
        ]
      : []),
    ...(ends
      ? [
          `The end of a group: ${peopleInWords(end.proposes)} proposes it, and it is approved by ${peopleInWords(end.approves)} (\`group-retirement\`).`,
        ]
      : []),
    ...(has('rules') || has('roster') || has('maintainers')
      ? [`Rules, roster and maintainers: ${approvals(other.approvals, other.approves)} (\`governance-change\`).`]
      : []),
    ...(has('taken-over')
      ? [`What was taken over: ${approvals(other.approvals, other.approves)} (\`governance-change\`).`]
      : []),
    ...(has('roster') && !carriedOut ? ['A roster change that carries out a recorded decision needs none.'] : []),
    ...(carriedOut
      ? [
          `It says that it carries out what was decided in #${carriedOut.issue}, and is not exactly that by the record and the roster as they stand: it needs what any other change needs.`,
        ]
      : []),
  ];
}

const approvals = (number: number, people: readonly string[]): string =>
  `approved by ${number === 1 ? peopleInWords(people) : `${number} people, each ${peopleInWords(people)}`}`;

const ways = (all: readonly SupportWay[]): string => all.map(wayInWords).join(', or by ');
