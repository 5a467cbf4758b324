import { z } from 'zod';
import {
  businessDays,
  count,
  days,
  flag,
  levels,
  orNone,
  rule,
  largestShare,
  share,
  tracks,
  who,
  words,
} from './values.js';

const effect = z
  .enum(['keep', 'invalidate', 'confirm'])
  .describe(
    'What becomes of ballots when the normative text changes: they stay (keep), they fall (invalidate), or they stand ' +
      'once somebody other than the author confirms them (confirm).',
  );
words.add(effect, { label: 'ballots after a change of the normative text' });

/** How a group and the core decide, object and resolve what they cannot agree on. */
export const decisionRules = {
  consensus: rule('lazy consensus', {
    opens: who('open a lazy consensus'),
    minor: days('minor consensus', 'How long a consensus on a minor matter runs at least.'),
    significant: days('significant consensus', 'How long a consensus on a significant matter runs at least.'),
  }),
  blocking: rule('blocking a consensus', {
    who: who('block a consensus'),
    left: days('time left at least when a block is cleared'),
  }),
  vote: rule('the formal vote of a group', {
    starts: who('start a vote alone'),
    requests: who('request a vote together with others'),
    requesters: count('requests that start a vote', 1),
    counted: levels('who is counted for the quorum'),
    voters: levels('who may cast a ballot', 'cast a ballot in a vote of their group'),
    days: days('length of a vote', 'How long a vote runs.'),
    early: flag('a vote ends early once no ballot can change it'),
    quorum: share('quorum of a vote'),
    routine: share('majority of a routine vote'),
    scope: share('majority of a vote on scope'),
  }),
  'core-decision': rule('the decision of the core', {
    who: who("decide in the core's name"),
    days: days('length of a decision of the core', 'How long the core may take.'),
    quorum: share("quorum of the core's decision"),
    threshold: share("majority of the core's decision"),
  }),
  'core-record': rule('decisions of the core from elsewhere', {
    who: who('record what the core decided in a meeting or in chat'),
    confirm: count('others of the core who have to confirm it', 0),
  }),
  'veto-window': rule("the core's window for objections", {
    who: who('object to what a group with this authority agreed on'),
    days: days('window for objections'),
  }),
  recall: rule('recall of what a group decided', {
    who: who('recall what a group decided'),
    days: days('window for a recall'),
  }),
  'core-veto': rule("the core's veto", {
    who: who('vote for a veto of the core'),
    threshold: share('majority of a veto'),
  }),
  'lead-veto': rule('the veto of a Lead Maintainer', { who: who('veto any decision alone, at any time') }),
  'acting-alone': rule('acting alone', {
    who: who('act alone where otherwise several of the core are needed'),
  }),
  'reserved-matters': rule('what is reserved to the core', {
    tracks: tracks('kinds of proposals that the core decides', 0),
    crossGroup: flag('what touches several groups is reserved'),
    breaking: flag('what is breaking, or not declared compatible, is reserved'),
  }),
  escalation: rule('escalation', {
    who: who('escalate a matter to the core'),
    impartial: flag('who answers shares no organisation with the parties'),
    answers: z
      .strictObject({
        technical: businessDays('first answer in a technical disagreement'),
        leadership: businessDays('first answer in a disagreement with a lead or facilitator'),
        maintainer: businessDays("first answer in a disagreement with a maintainer's decision"),
        core: businessDays('first answer in a disagreement within the core'),
      })
      .describe('How soon the first answer is due, by what the disagreement is about.'),
  }),
  pushes: rule('pushes during a decision', { effect }),
  'review-ballots': rule('reviews as ballots', { count: flag('reviews count as ballots') }),
  'ballot-organizations': rule('organisations in a count', {
    most: orNone(largestShare('most that one organisation may have of the ballots', 'null for no limit.')),
    least: count('organisations that have to be among the yes', 0),
  }),
};
