import { z } from 'zod';
import { ROLES } from '../../people/types.js';
import { PROPOSAL_TYPES } from '../../proposal/types.js';
import { instant, name, orNone, people, slug, text } from './values.js';

const person = z
  .strictObject({
    logins: z.array(name).min(1).optional().describe('Accounts, the first to be shown. Left out: one, called as here.'),
    role: z.enum(ROLES).optional().describe('Place on the ladder. Left out: a contributor.'),
    organization: orNone(text, 'This is the name of an organisation, or `none` where nobody knows it.').optional(),
    emeritus: z.boolean().optional(),
  })
  .nullable();

const group = z.strictObject({
  title: text.optional().describe('Left out: made from the slug.'),
  kind: z.enum(['working-group', 'interest-group']).optional().describe('Left out: a Working Group.'),
  status: z
    .enum(['active', 'forming', 'retired', 'gone'])
    .optional()
    .describe('Left out: active. Of one that is gone there is no charter.'),
  leads: people.optional(),
  members: z
    .union([people, z.literal('unknown')], { error: 'This is a list of people, or `unknown`.' })
    .optional()
    .describe('WG Members beside the leads; `unknown` where the charter has no list of members.'),
  participants: people.optional(),
  observers: people.optional(),
  decided: z.int().min(0).optional().describe('Proposals that were accepted on its word before. Left out: none.'),
  overturned: z.int().min(0).optional().describe('Proposals on which its word was overturned. Left out: none.'),
  workItems: z.array(z.int().min(1)).optional().describe('Numbers of proposals that its charter names as active work.'),
});

const proposal = z.strictObject({
  number: z.int().min(1).optional().describe('Of the pull request. Left out: 7.'),
  title: text.optional(),
  track: orNone(z.enum(PROPOSAL_TYPES), `This is one of ${PROPOSAL_TYPES.join(', ')}, or \`none\`.`).optional(),
  author: orNone(name, 'This is a person, or `none` for an account that is gone.')
    .optional()
    .describe('Who opens the pull request.'),
  authors: people.optional().describe('Whom the preamble names as authors. Left out: who opens the pull request.'),
  sponsor: orNone(name, 'This is a person, or `none`.').optional().describe('Whom the preamble names.'),
  group: orNone(text, 'This is the name of a group, or `none`.').optional().describe('What the preamble names.'),
  status: text.optional().describe('What the preamble says. Left out: Draft.'),
  fileNumber: z.int().min(1).optional().describe('The number of the file. Left out: that of the pull request.'),
  prototype: orNone(z.url(), 'This is an address, or `none`.').optional().describe('What shows that it works.'),
  scenario: z
    .enum(['merged', 'missing', 'unreadable'])
    .optional()
    .describe('Its conformance scenario, where the rules name a repository for these. Left out: missing.'),
  text: text.optional().describe('Stands for the normative text: another word is another text.'),
  touches: z.array(text).optional().describe('Paths that the pull request changes beside the document.'),
  opened: instant.optional().describe('When the pull request is opened. Left out: 2026-11-02 09:00.'),
});

/** What a story may say of the rules: a name, or a rules file of its own. It is read as one, so its keys are not here. */
const rules = z
  .union([text, z.looseObject({ extends: text.optional() })], {
    error: 'This is the name of a pack, `own`, or a rules file that `extends` one of them.',
  })
  .describe('A pack, `own` for those of the clone, or a map as in `.github/convenor.yml`. Left out: `own`.');

/** Where a story takes place: the default branch, and the proposal. */
export const setting = {
  rules: rules.optional(),
  people: z.record(name, person).optional().describe('Everybody who says something, by the name in this story.'),
  groups: z.record(slug, group).optional().describe('Charters, by slug.'),
  merged: z.array(z.int().min(1)).optional().describe('Numbers of proposals that are merged.'),
  proposal: proposal.optional(),
};

/** What of it may change on the default branch in the middle of a story. */
export const governance = z.strictObject({
  rules: setting.rules,
  people: setting.people,
  groups: setting.groups,
  merged: setting.merged,
});

/** What a push may change of the proposal. */
export const push = proposal.omit({ number: true, author: true, opened: true }).extend({
  by: name.optional().describe('Who pushes. Left out: who opened the pull request.'),
  gone: z.boolean().optional().describe('Whether the push takes the document away, or brings it back.'),
});

/** A person as a story gives them. */
export type PersonGiven = NonNullable<z.infer<typeof person>>;
/** A group as a story gives it. */
export type GroupGiven = z.infer<typeof group>;
/** The proposal as a story gives it. */
export type ProposalGiven = z.infer<typeof proposal>;
/** Rules as a story gives them: a name, or a map that is read as a rules file. */
export type RulesGiven = z.infer<typeof rules>;
/** A change of the default branch. */
export type GovernanceGiven = z.infer<typeof governance>;
/** A push. */
export type PushGiven = z.infer<typeof push>;
