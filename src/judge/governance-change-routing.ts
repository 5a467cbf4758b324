import type { OpenProposal } from '../facts/facts.js';
import { FORM_NAMES } from './forms/words.js';
import { coreBody, groupBySlug, loginKey, titleOf } from '../people/index.js';
import { readProposal } from '../proposal/index.js';
import {
  bindingsOf,
  countedIn,
  reservedBy,
  UNSAID,
  weightOf,
  type Binding,
  type Ground,
  type Matter,
  type Reserved,
} from '../routing/index.js';
import { track, type Authority, type Grant, type Rules } from '../rules/schema.js';
import { either } from '../rules/words.js';
import { countedLogins, type Side } from './governance-change-side.js';
import { change, type Change } from './governance-change-verdict.js';
import { inWords } from './instants.js';

/** Rules and people before and after a change. */
export interface Grounds {
  before: Side & { rules: Rules };
  after: Side & { rules: Rules };
  shown: ReadonlyMap<string, { decided: number; overturned: number }>;
}

/** What becomes of the open proposals. */
export interface RoutingChanges {
  proposals: Change[];
  pinned: string[];
  unsaid: string[];
}

const SETTLED: readonly OpenProposal['status'][] = ['accepted', 'rejected', 'final', 'withdrawn', 'superseded'];

/** Which open proposals would be with another group, or decided otherwise, and which decisions keep what they opened with. */
export function routingChanges(all: readonly OpenProposal[], grounds: Grounds, rulesDiffer: boolean): RoutingChanges {
  const open = all.filter(({ status }) => !SETTLED.includes(status));
  return {
    proposals: open.flatMap((proposal) => ofProposal(proposal, grounds)),
    pinned: open.flatMap((proposal) => pinned(proposal, grounds, rulesDiffer)),
    unsaid: open.length === 0 ? [] : unknowable(grounds),
  };
}

const groundOf = ({ governance, rules, day }: Grounds['before']): Ground => ({ governance, rules, today: day });

const NOTHING = readProposal('', { path: 'proposal.md' });

/** A proposal as far as the index knows it: its number, title and track, and neither its words nor its files. */
function matterOf({ pull, title, type }: OpenProposal): Matter {
  const known = track.safeParse(type);
  const proposal = { ...NOTHING, title, type: known.success ? known.data : null };
  return { proposal, source: '', number: pull, paths: [] };
}

interface Standing {
  /** Slugs of the groups that are responsible. */
  groups: string[];
  bindings: Binding[];
  reserved: readonly Reserved[];
  /** What the word of the only group is worth; null where there is none, or several, or where nobody here can tell. */
  authority: Authority | null;
  because: readonly string[];
}

/** Whose a proposal is, with a word that somebody gave a group for it, whatever the charters say. */
function standing(proposal: OpenProposal, word: string | null, side: Grounds['before'], grounds: Grounds): Standing {
  const [matter, ground] = [matterOf(proposal), groundOf(side)];
  const bindings = bindingsOf(matter, ground, { ...UNSAID, adopted: word });
  const groups = bindings.map(({ group }) => group);
  const reserved = reservedBy(matter, ground, groups);
  const [only, ...others] = groups;
  const isUnknown = reserved.length === 0 && isByContent(side.rules.delegation.grants[only ?? '']);
  if (only === undefined || others.length > 0 || isUnknown) {
    return { groups, bindings, reserved, authority: null, because: [] };
  }
  const { decided = null, overturned = null } = grounds.shown.get(only) ?? {};
  const shown = { decided, overturned, ...countedIn(only, ground) };
  const weight = weightOf(only, { matter, ground, reserved, shown, vouched: only === word });
  return { groups, bindings, reserved, ...weight };
}

/** The group that has a proposal by somebody's word: the index says whose it is, and no charter or delegation makes it so. */
function wordFor(proposal: OpenProposal, { before }: Grounds): string | null {
  const bound = bindingsOf(matterOf(proposal), groundOf(before), UNSAID).map(({ group }) => group);
  // Of several that bind, only a lead's word makes one of them responsible.
  return bound.length === 1 && bound[0] === proposal.group ? null : proposal.group;
}

function ofProposal(proposal: OpenProposal, grounds: Grounds): Change[] {
  const { before, after } = grounds;
  const word = wordFor(proposal, grounds);
  const [old, now] = [standing(proposal, word, before, grounds), standing(proposal, word, after, grounds)];
  const who = nameOf(proposal);
  if (old.groups.join() !== now.groups.join()) return [routed(who, { old, now }, grounds, word)];
  const [wasReserved, isReserved] = [old, now].map(({ reserved }) => reserved.map(({ says }) => says).join(' '));
  if (Boolean(wasReserved) !== Boolean(isReserved)) {
    return isReserved
      ? [change('loses', `would be reserved to the core. ${isReserved}`, { who })]
      : [change('gains', `would no longer be reserved to the core, as it is now: ${wasReserved}`, { who })];
  }
  if (old.authority === null || now.authority === null || old.authority === now.authority) return [];
  const worth = `${namesOf(after, now.groups)} ${WORTH[now.authority]}; until now it ${WORTH[old.authority]}.`;
  const says = ['would be decided otherwise:', worth, ...now.because].join(' ');
  return [change(HEIGHT.indexOf(now.authority) > HEIGHT.indexOf(old.authority) ? 'gains' : 'loses', says, { who })];
}

/** `the Lids Working Group and the Kettles Working Group`; `no group`. */
const namesOf = ({ governance }: Side, slugs: readonly string[]): string =>
  slugs.length === 0
    ? 'no group'
    : either(
        slugs.map((slug) => `the ${titleOf(governance, slug)}`),
        'and',
      );

const HEIGHT: readonly Authority[] = ['advise', 'veto-window', 'decide'];
const WORTH: Record<Authority, string> = {
  advise: 'advises, and the core decides (advise)',
  'veto-window': 'decides, unless the core objects in time (veto-window)',
  decide: 'decides at once (decide)',
};

function routed(
  who: string,
  { old, now }: { old: Standing; now: Standing },
  grounds: Grounds,
  word: string | null,
): Change {
  const fresh = now.bindings.filter(({ group }) => !old.groups.includes(group));
  const isCross = now.reserved.some(({ by }) => by === 'cross-group');
  const isSeveral = now.groups.length > 1;
  const says = [
    `would be with ${namesOf(grounds.after, now.groups)}; until now with ${namesOf(grounds.before, old.groups)}.`,
    ...fresh.map((binding) => binding.says),
    ...(now.authority === null ? [] : [`That group ${WORTH[now.authority]}.`]),
    ...(isCross ? ["What touches several groups is the core's to decide."] : []),
    ...(isSeveral && word !== null ? ['If somebody routed it to its group, it stays there alone.'] : []),
  ];
  return change('changes', says.join(' '), { who });
}

/** A decision pins its rules, its electorate and its authority when it opens: no later change touches them. */
function pinned(proposal: OpenProposal, { before, after }: Grounds, rulesDiffer: boolean): string[] {
  const { decision, group } = proposal;
  if (decision === null) return [];
  const counted = (side: Side): string | undefined =>
    decision.form === 'consensus' || decision.form === 'vote'
      ? countedLogins(side, group ?? '')?.join()
      : coreLogins(side);
  const differs = [
    ...(counted(before) === counted(after) ? [] : ['who is counted']),
    ...(rulesDiffer ? ['the rules'] : []),
  ];
  if (differs.length === 0) return [];
  const until = inWords(decision.deadline);
  const form = FORM_NAMES[decision.form];
  return [
    `${nameOf(proposal)} has ${/^[aeiou]/.test(form) ? 'an' : 'a'} ${form} open until ${until}; it keeps ${either(differs, 'and')} as it opened.`,
  ];
}

const coreLogins = ({ governance }: Side): string =>
  coreBody(governance)
    .map(({ login }) => loginKey(login))
    .join();

/** Whether a grant asks for what the index does not hold: a proposal's files, or all of its words. */
const isByContent = (grant: Grant | undefined): boolean => Boolean(grant?.scope?.paths ?? grant?.scope?.items);

/** Grants that change and whose scope only the proposals' own files and words can tell. */
function unknowable({ before, after }: Grounds): string[] {
  const [old, now] = [before.rules.delegation.grants, after.rules.delegation.grants];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((slug) => JSON.stringify(old[slug]) !== JSON.stringify(now[slug]))
    .filter((slug) => isByContent(old[slug]) || isByContent(now[slug]))
    .map((slug) => {
      const side = groupBySlug(after.governance, slug) ? after : before;
      return `The delegation to the ${titleOf(side.governance, slug)} covers proposals by their files or words. The record's index holds neither, so which open ones it covers is not said here.`;
    });
}

/** The beginning of a sentence: `SEP-12, "Short frames" (pull request 15),`. */
function nameOf({ pull, number, title }: OpenProposal): string {
  const label = number === null ? `Pull request ${pull}` : `SEP-${number}`;
  const where = number === null || number === pull ? '' : ` (pull request ${pull})`;
  return title === null ? `${label}${where}` : `${label}, "${title}"${where},`;
}
