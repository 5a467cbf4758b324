import type { ProposalState } from '../rules/schema.js';
import type { Around } from './around.js';
import { CONFIRMS } from './acceptance-text.js';
import { CONDITIONS, conditionSteps } from './conditions.js';
import { formOf } from './forms/index.js';
import { lettingGo } from './holding.js';
import { openDecision, type SubjectState } from './state.js';
import { confirmation, isUnconfirmed } from './taken-over.js';
import type { NextStep, Requirement } from './verdict.js';

/** What an appeal waits for. */
export const APPEAL: NextStep = {
  who: 'A Core Maintainer',
  people: [],
  what: 'who has no part in it answers the appeal: `/sep revive` opens it again, `/sep close <reason>` confirms.',
};

/** People without write access cannot object in a locked conversation, so their silence is no consent. */
const UNLOCKING: NextStep = {
  who: 'Who locked the conversation',
  people: [],
  what: 'unlocks it; the time in between is added to the deadline.',
};

type Whom = Omit<NextStep, 'what'>;

const MAINTAINER: Whom = { who: 'A maintainer', people: [] };

/** Where nothing is asked of anybody any more, whatever is missing. */
const OVER: readonly ProposalState[] = ['rejected', 'withdrawn', 'superseded'];

/** What is next and whom it waits for: the first line that a busy person reads. */
export function nextSteps(around: Around, state: SubjectState, requirements: Requirement[]): NextStep[] {
  const { pull, titleOf } = around;
  if (pull.state === 'closed' && state.appeal?.confirmed === null) return [APPEAL];
  const author: Whom = { who: 'The author', people: state.author ? [state.author] : [] };
  const ofRule = (rule: Requirement['rule'], whom: Whom): NextStep[] =>
    requirements.flatMap((one) => (one.rule === rule && one.next !== null ? [{ ...whom, what: one.next }] : []));
  if (pull.state === 'merged') return ofRule('status-in-step', MAINTAINER);
  if (pull.state !== 'open') {
    if (isToOpenAgain(state)) return [{ ...author, what: openAgain(around) }];
    return isStranded(around, state) ? [{ who: 'Who takes it up again', people: [], what: openAgain(around) }] : [];
  }
  if (around.isGone) return ofRule('document', author);
  const open = openDecision(state);
  if (open) return [...(pull.locked ? [UNLOCKING] : []), ...formOf(open).next(titleOf, open)];
  const sponsor: Whom = { who: 'The sponsor', people: state.sponsor ? [state.sponsor.by] : [] };
  const whom = {
    author,
    sponsor,
    lead: leads(around, state.head?.claims.group ?? null),
    maintainer: MAINTAINER,
  };
  /** Evidence that is missing: one step for each who brings some of it. */
  const bring = (missing: readonly Requirement[]): NextStep[] =>
    [...new Set(missing.flatMap(({ asks }) => asks ?? []))].map((asks) => {
      const parts = missing.flatMap((one) =>
        one.asks === asks && one.next !== null ? one.next.replace(/\.$/, '') : [],
      );
      return { ...whom[asks], what: `${parts.join('; ')}.` };
    });
  const isClaim = isUnconfirmed(state);
  if (!isClaim && OVER.includes(state.status)) return [];
  if (!isClaim && state.status === 'final') {
    const gone = requirements.flatMap(({ children }) => children.filter(({ held }) => held === 'failed'));
    return [...ofRule('acceptance-text', CONFIRMS), ...lettingGo(state), ...bring(gone)];
  }
  const isUnsettled = requirements.some(({ rule, next }) => rule === 'vote' && next !== null);
  const steps: NextStep[] = isClaim ? [confirmation(around.rules, state)] : [];
  for (const requirement of requirements) {
    const { rule, name, next, asks, children } = requirement;
    steps.push(...bring(children));
    if (next === null) continue;
    if (asks !== undefined) {
      // Evidence is asked for before a decision is opened. For a sponsor and a group there are rows beside it.
      const isOwn = asks === 'author' || asks === 'sponsor';
      if (isOwn && state.status === 'draft' && !isClaim) steps.push({ ...whom[asks], what: next });
      continue;
    }
    if (rule === 'document' || rule === 'numbering') steps.push({ ...author, what: next });
    // Before anybody has said where it stands, nothing is next that follows from it.
    if (isClaim && rule !== 'working-group') continue;
    if (rule === 'working-group') steps.push(forGroup(around, state, next, author));
    if (rule === 'acceptance-text') steps.push({ ...CONFIRMS, what: next });
    if (rule === 'sponsorship') steps.push({ ...MAINTAINER, what: next });
    if (rule === 'finalization') steps.push({ ...sponsor, what: next });
    // What a vote did not settle, the lead brings to the core, or opens anew.
    if (rule === 'vote') steps.push({ ...leads(around, state.group?.slug ?? null), what: next });
    if (state.sponsor && rule === 'consensus' && !isUnsettled) {
      steps.push({ ...leads(around, state.group?.slug ?? null), what: next });
    }
    if (name === CONDITIONS) steps.push(...conditionSteps(state));
    else if (state.sponsor && rule === 'core-decision') steps.push({ ...sponsor, what: next });
  }
  // That the document is not in order is said once, though an acceptance may need it as well.
  return steps.filter(({ what }, index) => steps.findIndex((other) => other.what === what) === index);
}

/** Whether a proposal whose pull request is closed was revived. */
const isToOpenAgain = ({ moves }: SubjectState): boolean => moves.at(-1)?.to === 'open';

/** Whether a closed pull request cannot be opened again, on the way to a decision or after one that accepts it. */
const isStranded = ({ pull }: Around, { status, closure }: SubjectState): boolean =>
  !pull.hasBranch && !closure && ['proposal', 'draft', 'in-review', 'accepted'].includes(status);

const openAgain = ({ pull }: Around): string =>
  `opens a new pull request whose description has the line \`Continues #${pull.number}\`${
    pull.hasBranch ? ', should GitHub not open this one again' : ': the branch of this one is gone'
  }.`;

function forGroup(around: Around, state: SubjectState, what: string, author: Whom): NextStep {
  if (state.groups.length > 1) return { who: 'A lead of one of these groups, or the core,', people: [], what };
  const claimed = state.head?.claims.group ?? null;
  return claimed === null ? { ...author, what } : { ...leads(around, claimed), what };
}

const leads = ({ titleOf, leadsOf }: Around, slug: string | null): Whom =>
  slug === null
    ? { who: 'A lead of the group', people: [] }
    : { who: `A lead of the ${titleOf(slug)}`, people: leadsOf(slug) };
