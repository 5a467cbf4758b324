import type { RulesProblem } from '../rules/index.js';
import { find, problemAt, type Path, type Source } from '../rules/source.js';
import type { GroupGiven, PersonGiven, ProposalGiven, StepGiven, StoryFile, StoryGiven } from './schema/index.js';
import type { StoryPlace } from './story.js';

/** One of the maps that a story is laid together from: its own, that of its file, those of settings. */
export interface Layer {
  source: Source;
  /** Where in the file the map stands. */
  base: Path;
  values: Pick<StoryGiven | StoryFile, 'rules' | 'people' | 'groups' | 'merged' | 'proposal' | 'begins'>;
}

/** A problem at a path of a layer. */
export const problemIn = ({ source, base }: Layer, path: Path, code: string, message: string): RulesProblem =>
  problemAt(source, [...base, ...path], `story/${code}`, message);

/** The place of a path of a layer. */
export function placeIn({ source, base }: Layer, path: Path): StoryPlace {
  const { line, col } = source.lines.linePos(find(source, [...base, ...path]).offset);
  return { path: source.path, line: line || 1, column: col || 1 };
}

/** The uppermost layer that says something at a path; the uppermost of all where none does. */
export function layerOf(path: Path, layers: readonly Layer[]): Layer {
  const found = layers.find(({ source, base }) => find(source, [...base, ...path]).here) ?? layers[0];
  if (!found) throw new Error('A story is made of at least one layer.');
  return found;
}

/** People by name, the upper layers' keys laid over those of the lower ones. */
export const peopleOf = (maps: readonly (Readonly<Record<string, PersonGiven | null>> | undefined)[]) =>
  laid<PersonGiven>(maps);

/** Groups by slug, in the same way. */
export const groupsOf = (maps: readonly (Readonly<Record<string, GroupGiven>> | undefined)[]) => laid<GroupGiven>(maps);

/** The proposal, in the same way. */
export const proposalOf = (maps: readonly (ProposalGiven | undefined)[]): ProposalGiven =>
  maps.toReversed().reduce<ProposalGiven>((below, map) => ({ ...below, ...map }), {});

/** What stands uppermost. */
export const beginsOf = (layers: readonly Layer[]): { layer: Layer; steps: readonly StepGiven[] } | null => {
  const layer = layers.find(({ values }) => values.begins !== undefined);
  return layer ? { layer, steps: layer.values.begins ?? [] } : null;
};

function laid<Entry extends object>(
  maps: readonly (Readonly<Record<string, Entry | null>> | undefined)[],
): Record<string, Entry> {
  const result: Record<string, Entry> = {};
  for (const map of maps.toReversed()) {
    for (const [key, entry] of Object.entries(map ?? {})) result[key] = { ...result[key], ...entry } as Entry;
  }
  return result;
}
