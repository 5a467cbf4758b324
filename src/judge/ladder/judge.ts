import { commandNamed } from '../../commands/registry.js';
import { isGroupPlace, placeInWords } from '../../commands/ladder-words.js';
import type { Governing, Said } from '../../facts/facts.js';
import type { IssueFacts } from '../../facts/issue-facts.js';
import { compareMoments, inOrderOfTime, momentOf, timeline } from '../../ledger/fold/timeline.js';
import type { Elector, LineBody, LineOf, Who } from '../../ledger/lines.js';
import type { Place, StandingThen } from '../../ledger/nomination-lines.js';
import { findPerson, groupBySlug, matchGroup, standingOf, titleOf, type LadderStanding } from '../../people/index.js';
import { electorFor } from '../electors.js';
import { GRACE_MINUTES, plusDays, plusMinutes } from '../instants.js';
import { mutedLines } from '../muted.js';
import { loginsOf, mentionedAs, organizationOf, otherAccountsOf, rolesOf } from '../roles.js';
import { askedOf, saysIn } from './asked.js';
import { bodyFor } from './body.js';
import { playLadder, type LadderPlay, type LadderSetting, type NominationPins } from './fold.js';
import { ROSTER_KEY } from './roster.js';
import type { NominationOpening } from './state.js';

/** What Convenor concludes about an issue. */
export interface IssueVerdict extends Omit<LadderPlay, 'emitted' | 'doubts'> {
  /** Lines that this look adds to the ledger, in order. */
  lines: LineBody[];
  /** Why the ledger cannot be trusted; nothing is decided while anything stands here. */
  doubts: string[];
  /** The next instant at which something happens by itself; null where nothing does. */
  due: string | null;
}

/**
 * Judges an issue about the ladder: writes down what is new, plays the ledger, and says what came of it. Pure: the same
 * facts give the same verdict, whoever asks.
 */
export function judgeIssue(facts: IssueFacts): IssueVerdict {
  const seen = newLines(facts);
  const { state, emitted, waiting, doubts } = playLadder(timeline([...facts.ledger, ...seen]), settingOf(facts));
  const isKnown = facts.ledger.some(({ kind }) => kind === 'contributions');
  const isStep = state.nomination?.matter === 'advance' || state.nomination?.matter === 'return';
  const work: LineBody[] =
    facts.contributions && isStep && !isKnown ? [{ kind: 'contributions', at: facts.now, ...facts.contributions }] : [];
  const { nomination } = state;
  const due = nomination && !nomination.closed && nomination.deadline !== null ? nomination.deadline : null;
  const isComing = due !== null && Date.parse(due) > Date.parse(plusMinutes(facts.now, -GRACE_MINUTES));
  return {
    state,
    waiting,
    lines: inOrderOfTime(doubts.length === 0 ? [...seen, ...emitted, ...work] : seen),
    doubts: doubts.map(({ says }) => says),
    due: isRunning(facts) && isComing ? plusMinutes(due, GRACE_MINUTES) : null,
  };
}

/** In an issue that is closed or locked nothing ends by itself. */
const isRunning = ({ issue }: IssueFacts): boolean => issue.state === 'open' && !issue.locked;

function newLines(facts: IssueFacts): LineBody[] {
  const { issue, ledger, archived, now } = facts;
  const lines: LineBody[] = [];
  if (ledger.length === 0) {
    const by = issue.author && { id: issue.author.id, login: issue.author.login };
    lines.push({ kind: 'opened', at: issue.createdAt, subject: { kind: 'nomination', number: issue.number }, by });
  }
  const last = ledger.filter((line) => line.kind === 'pull').at(-1)?.state ?? 'open';
  if (last !== issue.state) {
    const since = issue.state === 'open' ? issue.reopenedAt : issue.closedAt;
    lines.push({ kind: 'pull', at: since ?? now, state: issue.state });
  }
  lines.push(...mutedLines({ pull: issue, ledger, archived }));
  const keyOf = ({ id, index }: Said['source']): string => `${id}#${index}`;
  const written = new Set(ledger.flatMap((line) => (line.kind === 'act' ? [keyOf(line.source)] : [])));
  const inOrder = [...facts.said].sort((a, b) => compareMoments(momentOf(a), momentOf(b)));
  for (const said of inOrder) if (!written.has(keyOf(said.source))) lines.push(actLine(facts, said));
  for (const line of ledger) {
    const isMade = ledger.some((other) => other.kind === 'made' && line.kind === 'intent' && other.key === line.key);
    const isThere =
      line.kind === 'intent' &&
      (line.key === ROSTER_KEY ? facts.pulls.length > 0 : facts.published.posts.has(line.key));
    if (line.kind === 'intent' && !isMade && isThere) {
      lines.push({ kind: 'made', at: now, key: line.key });
    }
  }
  // What was only seen is no reason to write.
  return lines.every(({ kind }) => kind === 'made') ? [] : lines;
}

function actLine({ governing, now }: IssueFacts, said: Said): LineOf<'act'> {
  const { by, at, command, text, source } = said;
  const { args, problem } = problemOf(groupNamed(said, governing), governing, now.slice(0, 10));
  const mentions =
    problem === null
      ? (commandNamed(command)?.namesPeople?.(args) ?? []).map((login) => mentionedAs(login, governing))
      : [];
  return {
    ...{ kind: 'act', at, command, args, text, problem, source, mentions },
    by: { id: by.id, login: by.login },
    also: otherAccountsOf(by, governing),
    organization: organizationOf(by, governing),
    roles: rolesOf(by, governing),
    ...{ evidence: [], obstacles: {}, head: null },
    rules: { commit: governing.commit, sha256: governing.sha256 },
  };
}

/** A group that a command names is put in its place by its slug, or nothing runs. */
function groupNamed(said: Said, { governance }: Governing): Said {
  const at = commandNamed(said.command)?.groupAt;
  const named = at === undefined ? undefined : said.args[at];
  if (said.problem !== null || at === undefined || named === undefined) return said;
  const exact = groupBySlug(governance, named.toLowerCase());
  const match = exact ? { kind: 'one' as const, group: exact } : matchGroup(governance, named);
  const isGone = match.kind === 'one' && match.group.status === 'retired';
  if (match.kind === 'one' && !isGone) return { ...said, args: said.args.with(at, match.group.slug) };
  const all = governance.groups.filter(({ status }) => status !== 'retired').map(({ slug }) => `\`${slug}\``);
  const why = isGone
    ? 'a group that is over'
    : match.kind === 'several'
      ? 'what fits several groups'
      : 'a group that has no charter here';
  return { ...said, problem: `\`/${said.command}\` names ${why}. There are: ${all.join(', ') || 'none yet'}.` };
}

/**
 * What the files of the default branch have against a word, where the roles of an act do not say it: nobody lays down what
 * they do not hold, or is nominated for what they are. It is written down with the act.
 */
function problemOf(said: Said, governing: Governing, asOf: string): Said {
  if (said.problem !== null) return said;
  const { governance } = governing;
  const place = (to: Place, group: string | undefined): string =>
    placeInWords(to, group === undefined ? null : titleOf(governance, group));
  if (said.command === 'step-down') {
    const [to, group] = said.args as [Place, string?];
    if (holdsPlace(standingHere(said.by, governing, asOf), to, group ?? null)) return said;
    return {
      ...said,
      problem: `\`/step-down\` names what @${said.by.login} is not by the files here: ${place(to, group)}.`,
    };
  }
  const [login = ''] = said.args;
  const account =
    said.command === 'nominate' || said.command === 'emeritus' ? mentionedAs(login, governing).account : null;
  if (!account) return said;
  const standing = standingHere(account, governing, asOf);
  if (said.command === 'emeritus' && !holdsAnything(standing)) {
    return {
      ...said,
      problem: `\`/emeritus\` names @${account.login}, who holds no role and no place by the files here.`,
    };
  }
  if (said.command === 'nominate' && said.args[1] === 'moderator' && standing.moderator) {
    return { ...said, problem: `\`/nominate\` names @${account.login}, who is a community moderator already.` };
  }
  return said;
}

/** Where an account's person stands by the files now; a contributor whom none of them names. */
function standingHere(account: Pick<Who, 'id' | 'login'>, governing: Governing, asOf: string): LadderStanding {
  const [own] = loginsOf(account, governing);
  if (own !== undefined) return standingOf(governing.governance, own, asOf);
  return {
    ...{ login: account.login, person: null, role: 'contributor', since: null, decision: null, organization: null },
    ...{ moderator: false, emeritus: false, earlier: [], places: [] },
  };
}

const holdsAnything = ({ role, moderator, places }: LadderStanding): boolean =>
  role !== 'contributor' || moderator || places.length > 0;

function holdsPlace(standing: LadderStanding, to: Place, group: string | null): boolean {
  if (to === 'everything') return holdsAnything(standing);
  if (to === 'moderator') return standing.moderator;
  if (!isGroupPlace(to)) return standing.role === to;
  const level = standing.places.find((one) => one.group.slug === group)?.level ?? null;
  return to === 'lead' ? level === 'lead' : level === 'member';
}

function settingOf(facts: IssueFacts): LadderSetting {
  const { governing } = facts;
  return {
    until: isRunning(facts) ? plusMinutes(facts.now, -GRACE_MINUTES) : '1970-01-01T00:00:00Z',
    rulebook: facts.rulebook,
    pin: (opening, act) => pinsFor(opening, act, governing, facts.now.slice(0, 10)),
    titleOf: (slug) => titleOf(governing.governance, slug),
  };
}

/** What an opening pins: the nominee, where they stood, and everybody who may have a say, with their organisations. */
function pinsFor(
  { matter, nominee, to, group }: NominationOpening,
  act: LineOf<'act'>,
  governing: Governing,
  asOf: string,
): NominationPins {
  const { rules, sha256, commit } = governing;
  const now = standingHere(nominee, governing, asOf);
  const standing: StandingThen = {
    ...{ role: now.role, since: now.since, decision: now.decision, moderator: now.moderator, emeritus: now.emeritus },
    held: [...new Set(now.earlier.map(({ role }) => role))],
  };
  const isReturn = matter === 'advance' && standing.held.some((role) => role === to);
  const asked = askedOf({ matter, to, standing }, rules);
  return {
    ...{ matter: isReturn ? 'return' : matter, nominee: nomineeOf(nominee, governing), standing, to, group },
    // Nobody is waited for where somebody lays down what is theirs.
    body: matter === 'step-down' ? [] : bodyFor(governing, saysIn(asked), group),
    deadline: asked.days > 0 ? plusDays(act.at, asked.days) : null,
    rules: { commit, sha256 },
  };
}

/** The nominee with all their accounts; they are called as GitHub calls them now. */
function nomineeOf({ id, login }: Who, governing: Governing): Elector {
  const account = { id, login };
  const [own] = loginsOf(account, governing);
  const person = own === undefined ? null : findPerson(governing.governance, own);
  const elector = person && electorFor(person, governing);
  const also = [
    ...new Set([...(elector ? [elector.id, ...elector.also] : []), ...otherAccountsOf(account, governing)]),
  ];
  return { id, login, also: also.filter((one) => one !== id), organization: organizationOf(account, governing) };
}
