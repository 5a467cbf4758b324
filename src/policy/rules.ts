import { isAlias, isNode } from 'yaml';
import { nearest } from '../near.js';
import { loadRules, PACKS, SHIPPED, type LoadedRules, type Packs, type RulesProblem } from '../rules/index.js';
import type { Path } from '../rules/source.js';
import { problemIn, type Layer } from './layers.js';

/** The name by which a story means the rules of the clone that it lies in. */
export const OWN = 'own';

/** The rules that a repository has, or is to have: what `own` means. Without `loaded`, they have errors. */
export interface OwnRules {
  /** For people: where they come from. */
  shown: string;
  loaded: LoadedRules | null;
}

/** The rules of a story, or what is wrong with them. */
export type StoryRules = { ok: true; loaded: LoadedRules } | { ok: false; problems: RulesProblem[] };

/** Reads what stories say of their rules: each text once. */
export class RulesReader {
  private readonly packs: Packs;
  private readonly known = new Map<string, StoryRules>();

  constructor(private readonly own: OwnRules) {
    const names = own.loaded ? [...PACKS, OWN] : [...PACKS];
    this.packs = {
      names,
      // The rules as they are in force, whole: they stand on no pack any more.
      read: (name) =>
        name === OWN ? { source: JSON.stringify(own.loaded?.rules), path: own.shown } : SHIPPED.read(name),
    };
  }

  /**
   * The rules that a layer names or writes at a path.
   * @param path null where it says nothing of them: then they are `own`
   */
  rulesOf(layer: Layer, path: Path | null): StoryRules {
    const given: unknown = path === null ? OWN : valueAt(layer, path);
    const refuse = (code: string, message: string): StoryRules => ({
      ok: false,
      problems: [problemIn(layer, path ?? [], code, message)],
    });
    if (given === OWN) {
      if (this.own.loaded) return { ok: true, loaded: this.own.loaded };
      return refuse('own-rules', `The rules of ${this.own.shown} have errors, so nothing can be tried by them.`);
    }
    if (typeof given === 'string' && !this.packs.names.includes(given)) {
      return refuse('unknown-pack', this.unknown(given));
    }
    const text = typeof given === 'string' ? `extends: ${given}\n` : textOf(layer, path ?? []);
    const key = `${layer.source.path}\n${text}`;
    const read = this.known.get(key) ?? loadRules(text, layer.source.path, this.packs);
    this.known.set(key, read);
    return read;
  }

  private unknown(given: string): string {
    const near = nearest(given, this.packs.names);
    const meant = near === null ? '' : ` Did you mean \`${near}\`?`;
    return `There are no rules called ${JSON.stringify(given)}: the packs are ${PACKS.join(' and ')}, and \`${OWN}\` are those of the clone.${meant}`;
  }
}

const valueAt = ({ source, base }: Layer, path: Path): unknown => {
  const node: unknown = source.document.getIn([...base, ...path], true);
  return isNode(node) ? node.toJS(source.document) : node;
};

/** The lines of a rules file within a story, each where it stands: so that what is wrong with one is said at its place. */
function textOf({ source, base }: Layer, path: Path): string {
  const given: unknown = source.document.getIn([...base, ...path], true);
  const node: unknown = isAlias(given) ? given.resolve(source.document) : given;
  const [start, , end] = (isNode(node) ? node.range : null) ?? [0, 0, 0];
  return source.text.slice(0, start).replace(/[^\n]/g, ' ') + source.text.slice(start, end);
}
