import type { Rules } from '../schema.js';
import { contradiction, repeated, type Contradiction } from './finding.js';

/** Every state is known by its label, and a proposal by another. GitHub compares labels without case. */
export function labels({ labels: { kind, states }, rules }: Rules): Contradiction[] {
  const named = [
    ['kind', kind] as const,
    ...Object.entries(states).map(([state, label]) => [`states.${state}`, label] as const),
  ];
  const two = repeated(named.map(([, label]) => label.toLowerCase())).map(({ at }) => {
    const [key, label] = named[at] ?? ['', ''];
    return contradiction('label-twice', ['labels', ...key.split('.')], `The label \`${label}\` would mean two things.`);
  });
  const { label } = rules.nomination;
  const taken = named.some(([, other]) => other.toLowerCase() === label.toLowerCase());
  return taken
    ? [
        ...two,
        contradiction(
          'label-twice',
          ['rules', 'nomination', 'label'],
          `The label \`${label}\` would mean two things.`,
          [['labels']],
        ),
      ]
    : two;
}

/** Two checks of one name would be one. */
export function checks({ checks: { proposal, merge } }: Rules): Contradiction[] {
  if (proposal !== merge) return [];
  return [
    contradiction('check-twice', ['checks', 'merge'], `Both checks are called \`${merge}\`.`, [['checks', 'proposal']]),
  ];
}

/** What lies in one folder cannot be told apart. */
export function folders({ paths }: Rules): Contradiction[] {
  const keys = ['proposals', 'workingGroups', 'interestGroups'] as const;
  return repeated(keys.map((key) => paths[key])).map(({ entry, at }) => {
    const key = keys[at] ?? 'proposals';
    const others = keys.filter((other) => other !== key && paths[other] === entry).map((other) => ['paths', other]);
    return contradiction(
      'folder-twice',
      ['paths', key],
      `The folder \`${entry}\` would hold two kinds of files.`,
      others,
    );
  });
}

/** Pages that come by pull request lie on the default branch: among what people propose or govern by, they would be that. */
export function pages({ paths, record: { dashboard, pages: published } }: Rules): Contradiction[] {
  if (published.by !== 'pull-request') return [];
  const keys = ['proposals', 'workingGroups', 'interestGroups'] as const;
  const isIn = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);
  const met = keys.filter((key) => isIn(dashboard, paths[key]) || isIn(paths[key], dashboard));
  return met.slice(0, 1).map((key) =>
    contradiction(
      'pages-among-files',
      ['record', 'dashboard'],
      `The pages of the dashboard would lie in \`${dashboard}\`, and \`paths.${key}\` is \`${paths[key]}\`.`,
      met.map((one) => ['paths', one]),
    ),
  );
}

/** A command without a page would write nothing. */
export function page({ rules }: Rules): Contradiction[] {
  const { path, command } = rules['rendered-page'];
  if (path !== null || command === null) return [];
  const message = 'A command is named that writes the page, and `path` says that there is none.';
  return [
    contradiction('page-without-path', ['rules', 'rendered-page', 'command'], message, [
      ['rules', 'rendered-page', 'path'],
    ]),
  ];
}
