import { z } from 'zod';
import { expectation } from './expectation.js';
import { governance, push, setting } from './setting.js';
import { name, people, refusal, text, when } from './values.js';

const review = z.strictObject({
  verdict: z.enum(['approves', 'requests-changes', 'comments']),
  says: text.optional(),
});

const step = z.strictObject({
  when: when
    .optional()
    .describe('Left out: a minute after the step before; in the first step, as the pull request is opened.'),
  governance: governance.optional().describe('What changes on the default branch, laid over what was there.'),
  pushes: push.nullable().optional().describe('A new head: what changes of the proposal; nothing where it is empty.'),
  assigns: people.optional().describe('Who assign themselves to the pull request.'),
  says: z.record(name, text).optional().describe('Comments, by who writes them, in this order.'),
  reviews: z
    .record(
      name,
      z.union([review.shape.verdict, review], {
        error: 'This is `approves`, `requests-changes`, `comments`, or a map with `verdict` and `says`.',
      }),
    )
    .optional()
    .describe('Reviews, by who submits them, in this order.'),
  dismisses: z.record(name, name).optional().describe('Whose review is dismissed, by who dismisses it.'),
  pull: z
    .enum(['open', 'closed', 'merged'])
    .optional()
    .describe('Somebody closes, merges or reopens the pull request.'),
  refused: z
    .record(name, z.union([refusal, z.array(refusal)], { error: 'This is the id of a rule, or a list of them.' }))
    .optional()
    .describe('Whose words of this step are refused, each with the rule. All other words have to be taken.'),
  expect: expectation.optional(),
});

const story = z.strictObject({
  story: text.describe('What it shows, in a sentence.'),
  clause: z
    .union([text, z.array(text).min(1)], { error: 'This is the name of a clause, or a list of them.' })
    .optional()
    .describe('Which clauses of the governance it is about.'),
  ...setting,
  begins: z.array(step).optional().describe('Steps before its own, in place of those of the file.'),
  steps: z.array(step).min(1),
});

/** A file of stories, or a setting for them. */
export const storyFile = z.strictObject({
  setting: text
    .optional()
    .describe('Another file, from this one: its keys hold here where this file does not say them.'),
  ...setting,
  begins: z.array(step).optional().describe('Steps with which each of its stories begins.'),
  stories: z.array(story).min(1).optional(),
});

export type StoryFile = z.infer<typeof storyFile>;
export type StoryGiven = z.infer<typeof story>;
export type StepGiven = z.infer<typeof step>;
export type ReviewGiven = z.infer<typeof review>;
export type { DecisionExpected, Expectation } from './expectation.js';
export type { GovernanceGiven, GroupGiven, PersonGiven, ProposalGiven, PushGiven, RulesGiven } from './setting.js';
export type { Refusal } from './values.js';
