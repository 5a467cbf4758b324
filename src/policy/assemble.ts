import { nearest } from '../near.js';
import type { RulesProblem } from '../rules/index.js';
import type { Path } from '../rules/source.js';
import { Cast, loginsOf } from './cast.js';
import { beginsOf, groupsOf, layerOf, peopleOf, placeIn, problemIn, proposalOf, type Layer } from './layers.js';
import { mentioned, mentionedInSetting } from './mentioned.js';
import type { RulesReader } from './rules.js';
import type { StepGiven, StoryGiven } from './schema/index.js';
import type { Step, Story, World } from './story.js';

/** A step as it stands in a file. */
interface Placed {
  given: StepGiven;
  layer: Layer;
  path: Path;
}

/** Lays a story together from its layers, the uppermost first, and looks whether it can be played. */
export class Assembly {
  private readonly problems: RulesProblem[] = [];
  private readonly steps: readonly Placed[];
  private readonly cast: Cast;

  constructor(
    private readonly given: StoryGiven,
    private readonly layers: readonly Layer[],
    private readonly rules: RulesReader,
  ) {
    const begins = beginsOf(layers);
    const own = this.top();
    this.steps = [
      ...(begins?.steps ?? []).map((step, at) => ({ given: step, layer: begins?.layer ?? own, path: ['begins', at] })),
      ...given.steps.map((step, at) => ({ given: step, layer: own, path: ['steps', at] })),
    ];
    const changed = this.steps.map((step) => step.given.governance?.people);
    this.cast = new Cast(
      [...layers.map(({ values }) => values.people).toReversed(), ...changed].map((one) => peopleOf([one])),
    );
  }

  /** The story, or everything that is wrong with it. */
  story(): Story | RulesProblem[] {
    const world = this.world();
    const proposal = proposalOf(this.layers.map(({ values }) => values.proposal));
    if (proposal.author === undefined) {
      this.say(
        this.top(),
        ['story'],
        'no-author',
        'Nobody opens the pull request here: name them in `proposal.author`.',
      );
    }
    this.checkPeople(proposal);
    if (!this.given.steps.some(({ expect, refused }) => expect !== undefined || refused !== undefined)) {
      const message = 'This story expects nothing, so it could never fail: say in `expect` what must be so.';
      this.say(this.top(), ['story'], 'expects-nothing', message);
    }
    const steps = world && this.played(world);
    if (this.problems.length > 0 || !steps) return this.problems;
    const { story: title, clause } = this.given;
    return {
      title,
      clauses: clause === undefined ? [] : typeof clause === 'string' ? [clause] : clause,
      place: placeIn(this.top(), ['story']),
      cast: this.cast,
      world,
      proposal,
      steps,
    };
  }

  private top(): Layer {
    return layerOf([], this.layers);
  }

  private say(layer: Layer, path: Path, code: string, message: string): void {
    this.problems.push(problemIn(layer, path, code, message));
  }

  private world(): World | null {
    const layer = this.layers.find(({ values }) => values.rules !== undefined);
    const read = this.rules.rulesOf(layer ?? this.top(), layer ? ['rules'] : null);
    if (!read.ok) {
      this.problems.push(...read.problems);
      return null;
    }
    const people = peopleOf(this.layers.map(({ values }) => values.people));
    const groups = groupsOf(this.layers.map(({ values }) => values.groups));
    this.checkLogins(people, (path) => layerOf(['people', ...path], this.layers), ['people']);
    const merged = this.layers.find(({ values }) => values.merged !== undefined)?.values.merged ?? [];
    return { rules: read.loaded, people, groups, merged };
  }

  /** The steps with the default branch at each; null where the rules of one cannot be read. */
  private played(world: World): Step[] | null {
    let now = world;
    const unread: RulesProblem[] = [];
    const steps = this.steps.map(({ given, layer, path }, index): Step => {
      const { governance, ...rest } = given;
      if (governance) {
        const at = [...path, 'governance'];
        const read = governance.rules === undefined ? null : this.rules.rulesOf(layer, [...at, 'rules']);
        if (read && !read.ok) unread.push(...read.problems);
        now = {
          rules: read?.ok ? read.loaded : now.rules,
          people: peopleOf([governance.people, now.people]),
          groups: groupsOf([governance.groups, now.groups]),
          merged: governance.merged ?? now.merged,
        };
        this.checkLogins(now.people, () => layer, [...at, 'people']);
      }
      return {
        ...rest,
        number: index + 1,
        place: placeIn(layer, path),
        placeOf: (below) => placeIn(layer, [...path, ...below]),
        governance: governance ? now : null,
      };
    });
    this.problems.push(...unread);
    return unread.length === 0 ? steps : null;
  }

  /** An account belongs to one person. */
  private checkLogins(people: World['people'], layerAt: (path: Path) => Layer, path: Path): void {
    const owners = new Map<string, string>();
    for (const [name, person] of Object.entries(people)) {
      for (const login of loginsOf(name, person)) {
        const owner = owners.get(login.toLowerCase());
        owners.set(login.toLowerCase(), name);
        if (owner === undefined) continue;
        const message = `The login ${login} belongs to ${owner} already.`;
        this.say(layerAt([name]), [...path, name], 'login-twice', message);
      }
    }
  }

  private checkPeople(proposal: Story['proposal']): void {
    const setting = this.layers.flatMap((layer) =>
      mentionedInSetting(layer.values).map((mention) => ({ ...mention, layer, at: mention.path })),
    );
    const told = this.steps.flatMap(({ given, layer, path }) =>
      mentioned(given).map((mention) => ({ ...mention, layer, at: [...path, ...mention.path] })),
    );
    for (const { name, layer, at } of [...setting, ...told]) {
      if (!this.cast.has(name)) this.say(layer, at, 'unknown-person', this.unknown(name));
    }
    if ((proposal.authors ?? []).length === 0 && proposal.author === 'none') {
      this.say(this.top(), ['story'], 'no-author', 'Whose account is gone needs `proposal.authors`, for the preamble.');
    }
  }

  private unknown(name: string): string {
    const near = nearest(name, this.cast.all);
    const next = near === null ? 'Add them to `people`.' : `Did you mean ${near}?`;
    return `Nobody in this story is called ${name}. ${next}`;
  }
}
