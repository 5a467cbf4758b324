import { commandNamed } from '../../commands/registry.js';
import type { Governing, Said } from '../../facts/facts.js';
import type { IssueFacts } from '../../facts/issue-facts.js';
import { inOrderOfTime, timeline } from '../../ledger/fold/timeline.js';
import type { Elector, LineBody, LineOf, Who } from '../../ledger/lines.js';
import type { StandingThen } from '../../ledger/nomination-lines.js';
import { titleOf } from '../../people/index.js';
import { GRACE_MINUTES, isBefore, plusMinutes } from '../instants.js';
import { mutedLines, unseenOpening } from '../muted.js';
import { mentionedAs, organizationOf, otherAccountsOf, rolesOf } from '../roles.js';
import { askedOf, deadlineBy, isReturn, saysIn } from './asked.js';
import { answerIn } from './answer.js';
import { bodyFor, rolesIn } from './body.js';
import { playLadder, type LadderPlay, type LadderSetting, type NominationPins } from './fold.js';
import { groupNamed, problemOf, standingHere } from './named.js';
import { ROSTER_KEY } from './roster.js';
import type { IssueState, Nomination, NominationOpening } from './state.js';

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
  const play = (lines: readonly LineBody[]): LadderPlay =>
    playLadder(timeline([...facts.ledger, ...lines]), settingOf(facts));
  const heard = newLines(facts);
  const unseen = unseenOpening(facts.now, play(heard).emitted);
  const answers = facts.answers.map((answer) => actLine(facts, answer));
  const answer = answerIn(answers, facts.ledger, play([...heard, ...unseen]).state);
  const seen = [...heard, ...unseen, ...(answer ? [answer] : [])];
  const { state, emitted, waiting, doubts } = play(seen);
  const due = state.nomination?.closed === null ? state.nomination.deadline : null;
  const isComing = due !== null && isBefore(facts.now, plusMinutes(due, GRACE_MINUTES));
  return {
    state,
    waiting,
    lines: inOrderOfTime(doubts.length === 0 ? [...seen, ...emitted, ...workLines(facts, state)] : seen),
    doubts: doubts.map(({ says }) => says),
    due: isRunning(facts) && isComing ? plusMinutes(due, GRACE_MINUTES) : null,
  };
}

/** The matters beside which it is shown what somebody did. */
const WITH_WORK: ReadonlySet<Nomination['matter'] | undefined> = new Set(['advance', 'return', 'inactive']);

/** What GitHub shows of the nominee's work, where no look has written it yet. */
function workLines({ contributions, ledger, now }: IssueFacts, { nomination }: IssueState): LineBody[] {
  const isKnown = ledger.some(({ kind }) => kind === 'contributions');
  return contributions && !isKnown && WITH_WORK.has(nomination?.matter)
    ? [{ kind: 'contributions', at: now, ...contributions }]
    : [];
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
  const last = ledger.findLast((line) => line.kind === 'pull')?.state ?? 'open';
  if (last !== issue.state) {
    const since = issue.state === 'open' ? issue.reopenedAt : issue.closedAt;
    lines.push({ kind: 'pull', at: since ?? now, state: issue.state });
  }
  lines.push(...mutedLines({ pull: issue, ledger, archived }));
  const keyOf = ({ id, index }: Said['source']): string => `${id}#${index}`;
  const written = new Set(ledger.flatMap((line) => (line.kind === 'act' ? [keyOf(line.source)] : [])));
  lines.push(...facts.said.filter(({ source }) => !written.has(keyOf(source))).map((said) => actLine(facts, said)));
  // What was only seen is no reason to write.
  return lines.length === 0 ? [] : [...lines, ...madeLines(facts)];
}

/** What was meant to be made and is there. */
function madeLines({ ledger, pulls, published, now }: IssueFacts): LineBody[] {
  const made = new Set(ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : [])));
  const isThere = (key: string): boolean => (key === ROSTER_KEY ? pulls.length > 0 : published.posts.has(key));
  return ledger.flatMap((line): LineBody[] =>
    line.kind === 'intent' && !made.has(line.key) && isThere(line.key)
      ? [{ kind: 'made', at: now, key: line.key }]
      : [],
  );
}

function actLine({ governing, now }: IssueFacts, said: Said): LineOf<'act'> {
  const { by, at, command, text, source } = said;
  const named = groupNamed(said, governing.governance);
  const group = named.args[commandNamed(command)?.groupAt ?? -1] ?? null;
  const { args, problem } = problemOf(named, governing, now.slice(0, 10));
  const mentions =
    problem === null
      ? (commandNamed(command)?.namesPeople?.(args) ?? []).map((login) => mentionedAs(login, governing))
      : [];
  return {
    ...{ kind: 'act', at, command, args, text, problem, source, mentions },
    by: { id: by.id, login: by.login },
    also: otherAccountsOf(by, governing),
    organization: organizationOf(by, governing),
    roles: [...new Set([...rolesOf(by, governing), ...rolesIn(by, governing, group)])].sort(),
    ...{ evidence: [], obstacles: {}, head: null },
    rules: { commit: governing.commit, sha256: governing.sha256 },
  };
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
  const asked = askedOf({ matter, to, standing }, rules);
  return {
    ...{
      matter: isReturn(matter, to, standing) ? 'return' : matter,
      nominee: nomineeOf(nominee, governing),
      standing,
      to,
      group,
    },
    body: bodyFor(governing, saysIn(asked), group),
    deadline: deadlineBy(act.at, asked),
    rules: { commit, sha256 },
  };
}

/** The nominee with all their accounts; they are called as GitHub calls them now. */
const nomineeOf = ({ id, login }: Who, governing: Governing): Elector => ({
  ...{ id, login, also: otherAccountsOf({ id }, governing), organization: organizationOf({ id }, governing) },
});
