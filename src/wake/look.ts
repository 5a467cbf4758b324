import type { Facts } from '../facts/facts.js';
import { gather, type Look, type LookRequest } from '../facts/gather.js';
import { judgeAmendment } from '../judge/amendment.js';
import { withGovernance } from '../judge/governance-beside.js';
import { judgeGovernanceChange } from '../judge/governance-change.js';
import { judge } from '../judge/judge.js';
import { statusEdit } from '../judge/merged-status.js';
import { earliest, plusMinutes } from '../judge/instants.js';
import type { Verdict } from '../judge/verdict.js';
import { writeDown } from './write-down.js';
import { amendmentReport, answerAmendment } from '../publish/amendment.js';
import { answerCompanion } from '../publish/companion.js';
import { answerGovernance, governanceReport } from '../publish/governance-change.js';
import { answerOther } from '../publish/other.js';
import { showEyes } from '../publish/eyes.js';
import { execute } from '../publish/execute.js';
import { openStatusPull, type StatusPullWrite } from '../publish/status-pull.js';
import { plan, type Plan } from '../publish/plan.js';
import { sayStuck } from '../publish/stuck.js';
import type { SubjectMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import { refusal } from '../github/refused.js';

/** What a look leaves behind: when the next thing happens by itself, whether the record has grown, and what it concluded. */
export interface LookResult {
  due: string | null;
  recorded: boolean;
  concluded: Concluded;
}

/** What a look concluded: of a proposal the facts and the verdict; of anything else, what it was taken for. */
export type Concluded =
  | { kind: 'proposal'; facts: Facts; verdict: Verdict; isAsleep: boolean }
  | { kind: Exclude<Look['kind'], 'proposal' | 'stuck'> };

/** What is published of a pull request that is left in peace. */
const NOTHING: Plan = { intents: [], seen: [], writes: [], statusPull: null, waits: false };

/**
 * One look at a pull request: gather the present state, judge it, write down what is new, publish what differs. It may
 * be run at any time and any number of times, and by several processes at once: it only ever does what is still to do.
 */
export async function look(request: LookRequest): Promise<LookResult> {
  const found = await gather(request);
  const beside = ({ kind }: Exclude<Concluded, { kind: 'proposal' }>): LookResult => ({
    due: null,
    recorded: false,
    concluded: { kind },
  });
  if (found.kind === 'gone') return beside(found);
  if (found.kind === 'asleep') {
    found.settle();
    return beside(found);
  }
  const { client, repository, number, memory } = request;
  if (found.kind === 'companion') {
    const { governance } = found;
    const change = governance && governanceReport(governance, judgeGovernanceChange(governance), false);
    await answerCompanion(client, found, change, memory.subject(number));
    found.settle();
    return beside(found);
  }
  if (found.kind === 'amendment') {
    await answerAmendment(client, found.facts, judgeAmendment(found.facts));
    found.settle();
    return beside(found);
  }
  if (found.kind === 'governance') {
    const { facts, amendment } = found;
    const amended = amendment && amendmentReport(amendment, judgeAmendment(amendment));
    await answerGovernance(client, facts, judgeGovernanceChange(facts), amended);
    found.settle();
    return beside(found);
  }
  if (found.kind === 'other') {
    await answerOther(client, found);
    found.settle();
    return beside(found);
  }
  if (found.kind === 'stuck') {
    await sayStuck(client, found);
    throw found.why;
  }
  const { facts, governance, isAsleep } = found;
  await showEyes(client, facts, memory.subject(number));
  const governed = governance && judgeGovernanceChange(governance);
  const change = governance && governed && governanceReport(governance, governed, true);
  const verdict = withGovernance(judge(facts), governed);
  const { intents, seen, writes, statusPull, waits } = isAsleep ? NOTHING : plan(facts, verdict, change);
  const news = [...verdict.lines, ...intents];
  if (news.length > 0) {
    await writeDown({ client, repository, number, memory }, found, verdict, [...news, ...seen]).catch(
      (error: unknown) => unrecorded(client, facts, error),
    );
  }
  // From here on the commands of this look stand in the ledger: they need not be read again.
  found.settle();
  const { unaskable } = memory.subject(number);
  const before = unaskable.size;
  await execute(writes, { client, facts, memory: memory.subject(number) });
  // Whom GitHub does not ask is told by the next look.
  const isAgain = waits || unaskable.size > before;
  const subject = memory.subject(number);
  subject.isOutOfStep = statusEdit(facts, verdict.state) !== null;
  // Whatever came of it, the next look says so.
  if (statusPull) await bringInStep(client, facts, statusPull, subject);
  const retry = facts.merged?.refused != null ? plusMinutes(facts.now, 60) : null;
  const next = earliest([verdict.due, retry]);
  const due = isAgain || statusPull !== null ? earliest([next, plusMinutes(facts.now, 1)]) : next;
  const concluded: Concluded = { kind: 'proposal', facts, verdict, isAsleep };
  return { due: isAsleep ? null : due, recorded: news.length > 0, concluded };
}

/** Opens the pull request that brings a status in step; where GitHub refuses that for good, it is remembered, to be said. */
async function bringInStep(
  client: GitHubClient,
  facts: Facts,
  write: StatusPullWrite,
  subject: SubjectMemory,
): Promise<void> {
  try {
    await openStatusPull(client, facts, write);
    subject.statusRefused = null;
  } catch (error) {
    const why = refusal(error);
    if (!why) throw error;
    subject.statusRefused = { at: facts.now, why: `${why.message} ${why.next}` };
  }
}

/** Nothing is published that is not written down: where GitHub refuses that for good, the check says so and no more. */
async function unrecorded(client: GitHubClient, facts: Facts, error: unknown): Promise<never> {
  const why = refusal(error);
  if (!why) throw error;
  const { pull, governing, published: checks, repository } = facts;
  await sayStuck(client, { kind: 'stuck', pull, repositoryId: repository.nodeId, rules: governing.rules, checks, why });
  throw why;
}
