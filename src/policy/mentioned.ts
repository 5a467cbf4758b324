import type { Path } from '../rules/source.js';
import type { Expectation, GroupGiven, ProposalGiven, StepGiven, StoryGiven } from './schema/index.js';
import { NONE } from './schema/values.js';

/** A person whom a story names somewhere. */
export interface Mention {
  name: string;
  path: Path;
}

const one = (name: string | undefined, path: Path): Mention[] =>
  name === undefined || name === NONE ? [] : [{ name, path }];
const all = (names: readonly string[] | undefined, path: Path): Mention[] =>
  (names ?? []).map((name, index) => ({ name, path: [...path, index] }));
const keys = (map: object | undefined, path: Path): Mention[] =>
  Object.keys(map ?? {}).map((name) => ({ name, path: [...path, name] }));

/** Whom groups and proposal name, in a story, its file, or its setting. */
export const mentionedInSetting = ({ groups, proposal }: Pick<StoryGiven, 'groups' | 'proposal'>): Mention[] => [
  ...inGroups(groups, ['groups']),
  ...one(proposal?.author, ['proposal', 'author']),
  ...inProposal(proposal, ['proposal']),
];

/** Whom a step names. */
export const mentioned = ({ pushes, governance, expect, ...step }: StepGiven): Mention[] => [
  ...keys(step.says, ['says']),
  ...keys(step.reviews, ['reviews']),
  ...all(step.assigns, ['assigns']),
  ...Object.entries(step.dismisses ?? {}).flatMap(([by, whose]) =>
    [by, whose].map((name) => ({ name, path: ['dismisses', by] })),
  ),
  ...keys(step.refused, ['refused']),
  ...one(pushes?.by, ['pushes', 'by']),
  ...inProposal(pushes ?? undefined, ['pushes']),
  ...inGroups(governance?.groups, ['governance', 'groups']),
  ...inExpectation(expect, ['expect']),
];

const inProposal = (given: Pick<ProposalGiven, 'authors' | 'sponsor'> | undefined, path: Path): Mention[] => [
  ...all(given?.authors, [...path, 'authors']),
  ...one(given?.sponsor, [...path, 'sponsor']),
];

const inGroups = (groups: Readonly<Record<string, GroupGiven>> | undefined, path: Path): Mention[] =>
  Object.entries(groups ?? {}).flatMap(([slug, { leads, members, participants, observers }]) => [
    ...all(leads, [...path, slug, 'leads']),
    ...(members === 'unknown' ? [] : all(members, [...path, slug, 'members'])),
    ...all(participants, [...path, slug, 'participants']),
    ...all(observers, [...path, slug, 'observers']),
  ]);

/** Keys of an expectation that list people. */
const LISTS = ['waitsFor', 'asks', 'reminded', 'holds'] as const satisfies (keyof Expectation)[];
const DECISION_LISTS = [
  'electorate',
  'beside',
  'counted',
  'recused',
  'concerns',
  'parties',
  'mayAnswer',
  'notKnown',
] as const;

function inExpectation(expected: Expectation | undefined, path: Path): Mention[] {
  if (!expected) return [];
  const { decision } = expected;
  const at = [...path, 'decision'];
  return [
    ...one(expected.sponsor, [...path, 'sponsor']),
    ...LISTS.flatMap((key) => all(expected[key], [...path, key])),
    ...(decision === undefined || decision === NONE
      ? []
      : [
          ...one(decision.answers, [...at, 'answers']),
          ...keys(decision.uncounted, [...at, 'uncounted']),
          ...DECISION_LISTS.flatMap((key) => all(decision[key], [...at, key])),
        ]),
  ];
}
