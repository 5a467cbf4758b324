import { placeInWords } from '../../commands/ladder-words.js';
import { quoted } from '../../commands/quoted.js';
import type { Who } from '../../ledger/lines.js';
import { capital, numberInWords, peopleInWords, personInWords } from '../../rules/words.js';
import { inShort, inWords } from '../instants.js';
import type { NextStep } from '../verdict.js';
import { decidersOf } from './indexed.js';
import { approvalWords, timeInPlace, type Ask } from './outlook.js';
import type { Nomination } from './state.js';
import {
  againstIt,
  approvalsNeeded,
  countedApprovals,
  isApproved,
  isHeld,
  isSupported,
  lacksOf,
  sponsorsOf,
  was,
  wayCountWords,
  waysOf,
} from './weigh.js';

/** Where a nomination stands, in words. */
export interface NominationWords {
  /** What it is about: `a Core Maintainer`. */
  what: string;
  headline: string;
  /** What is next and by whom; empty where nothing is asked of anybody. */
  next: NextStep[];
  /** What the rules ask, one by one. */
  asks: Ask[];
}

/**
 * Puts a nomination into words.
 * @param isOver whether the days for everybody to speak are over by the look
 */
export function nominationInWords(
  nomination: Nomination,
  isOver: boolean,
  titleOf: (group: string) => string,
): NominationWords {
  const { to, group } = nomination;
  const what = placeInWords(to, group === null ? null : titleOf(group));
  return {
    what,
    headline: headlineOf(nomination, what, isOver),
    next: nomination.closed ? [] : nextOf(nomination, isOver),
    asks: asksOf(nomination, isOver),
  };
}

/** What a nomination is about, in a few words: `grace as a maintainer`. */
export function nominationTitle(
  { matter, nominee: { login }, to, group }: Pick<Nomination, 'matter' | 'nominee' | 'to' | 'group'>,
  titleOf: (group: string) => string,
): string {
  const what = placeInWords(to, group === null ? null : titleOf(group));
  switch (matter) {
    case 'advance':
      return `${login} as ${what}`;
    case 'return':
      return `${login} comes back as ${what}`;
    case 'emeritus':
      return `${login} as emeritus`;
    case 'step-down':
      return `${login} lays down: ${what}`;
    case 'inactive':
      return `Is ${login} still ${to === 'everything' ? 'here' : what}?`;
  }
}

function headlineOf(nomination: Nomination, what: string, isOver: boolean): string {
  const { matter, closed, deadline, to } = nomination;
  if (matter === 'inactive' && closed) {
    const gone = to === 'everything' ? 'Emeritus' : `No longer ${what}`;
    return `${closed.outcome === 'approved' ? gone : 'Stays'}, ${inWords(closed.at)}`;
  }
  if (matter === 'inactive') {
    return isOver || deadline === null
      ? 'Not answered here, so that others decide; nothing follows from silence by itself'
      : `Asked, with time to answer until ${inWords(deadline)}`;
  }
  if (closed?.outcome === 'rejected') return `Not approved, ${inWords(closed.at)}`;
  if (matter === 'step-down') return `Laid down: ${what}`;
  if (closed)
    return matter === 'emeritus' ? `Emeritus, ${inWords(closed.at)}` : `Approved as ${what}, ${inWords(closed.at)}`;
  if (isHeld(nomination)) return 'Held: something stands against it that has to be decided or taken back';
  if (deadline !== null && !isOver) return `Everybody may speak until ${inWords(deadline)}`;
  if (!isSupported(nomination)) return 'Waiting for sponsors';
  return 'Waiting for approval';
}

function nextOf(nomination: Nomination, isOver: boolean): NextStep[] {
  const { nominee, body, group, matter, deadline } = nomination;
  const login = nominee.login;
  const of = (asked: Nomination['step']['approves']): Who[] =>
    body
      .filter((one) => one.id > 0 && one.id !== nominee.id && was(one, asked, group))
      .map(({ id, login: own }) => ({ id, login: own }));
  const steps: NextStep[] = [];
  const { objections } = againstIt(nomination);
  for (const { by } of objections) {
    if (matter === 'emeritus') continue;
    steps.push({
      who: by.login,
      people: [by],
      what: 'takes the objection back with `/object withdraw`, once it is met.',
    });
  }
  if (matter === 'inactive' && !isOver) {
    return [
      {
        who: login,
        people: [nominee],
        what: 'writes anything at all here to stay, or `/ladder approve` to lay it down.',
      },
    ];
  }
  if (matter === 'emeritus' && !isOver && objections.length === 0) {
    steps.push({
      who: login,
      people: [nominee],
      what: `says with \`/object @${login} <reason>\` what speaks against it, or agrees in a comment.`,
    });
  }
  if (!isSupported(nomination)) {
    const ways = waysOf(nomination).map(wayCountWords).join('; or ');
    steps.push({ who: 'Sponsors', people: [], what: `write \`/endorse @${login}\`: ${ways}.` });
  }
  const deciders = decidersOf(nomination);
  const { isMet, isAlone } = isApproved(nomination);
  if (!isMet) {
    const people = of(deciders);
    const reason = isHeld(nomination) || matter === 'inactive' ? ' <reason>' : '';
    const alone = isAlone ? ' The only sponsor does not approve alone.' : '';
    const when = isOver || deadline === null ? '' : ' It takes effect once the days for everybody to speak are over.';
    steps.push({
      who: capital(peopleInWords(deciders)),
      people: people.length <= MOST_ASKED && (isOver || isHeld(nomination)) ? people : [],
      what: `decides with \`/ladder approve${reason}\` or \`/ladder reject <reason>\`.${alone}${when}`,
    });
  }
  return steps;
}

/** Of more people than this nobody is called: a call to everybody is one to nobody. */
const MOST_ASKED = 6;

function asksOf(nomination: Nomination, isOver: boolean): Ask[] {
  const { step, matter, standing, openedAt, rules, deadline, objections, closed } = nomination;
  if (matter === 'step-down') return [];
  const isStep = matter === 'advance' || matter === 'return';
  const lacks = lacksOf(nomination);
  const waived = matter === 'return' ? rules.rules.emeritus.waives : [];
  const reasoned = countedApprovals(nomination).some(({ reason }) => reason !== '');
  const failed = reasoned && closed ? 'held' : 'failed';
  const again = (what: string): string => `${what} is not asked again of somebody who has held it before.`;
  const ways = waysOf(nomination);
  const standingNow = objections.filter(({ withdrawnAt }) => withdrawnAt === null);
  const deciders = step.approves.length > 0 ? peopleInWords(step.approves) : 'the sponsors';
  const rows: Ask[] = [];
  if (isStep) {
    const place = lacks.find(({ name }) => name === 'Place');
    if (waived.includes('place')) rows.push({ held: 'held', name: 'Place', says: again('A place to begin from') });
    else if (place) rows.push({ held: failed, name: 'Place', says: place.says });
    else if (step.from !== 'contributor') {
      const says = `${capital(personInWords(standing.role))}, and the rule begins at ${personInWords(step.from)}.`;
      rows.push({ held: 'held', name: 'Place', says });
    }
    const time = timeInPlace(standing, step, openedAt.slice(0, 10)).ask;
    if (waived.includes('time')) rows.push({ held: 'held', name: 'Time', says: again('Time') });
    else rows.push({ ...time, held: time.held === 'open' ? failed : time.held });
    rows.push({
      held: isSupported(nomination) ? 'held' : 'open',
      name: 'Sponsors',
      says: `${capital(ways.map(wayCountWords).join('; or '))}.${namesOf(nomination)}`,
    });
  }
  if (deadline !== null) {
    rows.push({
      held: isOver || closed ? 'held' : 'open',
      name: isStep ? 'Review' : 'Asked first',
      says: `${numberInWords(step.days, 'day')}${closed && !isOver ? ', cut short by a decision' : `, until ${inShort(deadline)}`}.`,
    });
  }
  const holding = standingNow.filter(({ holds }) => holds).length;
  rows.push({
    held: holding === 0 ? 'held' : failed,
    name: 'Objections',
    says:
      standingNow.length === 0
        ? 'None stands.'
        : standingNow.map(({ by, holds }) => `@${by.login}${holds ? ' (holds it)' : ' (is heard)'}`).join(', ') + '.',
  });
  const needed = approvalsNeeded(nomination);
  if (needed > 0 || step.approves.length > 0) {
    const counted = countedApprovals(nomination);
    const who = step.approves.length > 0 ? step.approves : step.settles;
    rows.push({
      held: isApproved(nomination).isMet ? 'held' : closed?.outcome === 'rejected' ? 'failed' : 'open',
      name: 'Approval',
      says: `${approvalWords({ approves: who, approvals: needed })}${isHeld(nomination) || matter === 'inactive' ? ', with a reason' : ''}: ${counted.length} of ${needed}.`,
    });
  }
  return [
    ...rows,
    ...step.attested.map((each): Ask => ({
      held: 'unchecked',
      name: capital(each),
      says: `Not checked: nobody can see this from here. ${capital(deciders)} ${step.approves.length > 0 ? 'attests' : 'attest'} it.`,
    })),
  ];
}

/** Who sponsors, with their organisation as it was when the nomination opened. */
function namesOf(nomination: Nomination): string {
  const all = sponsorsOf(nomination);
  if (all.length === 0) return '';
  const names = all.map(
    ({ by }) => `@${by.login} (${by.organization === null ? 'organisation not known' : quoted(by.organization)})`,
  );
  return ` ${names.join(', ')}.`;
}
