/** A charter with two people who may decide. */
export const CHARTER = `---
title: Kettles Charter
description: Charter for the Kettles Working Group.
---

## Group Type

Working Group

## Mission Statement

Kettles that boil.

## Scope

### In Scope

- Kettles

### Out of Scope

- Cups

## Leadership

| Role    | Name          | Organization | GitHub                                             | Term    |
| ------- | ------------- | ------------ | -------------------------------------------------- | ------- |
| WG Lead | Grace Example | Example Ltd  | [@grace-example](https://github.com/grace-example) | Initial |

## Authority & Decision Rights

| Decision | Level    |
| -------- | -------- |
| Tea      | WG Leads |

## Membership

| Name        | Organization | GitHub                                         | Discord | Level     |
| ----------- | ------------ | ---------------------------------------------- | ------- | --------- |
| Mary Member | Example Inc  | [@mary-member](https://github.com/mary-member) | mary    | WG Member |

## Operations

We meet for tea.

## Deliverables & Success Metrics

### Active Work Items

| Item                        | Status | Target Date | Champion       |
| --------------------------- | ------ | ----------- | -------------- |
| SEP-12: Tea in the afternoon | Draft  | TBD         | @grace-example |

## Changelog

| Date       | Change         |
| ---------- | -------------- |
| 2026-10-01 | Kettle is on   |
`;
