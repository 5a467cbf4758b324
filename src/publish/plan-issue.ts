import type { IssueFacts } from '../facts/issue-facts.js';
import { marked } from '../facts/texts.js';
import type { IssueVerdict } from '../judge/ladder/judge.js';
import { ROSTER_KEY, type RosterNews } from '../judge/ladder/roster.js';
import type { JudgedAct, Question } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { groupAnswer } from './answers/group.js';
import { helpAnswer } from './answers/help.js';
import { ladderAnswer } from './answers/ladder.js';
import { isAnswered, replyBody } from './answers/reply.js';
import { nominationBody } from './nomination.js';
import type { Write } from './write.js';

/** What an issue should show and does not yet, and the creations among it that the ledger has to announce first. */
export interface IssuePlan {
  intents: LineOf<'intent'>[];
  writes: Write[];
  /** Whether a comment had to wait: a look makes one at most, and the next look is due at once. */
  waits: boolean;
}

/**
 * The difference between what a verdict says and what the issue shows. Nothing differs: nothing is written.
 * @param news what became of the decision in the roster; null before it is decided
 */
export function planIssue(facts: IssueFacts, verdict: IssueVerdict, news: RosterNews | null): IssuePlan {
  const { ledger, published, issue, now } = facts;
  const announced = new Set(ledger.flatMap((line) => (line.kind === 'intent' ? [line.key] : [])));
  const gone = new Set(
    ledger.flatMap((line) => (line.kind === 'made' && !published.posts.has(line.key) ? [line.key] : [])),
  );
  const intents: LineOf<'intent'>[] = [];
  const comment = (marker: string, body: string): Write => {
    if (!announced.has(marker)) intents.push({ kind: 'intent', at: now, key: marker, people: [] });
    announced.add(marker);
    return { kind: 'comment', marker, body };
  };
  const told = [
    ...statusWrites(facts, verdict, news?.says ?? null, comment),
    ...(issue.locked ? [] : replies(facts, verdict, gone, comment)),
  ];
  const [first, ...later] = told.filter(({ kind }) => kind === 'comment');
  const wanted = new Set(intents.map(({ key }) => key));
  // What waits for the next look is announced by that.
  const kept = intents.filter(({ key }) => first?.kind === 'comment' && first.marker === key && wanted.has(key));
  if (news?.write && news.write.pull === null && !announced.has(ROSTER_KEY)) {
    kept.push({ kind: 'intent', at: now, key: ROSTER_KEY, people: [] });
  }
  return {
    intents: kept,
    writes: [
      ...told.filter((write) => !later.includes(write)),
      ...labels(facts, verdict),
      ...published.duplicates.map((post): Write => ({ kind: 'delete', nodeId: post.nodeId })),
    ],
    waits: later.length > 0,
  };
}

type Comment = (marker: string, body: string) => Write;

function statusWrites(facts: IssueFacts, verdict: IssueVerdict, roster: string | null, comment: Comment): Write[] {
  const { nomination } = verdict.state;
  if (!nomination) return [];
  const body = nominationBody(facts, verdict, nomination, roster);
  const post = facts.published.posts.get('status');
  if (!post) return facts.issue.locked ? [] : [comment('status', body)];
  // GitHub stores a comment without the white space at its end.
  return post.body.trimEnd() === body.trimEnd() ? [] : [{ kind: 'edit', nodeId: post.nodeId, marker: 'status', body }];
}

/** A reaction for each text that held commands, and one reply where any of them asked something or was refused. */
function replies(facts: IssueFacts, verdict: IssueVerdict, gone: ReadonlySet<string>, comment: Comment): Write[] {
  const bySource = new Map<string, JudgedAct[]>();
  for (const judged of verdict.state.acts) {
    const { id } = judged.act.source;
    bySource.set(id, [...(bySource.get(id) ?? []), judged]);
  }
  return [...bySource].flatMap(([id, acts]): Write[] => {
    const writes: Write[] = [];
    const content = acts.some(({ outcome }) => !outcome.taken) ? 'CONFUSED' : 'THUMBS_UP';
    if (!facts.published.reactions.get(id)?.has(content)) writes.push({ kind: 'react', nodeId: id, content });
    const answered = acts.filter(isAnswered);
    const marker = `reply:${id}`;
    if (answered.length > 0 && !facts.published.posts.has(marker) && !gone.has(marker)) {
      writes.push(
        comment(
          marker,
          marked(
            marker,
            replyBody(answered, facts.governing, (asks) => answerIn(asks, facts)),
          ),
        ),
      );
    }
    return writes;
  });
}

/** The answer to a question in an issue; those about a proposal are never asked there. */
function answerIn(question: Question, facts: IssueFacts): string {
  switch (question.about) {
    case 'help':
      return helpAnswer(question.command, facts.governing);
    case 'group':
      return groupAnswer(question.slug, { ...facts, pull: facts.issue });
    case 'ladder':
      return ladderAnswer(question, facts);
    case 'document':
    case 'standing':
      return '';
  }
}

/** The label of nominations: set where one is open, and never taken away; people sort by it. */
function labels({ governing, issue, published }: IssueFacts, { state }: IssueVerdict): Write[] {
  const name = governing.rules.rules.nomination.label;
  const isStep = state.nomination !== null;
  if (!isStep || issue.labels.some((label) => label.name === name)) return [];
  return [{ kind: 'label', names: [name], nodeIds: [published.labels.get(name) ?? null] }];
}
