import { createHash } from 'node:crypto';
import { rulesSchema, type Rules } from './schema.js';
import type { Path } from './source.js';

/** A key that rules did not have once. */
export interface Since {
  /** Where it stands; `*` is every entry of a list or map. */
  path: Path;
  /** The value that says what was done while there was no such key: what was decided then must not change by it. */
  meant: unknown;
}

/**
 * Every key that came to be required after rules were first recorded (`test/rules/recorded-v1.json`), in the order in
 * which they came. Old decisions are read by these, so an entry is never changed and never taken out.
 */
export const SINCE: readonly Since[] = [
  // No verb stood for another one, and none was said to be another bot's.
  { path: ['commands'], meant: { aliases: {}, others: [] } },
  // There were no nominations: nothing was decided by these.
  { path: ['rules', 'nomination', 'settles'], meant: [] },
  { path: ['rules', 'ladder-member', 'onboarding'], meant: [] },
  { path: ['rules', 'ladder-maintainer', 'onboarding'], meant: [] },
  { path: ['rules', 'ladder-core-maintainer', 'onboarding'], meant: [] },
  { path: ['rules', 'ladder-moderator', 'onboarding'], meant: [] },
  { path: ['rules', 'group-membership', 'onboarding'], meant: [] },
  { path: ['rules', 'group-leads', 'days'], meant: 7 },
  { path: ['rules', 'group-leads', 'onboarding'], meant: [] },
  { path: ['rules', 'emeritus', 'proposes'], meant: [] },
  { path: ['rules', 'emeritus', 'days'], meant: 14 },
  { path: ['rules', 'emeritus', 'member'], meant: [] },
  { path: ['rules', 'emeritus', 'maintainer'], meant: [] },
  { path: ['rules', 'emeritus', 'core'], meant: [] },
  { path: ['rules', 'emeritus', 'waives'], meant: [] },
  // Pages stood on the branch of the record alone.
  { path: ['record', 'pages'], meant: { by: 'record', format: 'md' } },
  // Nobody was asked whether they were still there: nothing was decided by these.
  { path: ['rules', 'group-inactivity', 'asks'], meant: ['lead', 'core-maintainer', 'lead-maintainer'] },
  // Nobody looked for updates.
  { path: ['rules', 'group-updates', 'titled'], meant: null },
  // Nobody was told anything but on GitHub.
  {
    path: ['tell'],
    meant: {
      core: null,
      groups: {},
      events: { opened: [], deadline: [], closed: [], escalated: [], accepted: [], rejected: [], final: [] },
      digest: { to: [], day: 'monday', hour: 8, issue: null },
    },
  },
];

/** Recorded rules, under the hash that lines name them by; or what in them is no rules of ours, as `path: reason`. */
export type Recorded = { ok: true; rules: Rules; sha256: string } | { ok: false; problems: string[] };

/**
 * Reads rules as the record holds them (docs/record.md), those of earlier versions of Convenor too: keys that were not
 * there yet get the value that their absence meant. The hash is that of the bytes, without the line break at their end,
 * and so stays what the ledger says. For today's rules see `loadRules`: there a missing key comes from the pack below.
 */
export function readRecorded(text: string, since: readonly Since[] = SINCE): Recorded {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    return { ok: false, problems: ['This is no JSON.'] };
  }
  for (const { path, meant } of since) fill(values, path, meant);
  const read = rulesSchema.safeParse(values);
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const sha256 = createHash('sha256').update(text.replace(/\n$/, '')).digest('hex');
  return { ok: true, rules: read.data, sha256 };
}

/** Puts a value where there is none yet, and where there is something to put it into. */
function fill(values: unknown, [key, ...rest]: Path, meant: unknown): void {
  if (typeof values !== 'object' || values === null || key === undefined) return;
  const place = values as Record<string, unknown>;
  const keys = key === '*' ? Object.keys(place) : [String(key)];
  for (const each of keys) {
    if (rest.length > 0) {
      if (Object.hasOwn(place, each)) fill(place[each], rest, meant);
    } else if (!Object.hasOwn(place, each)) place[each] = structuredClone(meant);
  }
}
