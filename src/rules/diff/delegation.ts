import { isDeepStrictEqual } from 'node:util';
import { authority, type Authority, type Grant, type GrantScope, type TrackRecord } from '../schema.js';
import type { Path } from '../source.js';
import { either } from '../words.js';
import type { Difference, Pair } from './difference.js';

const WORTH: Record<Authority, string> = {
  advise: 'advises, and the core decides (advise)',
  'veto-window': 'decides, unless the core objects in time (veto-window)',
  decide: 'decides at once (decide)',
};

const height = (level: Authority): number => authority.options.indexOf(level);

/** What a group's word is worth: the grants that come, go or change. Without one it advises. */
export function delegationDifferences({ before, after }: Pair): Difference[] {
  const [old, now] = [before.delegation.grants, after.delegation.grants];
  const slugs = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return slugs.flatMap((slug) => changed(slug, old[slug], now[slug]));
}

function changed(slug: string, was: Grant | undefined, is: Grant | undefined): Difference[] {
  const path: Path = ['delegation', 'grants', slug];
  const group = `the group \`${slug}\``;
  if (!is) return !was || was.authority === 'advise' ? [] : [power(path, group, 'advise', false)];
  if (!was) {
    const gained = power(path, group, is.authority, is.authority !== 'advise');
    return [{ ...gained, says: `${gained.says.slice(0, -1)}, ${bounds(is)}.` }];
  }
  const value = (says: string): Difference => ({ rule: 'delegation', path, kind: 'value', says });
  return [
    ...(was.authority === is.authority
      ? []
      : [power(path, group, is.authority, height(is.authority) > height(was.authority))]),
    ...(isDeepStrictEqual(was.scope, is.scope)
      ? []
      : [value(`The grant of ${group} covers ${scopeInWords(is.scope)}; until now, ${scopeInWords(was.scope)}.`)]),
    ...(was.since === is.since && was.until === is.until
      ? []
      : [value(`The grant of ${group} holds ${span(is)}; until now, ${span(was)}.`)]),
    ...(isDeepStrictEqual(was.needs, is.needs)
      ? []
      : [value(`The grant of ${group} needs ${recordInWords(is.needs)}; until now, ${recordInWords(was.needs)}.`)]),
  ];
}

function power(path: Path, group: string, level: Authority, gains: boolean): Difference {
  const says = `${group.charAt(0).toUpperCase()}${group.slice(1)} now ${WORTH[level]}.`;
  return {
    rule: 'delegation',
    path,
    kind: 'power',
    says,
    power: { who: [group], may: 'decide in place of the core', gains },
  };
}

const bounds = (grant: Grant): string =>
  `over ${scopeInWords(grant.scope)}, ${span(grant)}; it needs ${recordInWords(grant.needs)}`;

const span = ({ since, until }: Grant): string =>
  `from ${since}${until === undefined ? ' without end' : ` to ${until}`}`;

/** `all of its charter`; `proposals of the Extensions Track, with changes under docs/auth/** only`. */
function scopeInWords(scope: GrantScope | undefined): string {
  const { tracks, paths, items } = scope ?? {};
  const parts = [
    ...(tracks ? [`proposals of the kind ${either(tracks)}`] : []),
    ...(paths ? [`changes under ${either(paths.map((path) => `\`${path}\``))} only`] : []),
    ...(items ? [`the charter's ${either(items.map((item) => `"${item}"`))}`] : []),
  ];
  return either(parts, 'and') || 'all of its charter';
}

/** `no track record`; `4 decided proposals, 0 overturned at most, 3 active members, 2 organisations`. */
const recordInWords = (needs: TrackRecord | undefined): string =>
  needs === undefined
    ? 'no track record'
    : `${needs.decided} decided proposals, ${needs.overturned} overturned at most, ${needs.members} active members, ` +
      `${needs.organizations} organisations`;
