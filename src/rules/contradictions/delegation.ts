import type { Grant, Rules } from '../schema.js';
import type { Path } from '../source.js';
import { contradiction, type Contradiction } from './finding.js';

/** Grants that never hold, or that grant what they cannot. */
export function grants(rules: Rules): Contradiction[] {
  return Object.entries(rules.delegation.grants).flatMap(([slug, grant]) => {
    const path: Path = ['delegation', 'grants', slug];
    return [...span(grant, path), ...reserved(grant, path, rules), ...paths(grant, path), ...record(grant, path)];
  });
}

function span({ since, until }: Grant, path: Path): Contradiction[] {
  if (until === undefined || since <= until) return [];
  const message = `This grant ends on ${until}, before it begins on ${since}.`;
  return [contradiction('grant-ends-early', [...path, 'until'], message, [[...path, 'since']])];
}

/** Reserved kinds of proposals go to the core, whatever a grant says. */
function reserved({ authority, scope }: Grant, path: Path, { rules }: Rules): Contradiction[] {
  if (authority === 'advise') return [];
  return (scope?.tracks ?? [])
    .filter((track) => rules['reserved-matters'].tracks.includes(track))
    .map((track) =>
      contradiction(
        'grant-of-reserved',
        [...path, 'scope', 'tracks'],
        `\`${track}\` is reserved to the core by \`rules.reserved-matters\`, so no grant covers it.`,
        [['rules', 'reserved-matters', 'tracks']],
      ),
    );
}

/** Patterns of which each takes something out match nothing at all, and one that matches nothing takes nothing out. */
function paths({ scope }: Grant, path: Path): Contradiction[] {
  const patterns = scope?.paths ?? [];
  const at: Path = [...path, 'scope', 'paths'];
  const positive = patterns.filter((pattern) => !/^\s*(!|#|$)/.test(pattern));
  if (patterns.length > 0 && positive.length === 0) {
    const message = 'These paths match nothing: each is an exception (`!`), a comment (`#`) or empty.';
    return [contradiction('grant-of-nothing', at, message)];
  }
  return patterns.flatMap((pattern, index) => {
    const why = matchesNothing(pattern);
    return why === null ? [] : [contradiction('path-of-nothing', [...at, index], `This path matches no file: ${why}.`)];
  });
}

/** Why a pattern can match no file of a repository, as the end of a sentence; null where it can, or is a comment. */
function matchesNothing(pattern: string): string | null {
  const isException = pattern.startsWith('!');
  const body = isException ? pattern.slice(1) : pattern;
  if (!isException && body.startsWith('#')) return null;
  if (/^[!#]/.test(body)) return `behind its \`!\` stands a \`${body.charAt(0)}\``;
  if (/^\s/.test(body)) return 'it begins with a space';
  if (/(^|[^\\])(\\\\)*\\$/.test(body)) return 'it ends in a `\\`';
  const parts = body.replace(/^\//, '').replace(/\/$/, '').split('/');
  if (parts.includes('')) return 'a part of it is empty';
  if (parts.some((part) => part === '.' || part === '..')) return 'paths begin at the root, without `.` and `..`';
  return null;
}

function record({ needs }: Grant, path: Path): Contradiction[] {
  if (needs === undefined) return [];
  const { decided, overturned, members, organizations } = needs;
  return [
    ...(organizations > members
      ? [
          contradiction(
            'record-unreachable',
            [...path, 'needs', 'organizations'],
            `The members that are asked for (${members}) cannot be from ${organizations} organisations.`,
            [[...path, 'needs', 'members']],
          ),
        ]
      : []),
    ...(overturned > 0 && overturned >= decided
      ? [
          contradiction(
            'record-without-worth',
            [...path, 'needs', 'overturned'],
            `All of the decisions that are asked for (${decided}) could have been overturned.`,
            [[...path, 'needs', 'decided']],
          ),
        ]
      : []),
  ];
}
