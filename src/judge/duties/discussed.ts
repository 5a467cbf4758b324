import { groupsNamedIn, lastDayOf, matchGroup, type Governance, type Group } from '../../people/index.js';

/** A discussion on GitHub, as far as the duties of leads are looked for in it. */
export interface Discussion {
  title: string;
  url: string;
  createdAt: string;
  /** When its text was changed, and when something was written below it; in no order. */
  added: readonly string[];
  /** Whether that is all of it. */
  isWhole: boolean;
}

/** A category of discussions, the newest first. */
export interface Category {
  name: string;
  discussions: readonly Discussion[];
  /** Whether these are all of its discussions. */
  isWhole: boolean;
}

/** The categories that rules name, as far as there are such; or in a sentence why they cannot be read. */
export type Discussed = { ok: true; categories: readonly Category[] } | { ok: false; why: string };

/** Where no discussion is looked for. */
export const NOTHING_DISCUSSED: Discussed = { ok: true, categories: [] };

/** What a clone knows of discussions. */
export const NOT_IN_CLONE: Discussed = {
  ok: false,
  why: 'a clone holds no discussions; the dashboard of the running app says it.',
};

/** In the name of a category, the place of the group's own. */
const OWN = '{group}';

/**
 * The categories that the rules mean by a name, each with the group whose own it is; null for one of all groups.
 * @param wanted as the rules have it
 */
export function categoriesMeant<Named extends { name: string }>(
  wanted: string,
  categories: readonly Named[],
  governance: Governance,
): { category: Named; group: Group | null }[] {
  const [before = '', after] = wanted.toLowerCase().split(OWN);
  return categories.flatMap((category): { category: Named; group: Group | null }[] => {
    const name = category.name.toLowerCase();
    if (after === undefined) return name === before ? [{ category, group: null }] : [];
    if (!name.startsWith(before) || !name.endsWith(after)) return [];
    const match = matchGroup(governance, name.slice(before.length, name.length - after.length));
    return match.kind === 'one' ? [{ category, group: match.group }] : [];
  });
}

/** Where a group's discussions are looked for, or in a sentence why they cannot be. */
export type Looked =
  | { ok: true; discussions: readonly Discussion[]; isWhole: boolean; oldest: string | null; where: string }
  | { ok: false; why: string };

/** A group's discussions in the category that the rules mean: all of its own, or those of all groups whose titles name it alone. */
export function discussionsOf(
  group: Group,
  wanted: string | null,
  discussed: Discussed,
  governance: Governance,
): Looked {
  if (wanted === null) return { ok: false, why: 'the rules name no category of discussions.' };
  if (!discussed.ok) return discussed;
  const meant = categoriesMeant(wanted, discussed.categories, governance);
  const own = meant.filter((one) => one.group === null || one.group.slug === group.slug);
  const where = own.map(({ category }) => category.name).join(' or ');
  if (own.length === 0) {
    const name = wanted.replace(OWN, group.title);
    return { ok: false, why: `there is no category of discussions called ${name}.` };
  }
  const discussions = own.flatMap((one) =>
    one.category.discussions.filter(({ title }) => one.group !== null || isNamedAlone(group, title, governance)),
  );
  const oldest = own.flatMap(({ category }) => category.discussions.map(({ createdAt }) => createdAt)).toSorted()[0];
  return {
    ok: true,
    discussions,
    isWhole: own.every(({ category }) => category.isWhole),
    oldest: oldest ?? null,
    where,
  };
}

function isNamedAlone(group: Group, title: string, governance: Governance): boolean {
  const [first, ...others] = groupsNamedIn(governance, title);
  return first?.slug === group.slug && others.length === 0;
}

/** A day that a title names, `YYYY-MM-DD`; null for none. Of several the last, as of a span. */
export const dayIn = (title: string): string | null => lastDayOf(title);
