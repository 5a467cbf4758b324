import { commandNamed } from '../../commands/registry.js';
import type { Governing, Said } from '../../facts/facts.js';
import type { IssueFacts } from '../../facts/issue-facts.js';
import { compareMoments, inOrderOfTime, momentOf, timeline } from '../../ledger/fold/timeline.js';
import type { Elector, LineBody, LineOf, Who } from '../../ledger/lines.js';
import type { StandingThen } from '../../ledger/nomination-lines.js';
import { findPerson, titleOf } from '../../people/index.js';
import { electorFor } from '../electors.js';
import { GRACE_MINUTES, plusDays, plusMinutes } from '../instants.js';
import { mutedLines, unseenOpening } from '../muted.js';
import { loginsOf, mentionedAs, organizationOf, otherAccountsOf, rolesOf } from '../roles.js';
import { askedOf, saysIn } from './asked.js';
import { answerIn } from './answer.js';
import { bodyFor } from './body.js';
import { playLadder, type LadderPlay, type LadderSetting, type NominationPins } from './fold.js';
import { groupNamed, problemOf, standingHere } from './named.js';
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
  const play = (lines: readonly LineBody[]): LadderPlay =>
    playLadder(timeline([...facts.ledger, ...lines]), settingOf(facts));
  const heard = newLines(facts);
  const first = play(heard);
  const unseen = unseenOpening(facts.now, first.emitted);
  const before = unseen.length > 0 ? play([...heard, ...unseen]) : first;
  const answers = facts.answers.map((answer) => actLine(facts, answer));
  const answer = answerIn(answers, facts.ledger, before.state);
  const seen = [...heard, ...unseen, ...(answer ? [answer] : [])];
  const { state, emitted, waiting, doubts } = answer ? play(seen) : before;
  const isKnown = facts.ledger.some(({ kind }) => kind === 'contributions');
  const isStep = ['advance', 'return', 'inactive'].includes(state.nomination?.matter ?? '');
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
