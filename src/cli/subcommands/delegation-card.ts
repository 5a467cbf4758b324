import { titleOf, type Ground } from '../../routing/index.js';
import type { Grant } from '../../rules/schema.js';
import { clean, counted, type Paint } from '../terminal.js';
import type { Delegated } from './delegation-report.js';

/**
 * The report for a person: a paragraph for each group.
 * @param hasRecord whether what groups have decided was looked at
 */
export function delegationCard(
  report: readonly Delegated[],
  ground: Ground,
  hasRecord: boolean,
  paint: Paint,
): string[] {
  const none =
    report.length === 0 ? ['No group can decide anything here: there is no Working Group in force.', ''] : [];
  const unknown = hasRecord
    ? []
    : ['What groups have decided is not known: name a checkout of the record with --record.', ''];
  return [
    ...none,
    ...report.flatMap((each) => [
      `${paint('strong', clean(titleOf(ground, each.group)))}: ${each.authority}`,
      ...lines(each).map((line) => `  ${clean(line)}`),
      '',
    ]),
    ...unknown,
  ];
}

const lines = ({ granted, shown, next, authority }: Delegated): string[] => [
  ...(granted ? [`Granted: ${granted.authority}, by ${granted.grantedBy}, ${span(granted)}.`] : ['Granted: nothing.']),
  ...(granted?.scope ? [`Covers: ${scopeWords(granted.scope)}.`] : []),
  shownWords(shown),
  nextWords(next, authority),
];

function span({ since, until, daysLeft = 0 }: NonNullable<Delegated['granted']>): string {
  if (until === undefined) return `since ${since}, without end`;
  return `from ${since} to ${until}${daysLeft < 0 ? ', which is over' : ` (${counted(daysLeft, 'day')} left)`}`;
}

const scopeWords = ({ tracks, paths, items }: NonNullable<Grant['scope']>): string =>
  [
    ...(tracks ? [`the ${tracks.join(' and the ')} track`] : []),
    ...(paths ? [`changes of ${paths.join(', ')} and nothing else`] : []),
    ...(items ? items.map((item) => `"${item}" of the charter`) : []),
  ].join('; ');

function shownWords({ decided, overturned, medianDays, tookPart, members, organizations }: Delegated['shown']): string {
  const decisions =
    decided === null
      ? 'what it decided is not known'
      : `${decided} decided, ${overturned ?? 0} overturned${medianDays === null ? '' : `, ${counted(medianDays, 'day')} from review to decision (median)`}, ${counted(tookPart?.length ?? 0, 'member')} took part`;
  const people =
    members === null
      ? 'who belongs to it is not known whole'
      : `${counted(members, 'member')} from ${counted(organizations ?? 0, 'known organisation')}`;
  return `Shown: ${decisions}; ${people}.`;
}

function nextWords(next: Delegated['next'], authority: Delegated['authority']): string {
  if (next) return `For ${next.authority}: ${next.lacks.join(' ')}`;
  return authority === 'decide'
    ? 'There is no higher level.'
    : 'For a higher level it lacks a grant of the core; the rules do not say what that would need.';
}
