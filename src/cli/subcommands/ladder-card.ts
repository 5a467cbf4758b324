import type { MaybeInactive } from '../../judge/ladder/activity.js';
import type { LadderReport } from '../../judge/ladder/report.js';
import { targetName } from '../../judge/ladder/steps.js';
import type { LadderStanding, Term } from '../../people/index.js';
import { clean, counted, type Paint } from '../terminal.js';

const HEADINGS: Record<LadderReport['places'][number]['role'], string> = {
  'lead-maintainer': 'Lead Maintainers',
  'core-maintainer': 'Core Maintainers',
  maintainer: 'Maintainers',
  member: 'Members',
};

/** The ladder for people, line by line. */
export function ladderCard(report: LadderReport, paint: Paint): string[] {
  const section = (title: string, lines: readonly string[], none = 'none'): string[] => [
    paint('strong', lines.length > 1 ? `${title} (${lines.length})` : title),
    ...(lines.length === 0 ? [`  ${none}`] : lines.map((line) => `  ${clean(line)}`)),
    '',
  ];
  const people = (all: readonly LadderStanding[]): string[] => all.map((one) => personLine(one));
  return [
    ...report.places.flatMap(({ role, people: all }) => section(HEADINGS[role], people(all))),
    ...section('Community moderators', people(report.moderators)),
    ...section('In groups, and not on the ladder', people(report.beside)),
    ...section('Emeritus', people(report.emeritus)),
    ...section(
      'Near the next step',
      report.near.map(
        ({ standing, outlook, from }) =>
          `@${standing.login}: ${targetName(outlook.to)}, by time in place from ${from} on (${outlook.rule})`,
      ),
      'nobody whose time in place is known',
    ),
    ...(report.inactive === null
      ? []
      : section(
          'May be inactive, and should be asked with `/inactive`',
          report.inactive.map(inactiveLine),
          'nobody, as far as the record tells',
        )),
    ...(report.endorsed === null
      ? []
      : section(
          'Sponsored others',
          report.endorsed.map(
            ({ login, nominees }) =>
              `@${login}: ${nominees.map(({ number, nominee }) => `@${nominee} (#${number})`).join(', ')}`,
          ),
        )),
    ...section('Terms', report.terms.map(termLine), 'none that ends soon'),
    ...section(
      'Not checked',
      report.unchecked.map(({ rule, says }) => `${says} (${rule})`),
      'nothing',
    ),
  ];
}

/** `@ada-example (Ada Example), Example Inc, since 2026-01-31 by #12; lead of kettles` */
function personLine({
  login,
  person,
  organization,
  since,
  decision,
  places,
  earlier,
  emeritus,
}: LadderStanding): string {
  const name = person?.name == null ? '' : ` (${person.name})`;
  const belongs = organization === null ? '' : `, ${organization}`;
  const span = since === null ? '' : `, since ${since}${decision === null ? '' : ` by ${decision}`}`;
  const last = emeritus ? earlier[0] : undefined;
  const was = last ? `, ${last.role} until ${last.until ?? ''}` : '';
  const groups = places.map(({ group, level }) => `${level ?? 'unknown level'} of ${group.slug}`);
  return `@${login}${name}${belongs}${span}${was}${groups.length === 0 ? '' : `; ${groups.join(', ')}`}`;
}

function inactiveLine({ login, holds, months, last, rule }: MaybeInactive): string {
  const when = last === null ? 'no word in the record' : `last word ${last.at.slice(0, 10)} in #${last.number}`;
  return `@${login}: ${holds}, ${when}; asked after ${counted(months, 'month')} (${rule})`;
}

function termLine({ login, of, lastDay, days }: Term): string {
  const what = 'group' in of ? `lead of ${of.group}` : of.role;
  const when = days === 0 ? 'today' : days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
  return `@${login ?? 'somebody without an account'}: ${what}, last day ${lastDay} (${when})`;
}
