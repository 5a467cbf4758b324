import { plain } from '../publish/escape.js';
import type { ProposalState, Rules } from '../rules/schema.js';
import type { GoverningMemory } from '../facts/memory.js';
import type { Discussed } from '../judge/duties/discussed.js';
import { dueTerms, type Governance, type Group, type ReadSources, type Term } from '../people/index.js';
import type { Overrides, ReadTemplates } from '../templates/index.js';
import type { Entry } from './entry.js';
import { groupOf } from './figures.js';
import { pendingAt, type NominationEntry, type Pending } from './nominated.js';
import type { Index } from './read-index.js';

/** A proposal that is known by its file alone: it lies on the default branch, and no ledger is about it. */
export interface Filed {
  /** From the repository's root. */
  path: string;
  number: number | null;
  title: string | null;
  type: string | null;
  /** Null where its file says none that is known. */
  status: ProposalState | null;
  /** As the file has it: logins, or names where there is none. */
  authors: string[];
  sponsor: string | null;
  /** Slug of the group that it names; null for none that is known. */
  group: string | null;
  /** `YYYY-MM-DD` */
  created: string | null;
}

/** What governs the repository, on a day: terms of leads end without anybody touching a file. */
export interface Governed {
  governance: Governance;
  sources: ReadSources;
  loaded: { rules: Rules };
  /** `YYYY-MM-DD` */
  asOf: string;
  templates: ReadTemplates;
  /** Where the duties of leads are looked for. */
  discussed: Discussed;
  /**
   * How a page leads to the ledgers: `beside` where it lies on the record's branch, in its folder; the address of that
   * branch where it lies elsewhere in the repository; null where it is made from a clone.
   */
  ledgers: 'beside' | { tree: string } | null;
}

/** What governs, with the discussions of the day: all that pages of a repository are made from beside the index. */
export interface Grounds extends GoverningMemory {
  discussed: Discussed;
}

/** All that the pages are made of: gathered once, so that each page looks at its own part only. */
export interface Model {
  governance: Governance;
  sources: ReadSources;
  rules: Rules;
  /** `YYYY-MM-DD` */
  asOf: string;
  overrides: Overrides;
  discussed: Discussed;
  /** Terms that are ending or over. */
  terms: readonly Term[];
  ledgers: Governed['ledgers'];
  /** By the number of their pull request. */
  entries: readonly Entry[];
  nominations: readonly NominationEntry[];
  /** Nominations that wait for somebody, by the number of their issue. */
  pending: readonly Pending[];
  /** By number, and then by path. */
  filed: readonly Filed[];
  /** Entries by the slug of their group, or of the one that they name. */
  own: ReadonlyMap<string, readonly Entry[]>;
  /** Entries by the slugs of the groups that have opened a decision on them. */
  decidedIn: ReadonlyMap<string, readonly Entry[]>;
  /** The entry, or else the file, of a proposal's number. */
  byNumber: ReadonlyMap<number, Entry | Filed>;
  groups: ReadonlyMap<string, Group>;
  /** Titles of the priority areas, escaped, by their key. */
  areas: ReadonlyMap<string, string>;
}

/** Gathers what the pages are made of. @param filed proposals that no entry is about; those that one is about are left out */
export function modelOf({ entries, nominations }: Index, filed: readonly Filed[], governed: Governed): Model {
  const { governance, sources, asOf, ledgers, discussed } = governed;
  const { rules } = governed.loaded;
  const sorted = entries.toSorted((a, b) => a.pull - b.pull);
  const numbered = new Map(sorted.flatMap((entry) => (entry.number === null ? [] : [[entry.number, entry] as const])));
  const alone = filed.filter(({ number }) => number === null || !numbered.has(number));
  const files = alone.flatMap((one) => (one.number === null ? [] : [[one.number, one] as const]));
  return {
    ...{ governance, sources, rules, asOf, ledgers, discussed, overrides: governed.templates.overrides },
    terms: dueTerms(sources, asOf, rules.rules.terms.before),
    entries: sorted,
    nominations,
    pending: pendingAt(nominations, `${asOf}T00:00:00Z`),
    filed: alone.toSorted(
      (a, b) =>
        (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) || (a.path < b.path ? -1 : 1),
    ),
    own: grouped(sorted, (entry) => [groupOf(entry)]),
    decidedIn: grouped(sorted, ({ decisions }) => decisions.map(({ group }) => group)),
    byNumber: new Map<number, Entry | Filed>([...files, ...numbered]),
    groups: new Map(governance.groups.map((group) => [group.slug, group])),
    areas: new Map(rules.rules['priority-areas'].areas.map(({ key, title }) => [key, plain(title)])),
  };
}

/** Puts each entry under all of its keys, once under each. */
function grouped(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly (string | null)[],
): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      if (key === null) continue;
      const there = found.get(key);
      if (there) there.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}
