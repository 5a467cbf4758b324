import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The rule packs that ship with Convenor, by the name that `extends` gives. */
export const PACKS = ['mcp', 'minimal'] as const;
/** See {@link PACKS}. */
export type PackName = (typeof PACKS)[number];

/** Whether a name is one of {@link PACKS}. */
export const isPack = (name: string): name is PackName => (PACKS as readonly string[]).includes(name);

/** Where `extends` finds packs. */
export interface Packs {
  names: readonly string[];
  /** The text of a pack's rules, and the path to show for it; asked for `names` only. */
  read(name: string): { source: string; path: string };
}

/** The packs of `rules/`. Works from `src/` and from `dist/` alike. */
export const SHIPPED: Packs = {
  names: PACKS,
  read(name) {
    const path = `rules/${name}/rules.yml`;
    return { source: readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'), path };
  },
};
