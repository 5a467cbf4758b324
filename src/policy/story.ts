import type { LoadedRules } from '../rules/index.js';
import type { Cast } from './cast.js';
import type { GroupGiven, PersonGiven, ProposalGiven, StepGiven } from './schema/index.js';

/** A place in a story file. Line and column count from 1. */
export interface StoryPlace {
  path: string;
  line: number;
  column: number;
}

/** The default branch of a story at a time. */
export interface World {
  rules: LoadedRules;
  /** By the name that the story gives them. */
  people: Readonly<Record<string, PersonGiven>>;
  /** By slug. */
  groups: Readonly<Record<string, GroupGiven>>;
  /** Numbers of proposals that are merged. */
  merged: readonly number[];
}

/** What happens at a moment, and what must be so after it. */
export interface Step extends Omit<StepGiven, 'governance'> {
  /** From 1 within the story, those with which it begins included. */
  number: number;
  place: StoryPlace;
  /** Where a key of it stands, by the path from the step. */
  placeOf(path: readonly (string | number)[]): StoryPlace;
  /** The default branch from this step on; null where it stays as it is. */
  governance: World | null;
}

/** A story that can be played. */
export interface Story {
  title: string;
  clauses: readonly string[];
  place: StoryPlace;
  cast: Cast;
  world: World;
  proposal: ProposalGiven;
  steps: readonly Step[];
}
