/** What the charter of an invented Working Group says. */
export interface CharterFacts {
  /** What the specification is called. */
  project: string;
  title: string;
  mission: string;
  inScope: string[];
  outOfScope: string[];
  leads: [name: string, organization: string, login: string][];
  members: [name: string, organization: string, login: string, level: string][];
  channel: string;
  /** What the group works on. */
  items: string[];
}

/** A charter in the form that the template of the governance documents asks for. */
export function charter({
  project,
  title,
  mission,
  inScope,
  outOfScope,
  leads,
  members,
  channel,
  items,
}: CharterFacts): string {
  const link = (login: string): string => `[@${login}](https://github.com/${login})`;
  return `---
title: ${title} Charter
description: Charter for the ${project} ${title} Working Group.
---

## Group Type

**Working Group**

## Mission Statement

${mission}

## Scope

### In Scope

${inScope.map((item) => `- ${item}`).join('\n')}

### Out of Scope

${outOfScope.map((item) => `- ${item}`).join('\n')}

## Leadership

| Role | Name | Organization | GitHub | Term |
| ---- | ---- | ------------ | ------ | ---- |
${leads.map(([name, organization, login]) => `| Lead | ${name} | ${organization} | ${link(login)} | Initial |`).join('\n')}

## Authority & Decision Rights

| Decision Type           | Authority Level                         |
| ----------------------- | --------------------------------------- |
| Spec changes (additive) | WG consensus → Core Maintainer approval |

## Membership

| Name | Organization | GitHub | Discord | Level |
| ---- | ------------ | ------ | ------- | ----- |
${members.map(([name, organization, login, level]) => `| ${name} | ${organization} | ${link(login)} | | ${level} |`).join('\n')}

## Operations

Discord: \`#${channel}\`

## Deliverables & Success Metrics

### Active Work Items

| Item | Status | Target Date | Champion |
| ---- | ------ | ----------- | -------- |
${items.map((item) => `| ${item} | In Progress | TBD | TBD |`).join('\n')}

### Success Criteria

Somebody who was not there can implement what was agreed on.

## Changelog

| Date       | Change          |
| ---------- | --------------- |
| 2025-09-01 | Initial charter |
`;
}
