import { placeInWords } from '../../commands/ladder-words.js';
import { quoted } from '../../commands/quoted.js';
import type { Who } from '../../ledger/lines.js';
import { capital, numberInWords, peopleInWords, personInWords } from '../../rules/words.js';
import { inShort, inWords, isBefore } from '../instants.js';
import { speaksFor } from '../standing.js';
import type { NextStep } from '../verdict.js';
import { approvalWords, type Ask } from './outlook.js';
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
  timeOf,
  waives,
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
  const { to, group, closed, deadline } = nomination;
  const what = placeInWords(to, group === null ? null : titleOf(group));
  const until = isOver ? null : deadline;
  return {
    what,
    headline: headlineOf(nomination, what, until),
    next: closed ? [] : nextOf(nomination, until),
    asks: asksOf(nomination, until),
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

/** @param until when the days for everybody to speak are over; null where they are */
function headlineOf(nomination: Nomination, what: string, until: string | null): string {
  const { matter, closed, to } = nomination;
  if (matter === 'inactive' && closed) {
    const gone = to === 'everything' ? 'Emeritus' : `No longer ${what}`;
    return `${closed.outcome === 'approved' ? gone : 'Stays'}, ${inWords(closed.at)}`;
  }
  if (matter === 'inactive') {
    return until === null
      ? 'Not answered here, so that others decide; nothing follows from silence by itself'
      : `Asked, with time to answer until ${inWords(until)}`;
  }
  if (closed?.outcome === 'rejected') return `Not approved, ${inWords(closed.at)}`;
  if (matter === 'step-down') return `Laid down: ${what}`;
  if (closed)
    return matter === 'emeritus' ? `Emeritus, ${inWords(closed.at)}` : `Approved as ${what}, ${inWords(closed.at)}`;
  if (isHeld(nomination)) return 'Held: something stands against it that has to be decided or taken back';
  if (until !== null) return `Everybody may speak until ${inWords(until)}`;
  if (!isSupported(nomination)) return 'Waiting for sponsors';
  return 'Waiting for approval';
}

function nextOf(nomination: Nomination, until: string | null): NextStep[] {
  const { nominee, body, group, matter, step } = nomination;
  const login = nominee.login;
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
  if (matter === 'inactive' && until !== null) {
    return [
      {
        who: login,
        people: [nominee],
        what: 'writes anything at all here to stay, or `/ladder approve` to lay it down.',
      },
    ];
  }
  if (matter === 'emeritus' && until !== null && objections.length === 0) {
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
  const { isMet, isAlone } = isApproved(nomination);
  if (!isMet) {
    const people = body
      .filter((one) => one.id > 0 && !speaksFor(nominee, one) && was(one, step.settles, group))
      .map(({ id, login: own }): Who => ({ id, login: own }));
    const reason = isHeld(nomination) || matter === 'inactive' ? ' <reason>' : '';
    const alone = isAlone ? ' The only sponsor does not approve alone.' : '';
    const when = until === null ? '' : ' It takes effect once the days for everybody to speak are over.';
    steps.push({
      who: capital(peopleInWords(step.settles)),
      people: people.length <= MOST_ASKED && (until === null || isHeld(nomination)) ? people : [],
      what: `decides with \`/ladder approve${reason}\` or \`/ladder reject <reason>\`.${alone}${when}`,
    });
  }
  return steps;
}

/** Of more people than this nobody is called: a call to everybody is one to nobody. */
const MOST_ASKED = 6;

function asksOf(nomination: Nomination, until: string | null): Ask[] {
  const { step, matter, standing, deadline, objections, closed } = nomination;
  if (matter === 'step-down') return [];
  const isStep = matter === 'advance' || matter === 'return';
  const lacks = lacksOf(nomination);
  // What was decided over with a reason stands against it no more.
  const failed = closed?.outcome === 'approved' && isHeld(nomination) ? 'held' : 'failed';
  const again = (what: string): string => `${what} is not asked again of somebody who has held it before.`;
  const ways = waysOf(nomination);
  const standingNow = objections.filter(({ withdrawnAt }) => withdrawnAt === null);
  const deciders = step.approves.length > 0 ? peopleInWords(step.approves) : 'the sponsors';
  const rows: Ask[] = [];
  if (isStep) {
    const place = lacks.find(({ name }) => name === 'Place');
    if (waives(nomination, 'place')) rows.push({ held: 'held', name: 'Place', says: again('A place to begin from') });
    else if (place) rows.push({ held: failed, name: 'Place', says: place.says });
    else if (step.from !== 'contributor') {
      const says = `${capital(personInWords(standing.role))}, and the rule begins at ${personInWords(step.from)}.`;
      rows.push({ held: 'held', name: 'Place', says });
    }
    const time = timeOf(nomination);
    if (waives(nomination, 'time')) rows.push({ held: 'held', name: 'Time', says: again('Time') });
    else rows.push({ ...time, held: time.held === 'open' ? failed : time.held });
    rows.push({
      held: isSupported(nomination) ? 'held' : 'open',
      name: 'Sponsors',
      says: `${capital(ways.map(wayCountWords).join('; or '))}.${namesOf(nomination)}`,
    });
  }
  if (deadline !== null) {
    rows.push({
      held: until === null || closed ? 'held' : 'open',
      name: isStep ? 'Review' : 'Asked first',
      says: `${numberInWords(step.days, 'day')}${closed && isBefore(closed.at, deadline) ? ', cut short by a decision' : `, until ${inShort(deadline)}`}.`,
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
  if (needed > 0) {
    rows.push({
      held: isApproved(nomination).isMet ? 'held' : closed?.outcome === 'rejected' ? 'failed' : 'open',
      name: 'Approval',
      says: `${approvalWords({ approves: step.settles, approvals: needed })}${isHeld(nomination) || matter === 'inactive' ? ', with a reason' : ''}: ${countedApprovals(nomination).length} of ${needed}.`,
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
