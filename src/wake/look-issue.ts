import { gatherIssue } from '../facts/gather-issue.js';
import type { LookRequest } from '../facts/gather.js';
import type { IssueFacts } from '../facts/issue-facts.js';
import type { SubjectMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import { refusal } from '../github/refused.js';
import { rosterNews } from '../judge/ladder/roster.js';
import { bringIntoRoster, type RosterWrite } from '../publish/roster-pull.js';
import { judgeIssue } from '../judge/ladder/judge.js';
import { earliest, plusMinutes } from '../judge/instants.js';
import { nominationEntry } from '../dashboard/nominated.js';
import { append, sealWith } from '../ledger/append.js';
import { nominationFile } from '../ledger/layout.js';
import { execute } from '../publish/execute.js';
import { showEyes } from '../publish/eyes.js';
import { sayNoLongerStuck, sayStuckThere } from '../publish/stuck.js';
import { planIssue } from '../publish/plan-issue.js';
import type { LookResult } from './look.js';

/**
 * One look at an issue: gather the present state, judge it, write down what is new, publish what differs. As with pull
 * requests it may be run at any time and any number of times.
 */
export async function lookAtIssue(request: LookRequest): Promise<Omit<LookResult, 'concluded'>> {
  const { client, repository, number, memory } = request;
  const found = await gatherIssue(request);
  if (found.kind === 'gone') return { due: null, recorded: false };
  const subject = memory.subject(number);
  if (found.kind === 'stuck') {
    // Nothing is judged without the rules or the record; whoever waits for it is told, and it is tried again.
    if (found.isAsked) await sayStuckThere(client, found, subject);
    throw found.why;
  }
  if (found.kind === 'other') {
    await sayNoLongerStuck(client, placeOf(found), subject);
    found.settle();
    return { due: null, recorded: false };
  }
  const { facts, record, pins } = found;
  const target = placeOf(facts);
  await showEyes(client, { ...facts, ...target }, subject);
  const verdict = judgeIssue(facts);
  const news = verdict.doubts.length === 0 ? rosterNews(facts, verdict.state) : null;
  const { intents, writes, waits } = planIssue(facts, verdict, news);
  const lines = [...verdict.lines, ...intents];
  if (lines.length > 0) {
    const { rules, sha256 } = facts.governing;
    const { branch } = rules.record;
    const index = nominationEntry(facts, verdict.state, sealWith({ record, lines }));
    const text = await append({
      ...{ client, repository, branch, number, lines, record, pins, away: [], about: 'issue' },
      index: index === null ? null : { path: nominationFile(number), text: index },
      today: facts.now.slice(0, 10),
      rules: { sha256, text: `${JSON.stringify(rules)}\n` },
    }).catch(async (error: unknown) => {
      // Nothing is published that is not written down: where GitHub refuses that for good, that is said and no more.
      const why = refusal(error);
      if (why) await sayStuckThere(client, { ...facts, why }, subject);
      throw error;
    });
    memory.record.wrote(branch, number, text);
  }
  found.settle();
  await execute(writes, { client, facts: target, memory: subject });
  await sayNoLongerStuck(client, target, subject);
  subject.isOutOfStep = news?.isWaiting ?? false;
  const { nomination } = verdict.state;
  if (news?.write && nomination) await bringIn(client, facts, { nomination, ...news.write }, subject);
  // Whatever came of it, the next look says so.
  const isAgain = waits || news?.write != null;
  const retry = facts.refused === null ? null : plusMinutes(facts.now, 60);
  const due = isAgain ? earliest([verdict.due, plusMinutes(facts.now, 1)]) : earliest([verdict.due, retry]);
  return { due, recorded: lines.length > 0 };
}

/** Where something is written in an issue. */
const placeOf = ({ repository, issue }: Pick<IssueFacts, 'repository' | 'issue'>) => ({ repository, pull: issue });

/** Brings a decision into the roster by a pull request; where GitHub refuses that for good, it is remembered, to be said. */
async function bringIn(
  client: GitHubClient,
  facts: IssueFacts,
  write: RosterWrite,
  subject: SubjectMemory,
): Promise<void> {
  try {
    await bringIntoRoster(client, facts, write);
    subject.statusRefused = null;
  } catch (error) {
    const why = refusal(error);
    if (!why) throw error;
    subject.statusRefused = { at: facts.now, why: `${why.message} ${why.next}` };
  }
}
