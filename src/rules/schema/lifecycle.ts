import { z } from 'zod';
import { count, day, days, list, months, needs, orNone, place, rule, text, tracks, who, words } from './values.js';
import { proposalState, standing } from './vocabulary.js';

const transition = z.strictObject({
  from: z.array(proposalState).min(1).describe('The states that the step leads away from.'),
  to: proposalState.describe('The state that it leads to.'),
  who: z.array(standing).min(1).describe('Who may take the step.'),
  reason: z.boolean().default(false).describe('Whether the step needs a reason in words.'),
  needs: needs('what the step needs'),
});
/** One row of the transition table: what `/sep status` may do, who may, and what must be there first. */
export type Transition = z.infer<typeof transition>;

const table = z.array(transition).max(100).describe('The steps that people may take with `/sep status`.');
words.add(table, { label: 'steps' });

/** What a proposal is, and how it goes from state to state. */
export const lifecycleRules = {
  tracks: rule('the kinds of proposals', { allowed: tracks('kinds of proposals') }),
  numbering: rule("a proposal's number", {}),
  'status-in-step': rule('the status in the file and in the label', {}),
  'rendered-page': rule('the page that is rendered from a proposal', {
    path: orNone(
      text(
        "a proposal's page",
        "Where a proposal's page belongs, with {name} for the file's name without its ending; null for none.",
      ).regex(/\{name\}/, 'The path holds `{name}`, for the name of the proposal.'),
    ),
    command: orNone(text('its command', 'The command that writes it; null where there is none.')),
  }),
  'working-group': rule('the wish for a Working Group', {
    since: orNone(day('first day on which a new proposal is asked for a group')),
  }),
  asking: rule('asking people', {
    most: count('people asked at a time', 0).max(10),
    who: who('ask people for a review'),
  }),
  adoption: rule('adoption by a group', { who: who("bring a proposal into their group's care") }),
  routing: rule('where a proposal belongs', { who: who('bring a proposal to another group') }),
  sponsorship: rule('the sponsor', { who: who('sponsor a proposal') }),
  transitions: rule('steps from status to status', {
    table,
  }),
  acceptance: rule('what acceptance needs', {
    tracks: tracks('kinds of proposals that are implemented', 0),
    needs: needs('what an acceptance needs beside the decision'),
  }),
  'acceptance-text': rule('the text that was accepted', {
    who: who('confirm a text that changed since it was accepted'),
  }),
  specification: rule('the specification that proposals change', {
    tracks: tracks('kinds of proposals that change the specification', 0),
    paths: list(
      text('a path of the specification'),
      'paths of the specification',
      0,
      'The files of the specification, as in .gitignore.',
    ),
    changelog: orNone(text('the changelog of the specification')),
  }),
  conformance: rule('the conformance scenario', {
    tracks: tracks('kinds of proposals that need a scenario', 0),
    repository: orNone(
      text('the repository of scenarios').regex(/^[\w.-]+\/[\w.-]+$/, 'A repository is written `owner/name`.'),
    ),
    file: text(
      'the file of a scenario',
      'The name of its traceability file, with {number} for the number of the SEP.',
    ).regex(/\{number\}/, 'The name holds `{number}`, for the number of the proposal.'),
    folders: list(
      text('a folder of scenarios'),
      'folders of scenarios',
      1,
      'The folders in which that file is looked for, the first that has it; `.` is the top of the repository.',
    ),
    exempts: who('declare that nothing observable changes'),
  }),
  finalization: rule('the end of a proposal', {}),
  'final-text': rule('final proposals stay as they are', {}),
  superseding: rule('replacing a proposal', { who: who('declare a proposal superseded') }),
  reviving: rule('reviving a proposal', { who: who('revive a dormant or withdrawn proposal') }),
  closing: rule('closing a proposal that does not fit', {
    who: who('close a proposal in the scope of their group'),
    appeals: who('appeal against it'),
  }),
  holding: rule('holding a proposal', {
    least: place('lowest place on the ladder whose holder may hold a proposal, or let their own hold go'),
  }),
  dormancy: rule('proposals without a sponsor', {
    months: months('time without a sponsor until a proposal is dormant').min(1),
    warnings: list(
      z.int().min(1).max(366),
      'days before, on which it is said',
      1,
      'How many days before it happens this is said. It never happens unsaid.',
    ),
  }),
  reminders: rule('reminders', {
    answer: days('time until somebody who owes an answer is reminded'),
    accepted: days('time until an accepted proposal that waits is asked about'),
    apart: days('least time between two reminders of a person'),
  }),
};
