import { peopleOn, readSources } from '../../src/people/index.js';
import { readProposal } from '../../src/proposal/index.js';
import type { Ground, Matter } from '../../src/routing/index.js';
import { loadRules } from '../../src/rules/index.js';
import type { Rules } from '../../src/rules/schema.js';

/** A group of an invented repository; what is left out is as in an ordinary Working Group that is in force. */
export interface Charter {
  slug: string;
  kind?: 'Working Group' | 'Interest Group';
  forming?: boolean;
  mission?: string;
  scope?: string[];
  /** Titles of active work items, or of topics in an Interest Group. */
  items?: string[];
  champion?: string;
  leads?: string[];
  members?: string[];
}

/** `kettles` is `Kettles`, `tea-pots` is `Tea Pots`. */
const titled = (slug: string): string =>
  slug.replace(/(^|-)(\w)/g, (_, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase());

const row = (login: string, level: string): string =>
  `| ${login} | Of ${login} | [@${login}](https://github.com/${login}) | | ${level} |`;

function charterText({ slug, forming = false, kind = 'Working Group', ...one }: Charter): string {
  const { mission = 'Things.', scope = [], items = [], champion = 'TBD', leads = [`${slug}-lead`], members = [] } = one;
  return `---
title: ${titled(slug)} Charter
---

## Group Type

**${kind}**${forming ? ' (forming)' : ''}

## Mission Statement

${mission}

## Scope

### In Scope

${scope.map((each) => `- ${each}`).join('\n')}

## Leadership

| Role | Name | Organization | GitHub | Term |
| ---- | ---- | ------------ | ------ | ---- |
${leads.map((login) => `| Lead | ${login} | Of ${login} | [@${login}](https://github.com/${login}) | Initial |`).join('\n')}

## Membership

| Name | Organization | GitHub | Discord | Level |
| ---- | ------------ | ------ | ------- | ----- |
${[...leads.map((login) => row(login, 'Lead')), ...members.map((login) => row(login, 'WG Member'))].join('\n')}

## Operations

Discord: \`#${slug}-wg\`

## Deliverables & Success Metrics

### Active Work Items

| Item | Status | Target Date | Champion |
| ---- | ------ | ----------- | -------- |
${items.map((item) => `| ${item} | Proposed | TBD | ${champion} |`).join('\n')}
`;
}

export const TODAY = '2026-11-23';

/** Rules of the default pack with a delegation and priority areas of their own. */
export function rulesOf(delegation: unknown = {}, areas: unknown = []): Rules {
  // JSON is YAML.
  const own = { extends: 'mcp', name: 'tea', delegation, rules: { 'priority-areas': { areas } } };
  const result = loadRules(JSON.stringify(own));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.loaded.rules;
}

/** What the default branch of an invented repository says. */
export function groundOf(charters: readonly Charter[], rules: Rules = rulesOf()): Ground {
  const { workingGroups, interestGroups } = rules.paths;
  const texts = charters.map((charter) => ({
    path: `${charter.kind === 'Interest Group' ? interestGroups : workingGroups}/${charter.slug}.mdx`,
    text: charterText(charter),
  }));
  const sources = readSources({ charters: texts, maintainers: null, roster: null }, rules.paths);
  return { governance: peopleOn(sources, TODAY), rules, today: TODAY };
}

/** A proposal as its author wrote it. */
export interface Written {
  title?: string;
  type?: string;
  group?: string;
  author?: string;
  abstract?: string;
  motivation?: string;
  number?: number | null;
  paths?: string[] | null;
}

export function matterOf(written: Written = {}): Matter {
  const { title = 'Something', type = 'Standards Track', author = 'ada', abstract = 'A thing.' } = written;
  const { motivation = 'It is missed.', group, number = 12, paths = [] } = written;
  const source = `# SEP-0000: ${title}

- **Status**: Draft
- **Type**: ${type}
- **Author(s)**: Ada (@${author})
${group === undefined ? '' : `- **Working Group**: ${group}\n`}
## Abstract

${abstract}

## Motivation

${motivation}
`;
  return { proposal: readProposal(source, { path: 'seps/0000-a.md' }), source, number, paths };
}
