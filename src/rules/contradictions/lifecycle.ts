import type { Evidence, Rules } from '../schema.js';
import type { Path } from '../source.js';
import { contradiction, repeated, type Contradiction } from './finding.js';

const TABLE: Path = ['rules', 'transitions', 'table'];

/** States that follow from a decision or from the lapse of time, and that nobody sets by a word. */
const NOT_BY_WORD = ['accepted', 'rejected', 'dormant', 'proposal'];

/** Steps that lead nowhere, that stand twice, or that would go past a decision. */
export function steps({ rules }: Rules): Contradiction[] {
  const { table } = rules.transitions;
  const pairs = table.flatMap((row, at) => row.from.map((from) => ({ pair: `${from} → ${row.to}`, at })));
  const rows = table.flatMap((row, at) => [
    ...(row.from.includes(row.to)
      ? [contradiction('step-to-itself', [...TABLE, at], `This step leads from \`${row.to}\` to \`${row.to}\`.`)]
      : []),
    ...(NOT_BY_WORD.includes(row.to)
      ? [
          contradiction(
            'step-past-decision',
            [...TABLE, at, 'to'],
            `Nobody sets \`${row.to}\` by a word: it follows from a decision, or from what happens. Take the row out.`,
          ),
        ]
      : []),
  ]);
  const twice = repeated(pairs.map(({ pair }) => pair)).map(({ entry, at }) =>
    contradiction(
      'step-twice',
      [...TABLE, pairs[at]?.at ?? 0],
      `The step ${entry} stands here twice; put both into one row.`,
    ),
  );
  return [...rows, ...twice];
}

/** Without a way into review nothing is ever decided, and without one to the end nothing is merged. */
export function ways({ rules }: Rules): Contradiction[] {
  const { table } = rules.transitions;
  const leads = (from: string, to: string): boolean =>
    table.some((row) => row.to === to && row.from.some((state) => state === from));
  return [
    ...(leads('draft', 'in-review')
      ? []
      : [
          contradiction(
            'no-way',
            TABLE,
            'No step leads from `draft` to `in-review`, so nothing would ever be reviewed.',
          ),
        ]),
    ...(leads('accepted', 'final')
      ? []
      : [contradiction('no-way', TABLE, 'No step leads from `accepted` to `final`, so nothing would ever be merged.')]),
  ];
}

/** Evidence that is asked for and that the rules give no place to look for. */
export function evidence({ rules }: Rules): Contradiction[] {
  const asked: { needs: readonly Evidence[]; path: Path }[] = [
    { needs: rules.acceptance.needs, path: ['rules', 'acceptance', 'needs'] },
    ...rules.transitions.table.map((row, at) => ({ needs: row.needs, path: [...TABLE, at, 'needs'] })),
  ];
  return asked.flatMap(({ needs, path }) => [
    ...(needs.includes('conformance') && rules.conformance.repository === null
      ? [
          contradiction(
            'evidence-nowhere',
            path,
            'A conformance scenario is needed here, and `rules.conformance.repository` names no repository to find it in.',
            [['rules', 'conformance', 'repository']],
          ),
        ]
      : []),
    ...(needs.includes('specification-changes') && rules.specification.paths.length === 0
      ? [
          contradiction(
            'evidence-nowhere',
            path,
            'Changes of the specification are needed here, and `rules.specification.paths` says nowhere where it is.',
            [['rules', 'specification', 'paths']],
          ),
        ]
      : []),
    ...(needs.includes('changelog') && rules.specification.changelog === null
      ? [
          contradiction(
            'evidence-nowhere',
            path,
            'An entry in the changelog is needed here, and `rules.specification.changelog` says that there is none.',
            [['rules', 'specification', 'changelog']],
          ),
        ]
      : []),
    ...(needs.includes('rendered-page') && rules['rendered-page'].path === null
      ? [
          contradiction(
            'evidence-nowhere',
            path,
            'A rendered page is needed here, and `rules.rendered-page.path` says that there is none.',
            [['rules', 'rendered-page', 'path']],
          ),
        ]
      : []),
  ]);
}

/** Kinds of proposals that a rule speaks of and that are not allowed at all. */
export function kinds({ rules, delegation }: Rules): Contradiction[] {
  const { allowed } = rules.tracks;
  const spoken: { tracks: readonly string[]; path: Path }[] = [
    ...(['acceptance', 'specification', 'conformance'] as const).map((rule) => ({
      tracks: rules[rule].tracks,
      path: ['rules', rule, 'tracks'],
    })),
    ...Object.entries(delegation.grants).map(([slug, { scope }]) => ({
      tracks: scope?.tracks ?? [],
      path: ['delegation', 'grants', slug, 'scope', 'tracks'],
    })),
  ];
  return spoken.flatMap(({ tracks, path }) =>
    tracks
      .filter((one) => !allowed.some((track) => track === one))
      .map((one) =>
        contradiction('track-not-allowed', path, `\`${one}\` is none of the kinds in \`rules.tracks.allowed\`.`, [
          ['rules', 'tracks', 'allowed'],
        ]),
      ),
  );
}

/** A warning that would come before there is anything to warn of, and a reminder that its own pause forbids. */
export function times({ rules }: Rules): Contradiction[] {
  const { months, warnings } = rules.dormancy;
  const { answer, apart } = rules.reminders;
  // A month has at least 28 days.
  const early = warnings
    .filter((before) => before >= months * 28)
    .map((before) =>
      contradiction(
        'warning-too-early',
        ['rules', 'dormancy', 'warnings'],
        `A warning ${before} days before would come when the proposal is new: it is dormant after ${months} months.`,
        [['rules', 'dormancy', 'months']],
      ),
    );
  const often =
    answer < apart
      ? [
          contradiction(
            'reminder-too-early',
            ['rules', 'reminders', 'answer'],
            `Somebody would be reminded after ${answer} days, and two reminders lie at least ${apart} days apart.`,
            [['rules', 'reminders', 'apart']],
          ),
        ]
      : [];
  return [...early, ...often];
}
