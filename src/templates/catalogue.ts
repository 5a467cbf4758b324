import type { z } from 'zod';
import { answerDocument, answerGroup, answerLadder, answerStanding, help, helpCommand } from './variables/answers.js';
import { amendment, document, governance, rules } from './variables/checks.js';
import {
  companion,
  elsewhere,
  question,
  reminder,
  reply,
  status,
  statusPull,
  suggestion,
  unaskable,
  warning,
} from './variables/conversation.js';
import { agenda, audit, dashboardPull, front, group, health, people, proposalPage } from './variables/dashboard.js';
import { nomination, rosterPull } from './variables/nomination.js';
import { digest, news } from './variables/telling.js';

/** What every template is given, with the meaning of each variable. */
export const VARIABLES = {
  status,
  reply,
  help,
  'help-command': helpCommand,
  'answer-document': answerDocument,
  'answer-standing': answerStanding,
  'answer-group': answerGroup,
  'answer-ladder': answerLadder,
  question,
  reminder,
  unaskable,
  warning,
  suggestion,
  document,
  amendment,
  governance,
  'status-pull': statusPull,
  nomination,
  'roster-pull': rosterPull,
  companion,
  elsewhere,
  rules,
  front,
  agenda,
  group,
  proposal: proposalPage,
  people,
  health,
  audit,
  'dashboard-pull': dashboardPull,
  news,
  digest,
};

/** A template that ships with Convenor; people read nothing that does not come from one of them. */
export type TemplateName = keyof typeof VARIABLES;

/** What a template is filled with. */
export type Words<Name extends TemplateName> = z.input<(typeof VARIABLES)[Name]>;

/** What is known of a template beside its variables. */
export interface Sheet {
  /** Where people read it. */
  says: string;
  /**
   * Variables that a template of a repository's own has to show, whatever it leaves out: no refusal without its reason,
   * no step without what is to be done. Paths through lists and objects.
   */
  shows: readonly string[];
  /** Characters of what comes of it at most; null where nothing limits them. */
  most: number | null;
}

/** GitHub takes 65,536 characters in a comment and 65,535 in a check; the marker needs some. */
export const LONGEST = 65_000;

export const SHEETS: Readonly<Record<TemplateName, Sheet>> = {
  status: {
    says: 'The status comment on every proposal, and the summary of its check of the process, in which nobody is called.',
    shows: ['headline', 'next.who', 'next.what', 'also.who', 'also.what', 'held', 'rows.name', 'rows.says'],
    most: LONGEST,
  },
  reply: {
    says: 'The one reply to a comment in which something was asked or refused.',
    shows: ['parts.answer', 'parts.refusal.why', 'parts.refusal.next', 'parts.refusal.rule'],
    most: LONGEST,
  },
  help: {
    says: 'The answer to `/help`, within the reply.',
    shows: ['unknown', 'commands.usage'],
    most: LONGEST,
  },
  'help-command': {
    says: 'The answer to `/help` with a command, within the reply.',
    shows: ['usage', 'help', 'who'],
    most: LONGEST,
  },
  'answer-document': {
    says: 'The answer to `/sep check`, within the reply.',
    shows: ['groups.findings.message', 'groups.findings.help'],
    most: LONGEST,
  },
  'answer-standing': {
    says: 'The answer to `/sep explain`, within the reply.',
    shows: ['headline', 'next.who', 'next.what', 'requirements.name', 'requirements.says'],
    most: LONGEST,
  },
  'answer-group': {
    says: 'The answer to `/group show`, within the reply.',
    shows: ['group.title', 'group.obstacle'],
    most: LONGEST,
  },
  'answer-ladder': {
    says: 'The answer to `/ladder show`, within the reply.',
    shows: ['who', 'role', 'next.asks.name', 'next.asks.says'],
    most: LONGEST,
  },
  question: {
    says: 'The question to somebody who requested changes by a review while a decision is open.',
    shows: ['who', 'what'],
    most: LONGEST,
  },
  warning: {
    says: 'The comment that says before a proposal without a sponsor is dormant.',
    shows: ['who', 'lapses'],
    most: LONGEST,
  },
  reminder: {
    says: 'The comment that asks people again for what they owe.',
    shows: ['owed.people', 'owed.says', 'owed.missing'],
    most: LONGEST,
  },
  unaskable: {
    says: 'The comment for somebody who was asked for a review with `/review` and has no access to the repository.',
    shows: ['who', 'by'],
    most: LONGEST,
  },
  suggestion: {
    says: 'A comment on a line of a proposal, with an edit that its author can accept with one click.',
    shows: ['why', 'lines'],
    most: LONGEST,
  },
  document: {
    says: 'The summary of the check of the document.',
    shows: ['overtaken.why', 'groups.findings.message', 'groups.findings.help'],
    most: LONGEST,
  },
  amendment: {
    says: 'The same for a pull request that only changes merged proposals.',
    shows: ['files.groups.findings.message', 'files.groups.findings.help'],
    most: LONGEST,
  },
  governance: {
    says: 'The report on a pull request that changes rules, roster, maintainers or charters, in the same check.',
    shows: ['author', 'sections.lines', 'problems.lines', 'asks'],
    most: LONGEST,
  },
  'status-pull': {
    says: "The description of a pull request of Convenor's own, which brings a merged proposal's status in step.",
    shows: ['status', 'record'],
    most: LONGEST,
  },
  nomination: {
    says: 'The status comment on every issue in which somebody is nominated, lays a role down, or is proposed as emeritus.',
    shows: [
      'headline',
      'next.who',
      'next.what',
      'also.who',
      'also.what',
      'held',
      'rows.name',
      'rows.says',
      'onboarding',
    ],
    most: LONGEST,
  },
  'roster-pull': {
    says: "The description of a pull request of Convenor's own, which brings a decision of the ladder into the roster.",
    shows: ['issue', 'who', 'record'],
    most: LONGEST,
  },
  companion: {
    says: 'The summary of the checks of a pull request that carries the proposal of another, or goes into another branch.',
    shows: [],
    most: LONGEST,
  },
  elsewhere: {
    says: 'The reply to the first command on such a pull request.',
    shows: [],
    most: LONGEST,
  },
  rules: {
    says: 'The check `convenor/rules` of the default branch, while something there cannot be read or used.',
    shows: ['held.effect', 'problems.place', 'problems.message', 'templates.place', 'templates.message'],
    most: LONGEST,
  },
  front: { says: 'The first page of the dashboard.', shows: ['waiting.matters.what', 'proposals.name'], most: null },
  agenda: {
    says: "The page of the dashboard with what waits for the core: its next meeting's agenda.",
    shows: ['matters.name', 'matters.asked'],
    most: null,
  },
  group: {
    says: 'The page of a group on the dashboard.',
    shows: ['open.name', 'decided.name', 'members.name'],
    most: null,
  },
  proposal: {
    says: 'The page of a proposal on the dashboard.',
    shows: ['headline', 'next.who', 'next.what', 'asked.name', 'asked.says'],
    most: null,
  },
  people: {
    says: 'The page of the dashboard about people.',
    shows: ['places.people.name', 'bodies.title', 'bodies.counted'],
    most: null,
  },
  health: { says: 'The page of the dashboard that says how the process does.', shows: [], most: null },
  audit: {
    says: 'The page of the dashboard with the latest decisions.',
    shows: ['decisions.name', 'decisions.outcome', 'decisions.sha256'],
    most: null,
  },
  'dashboard-pull': {
    says: "The description of a pull request of Convenor's own, which brings the pages of the dashboard.",
    shows: ['folder', 'branch'],
    most: LONGEST,
  },
  news: {
    says: 'What a channel of another service, such as Discord, is told of one proposal.',
    shows: ['name', 'url'],
    most: LONGEST,
  },
  digest: {
    says: 'The weekly digest in such a channel, and in the issue of the digest.',
    shows: [
      'sections.title',
      'sections.waiting.name',
      'sections.waiting.what',
      'sections.closing.name',
      'sections.closing.until',
    ],
    most: LONGEST,
  },
};

export const TEMPLATE_NAMES = Object.keys(VARIABLES) as TemplateName[];

/** Whether there is a template of that name. */
export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(VARIABLES, name);
