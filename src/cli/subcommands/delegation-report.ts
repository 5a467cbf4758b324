import { resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { daysBetween, peopleOn, readSources } from '../../people/index.js';
import {
  countedIn,
  levelOf,
  recordOf,
  type Ground,
  type GroupRecord,
  type PastProposal,
  type Shown,
} from '../../routing/index.js';
import type { Authority, Grant } from '../../rules/schema.js';
import { readClone } from '../clone.js';
import { complain, EXIT, printJson } from '../io.js';
import { readIndex } from '../record/entries.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { delegationCard } from './delegation-card.js';

/** What there is to say of one group, as `--json` prints it. */
export interface Delegated {
  group: string;
  /** What its word is worth today on what the grant covers and nothing reserves. */
  authority: Authority;
  granted:
    (Pick<Grant, 'authority' | 'scope' | 'grantedBy' | 'since' | 'until' | 'needs'> & { daysLeft?: number }) | null;
  /** Parts that cannot be known are null. */
  shown: Pick<Shown, 'members' | 'organizations'> & {
    [Part in keyof Omit<GroupRecord, 'members'>]: GroupRecord[Part] | null;
  } & {
    tookPart: string[] | null;
  };
  /** The level that was granted and that it does not hold, with why, in sentences; null where it holds what was granted. */
  next: { authority: Authority; lacks: string[] } | null;
}

export const delegationReport = subcommand({
  name: 'delegation report',
  usage: 'delegation report [--json] [--record DIR] DIR',
  summary: 'Says of each group what it may decide, what it has shown, what it lacks, and when its grant ends.',
  help: [
    'DIR is the root of a clone, whose rules, charters and roster count. What groups have decided stands on another branch: name a checkout of the record with --record. Without it that is not known, and what is not known meets no demand.',
    'Decided means: the group agreed on a proposal, and it was accepted, whoever had the last word. Overturned means: the group agreed, and the core rejected it, or objected within the window and did not accept it afterwards.',
    'With --json: an array with an object for each group that can decide or has a grant: group (slug), authority (its level today: advise, veto-window or decide), granted (null, or authority, scope, grantedBy, since, until, needs and daysLeft, as far as they are given), shown (decided, overturned, medianDays, tookPart, members, organizations; null where not known), next (the level that was granted and does not hold, with lacks: sentences that say why; null where it holds).',
    'Exit status: 0, or 2 where the clone, its rules or the record could not be read.',
  ],
  examples: [
    { line: 'convenor delegation report .', says: 'See who may decide what, and which grant ends soon.' },
    {
      line: 'convenor delegation report --record ../record .',
      says: 'See also what each group has shown, and what it lacks.',
    },
  ],
  options: {
    json: JSON_OPTION,
    record: { type: 'string', value: 'DIR', says: 'A checkout of the record branch.' },
  },
  operands: { min: 1, max: 1, noun: 'the root of a clone' },
  async run({ values, operands: [directory = '.'] }, io) {
    const read = await readClone(resolve(io.cwd, directory), directory);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const { rules, rulesFrom, texts } = read.clone;
    if (rulesFrom === 'pack-instead') {
      complain(io, `${RULES_FILE} has errors, and the grants stand in it. See: convenor rules check ${directory}`);
      return EXIT.wrongUse;
    }
    const index = values.record === undefined ? null : await readIndex(values.record, io.cwd);
    if (index?.ok === false) {
      complain(io, index.problem);
      return EXIT.wrongUse;
    }
    const today = io.today();
    const ground: Ground = { governance: peopleOn(readSources(texts, rules.paths), today), rules, today };
    const report = delegatedOn(ground, index?.index.entries ?? null);
    if (values.json === true) printJson(io, report);
    else io.stdout.write(delegationCard(report, ground, index !== null, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

/** Every group that can decide, or that a grant names; by slug. */
function delegatedOn(ground: Ground, proposals: readonly PastProposal[] | null): Delegated[] {
  const { governance, rules } = ground;
  const deciding = governance.groups.filter(({ kind, status }) => kind === 'working-group' && status === 'active');
  const slugs = new Set([...deciding.map(({ slug }) => slug), ...Object.keys(rules.delegation.grants)]);
  return [...slugs].sort().map((group) => delegatedTo(group, ground, proposals));
}

function delegatedTo(group: string, ground: Ground, proposals: readonly PastProposal[] | null): Delegated {
  const grant = ground.rules.delegation.grants[group] ?? null;
  const record = proposals && recordOf(proposals, group);
  const { members, organizations } = countedIn(group, ground);
  const shown: Shown = {
    decided: record?.decided ?? null,
    overturned: record?.overturned ?? null,
    members,
    organizations,
  };
  const { authority, because } = levelOf(group, { ground, shown });
  const until = grant?.until;
  return {
    group,
    authority,
    granted: grant && { ...grant, ...(until === undefined ? {} : { daysLeft: daysBetween(ground.today, until) }) },
    shown: {
      decided: shown.decided,
      overturned: shown.overturned,
      medianDays: record?.medianDays ?? null,
      tookPart: record?.members.map(({ login }) => login) ?? null,
      members,
      organizations,
    },
    next: grant && grant.authority !== authority ? { authority: grant.authority, lacks: because } : null,
  };
}
