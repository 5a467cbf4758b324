import type { Account, Facts } from '../facts/facts.js';
import { marked } from '../facts/texts.js';
import { isCalled, isWaiting, type Asked } from '../judge/asking.js';
import type { Verdict } from '../judge/verdict.js';
import type { Who } from '../ledger/lines.js';
import { words } from '../templates/index.js';
import { plain } from './escape.js';
import type { Write } from './write.js';

type Intend = (key: string, people?: Who[]) => void;

/** Whom GitHub should ask for a review and does not yet, and whom it should ask no more. */
export function reviewers(facts: Facts, verdict: Verdict, gone: ReadonlySet<string>, intend: Intend): Write[] {
  if (facts.pull.state !== 'open') return [];
  const { asked } = verdict.state;
  return [
    ...leads(facts, verdict, intend),
    ...asked.flatMap((one) => request(facts, one)),
    ...asked.flatMap((one) => impossible(facts, one, gone, intend)),
    ...asked.flatMap((one) => declined(facts, one)),
  ];
}

const accountOf = ({ governing }: Facts, { id }: Who): Account | null =>
  [...governing.accounts.values()].find((known) => known.id === id) ?? null;

/** Leads are asked to adopt once: who declined or was taken off is not asked again. */
function leads(facts: Facts, { ask }: Verdict, intend: Intend): Write[] {
  if (!ask) return [];
  intend(`ask:${ask.group}`, ask.people);
  return ask.people.flatMap((person): Write[] => {
    const account = accountOf(facts, person);
    const done = facts.pull.requested.some(({ id }) => id === person.id) || facts.published.unaskable.has(person.id);
    return done || !account ? [] : [{ kind: 'ask', person: { ...person, nodeId: account.nodeId } }];
  });
}

/** Whom a command asked. GitHub has asked them since, or asks them still: then nothing is left to do. */
function request({ pull, ...facts }: Facts, one: Asked): Write[] {
  const account = accountOf({ pull, ...facts }, one.who);
  if (!isWaiting(one) || one.by === null || !account || facts.published.unaskable.has(account.id)) return [];
  const since = (at: string): boolean => Date.parse(at) >= Date.parse(one.at);
  const done =
    pull.askedForReview.includes(account.id) || pull.requested.some(({ id, at }) => id === account.id && since(at));
  return done ? [] : [{ kind: 'ask', person: { ...one.who, nodeId: account.nodeId } }];
}

/** GitHub asks nobody who has no access here. That is said once, and the comment asks in its place. */
function impossible(facts: Facts, one: Asked, gone: ReadonlySet<string>, intend: Intend): Write[] {
  const { who, by } = one;
  if (!isWaiting(one) || by === null || !facts.published.unaskable.has(who.id)) return [];
  const marker = `unaskable:${who.id}:${Date.parse(one.at)}`;
  if (facts.published.posts.has(marker) || gone.has(marker)) return [];
  intend(marker, [who]);
  const data = { who: isCalled(facts, who) ? `@${who.login}` : plain(who.login), by: plain(by.login) };
  return [{ kind: 'comment', marker, body: marked(marker, words('unaskable', data, facts.governing.templates)) }];
}

/** Who declined is taken off the list, unless somebody has asked them again by hand. */
function declined({ pull }: Facts, { who, declinedAt }: Asked): Write[] {
  if (declinedAt === null || !pull.askedForReview.includes(who.id)) return [];
  const isAskedAnew = pull.requested.some(({ id, at }) => id === who.id && Date.parse(at) > Date.parse(declinedAt));
  return isAskedAnew ? [] : [{ kind: 'unask', login: who.login }];
}
