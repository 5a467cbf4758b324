import type { Fraction, Rules } from '../schema.js';
import type { Path } from '../source.js';
import { contradiction, type Contradiction } from './finding.js';

/** A minor matter does not take longer than a significant one, and a cleared block leaves no more than there was. */
export function consensus({ rules }: Rules): Contradiction[] {
  const { minor, significant } = rules.consensus;
  const path: Path = ['rules', 'consensus'];
  return [
    ...(minor > significant
      ? [
          contradiction(
            'minor-longer',
            [...path, 'minor'],
            `A minor consensus (${minor} days) would run longer than a significant one (${significant} days).`,
            [[...path, 'significant']],
          ),
        ]
      : []),
    ...(rules.blocking.left > minor
      ? [
          contradiction(
            'left-longer',
            ['rules', 'blocking', 'left'],
            `After a cleared block ${rules.blocking.left} days would be left, and a minor consensus has only ${minor}.`,
            [[...path, 'minor']],
          ),
        ]
      : []),
  ];
}

/** Who is counted has to be able to speak, or no quorum could be reached. */
export function voters({ rules }: Rules): Contradiction[] {
  const { counted, voters: may } = rules.vote;
  return counted
    .filter((level) => !may.includes(level))
    .map((level) =>
      contradiction(
        'counted-without-vote',
        ['rules', 'vote', 'counted'],
        `\`${level}\` would be counted for the quorum and may cast no ballot.`,
        [['rules', 'vote', 'voters']],
      ),
    );
}

/** Quorums that are no quorums, and shares that nothing reaches or that both sides reach at once. */
export function shares({ rules }: Rules): Contradiction[] {
  const { vote, 'core-decision': core, 'core-veto': veto } = rules;
  const quorums: [Path, Fraction][] = [
    [['rules', 'vote', 'quorum'], vote.quorum],
    [['rules', 'core-decision', 'quorum'], core.quorum],
  ];
  const thresholds: [Path, Fraction][] = [
    [['rules', 'vote', 'routine'], vote.routine],
    [['rules', 'vote', 'scope'], vote.scope],
    [['rules', 'core-decision', 'threshold'], core.threshold],
    [['rules', 'core-veto', 'threshold'], veto.threshold],
  ];
  return [
    ...quorums
      .filter(([, quorum]) => quorum.of === 'cast')
      .map(([path]) =>
        contradiction(
          'quorum-of-cast',
          [...path, 'of'],
          'A quorum is a share of the electorate: of those who spoke, all did.',
        ),
      ),
    ...[...quorums, ...thresholds]
      .filter(([, { num, den, strict }]) => strict && num === den)
      .map(([path]) =>
        contradiction('share-unreachable', path, 'More than all of them is never reached.', [[...path, 'strict']]),
      ),
    ...thresholds
      .filter(([, { num, den }]) => num * 2 < den)
      .map(([path]) =>
        contradiction('share-under-half', path, 'With less than half, those for and those against could both carry.'),
      ),
  ];
}

/** What changes a scope needs no smaller a majority than routine. */
export function scopeMajority({ rules }: Rules): Contradiction[] {
  const { routine, scope } = rules.vote;
  if (routine.of !== scope.of || scope.num * routine.den >= routine.num * scope.den) return [];
  const message = 'A change of scope would need a smaller majority than a routine matter.';
  return [contradiction('scope-easier', ['rules', 'vote', 'scope'], message, [['rules', 'vote', 'routine']])];
}
