import { charter } from '../charter.js';

export { PROPOSAL } from './invented-proposals.js';

/**
 * An invented specification: Tidewire, a protocol for tide gauges. Its groups, people and proposals exist nowhere else.
 * Paths in the repository, with their text.
 */
export const INVENTED: Readonly<Record<string, string>> = {
  'README.md': `# Tidewire

An open protocol for tide gauges and the harbours that read them.
`,
  '.github/convenor.yml': `# How this specification is decided.
extends: mcp
name: tidewire

delegation:
  # Discovery has decided a dozen small proposals without one being overturned.
  grants:
    discovery:
      authority: veto-window
      grantedBy: Core Maintainers, 2 March 2026
      since: 2026-03-02
`,
  'MAINTAINERS.md': `# Maintainers

## Lead Maintainers

- [Ines Costa](https://github.com/inescosta)

## Core Maintainers

- [Bo Larsen](https://github.com/bolarsen)
- [Yara Mensah](https://github.com/yaramensah)
- [Pavel Novotny](https://github.com/pnovotny)
- [Grace Lindqvist](https://github.com/gracelindqvist)

## SDK Maintainers

### Go SDK

- [Kofi Adu](https://github.com/kofiadu)

### Rust SDK

- [Mina Sato](https://github.com/minasato)
`,
  'docs/community/working-groups/wire-format.mdx': charter({
    project: 'Tidewire',
    title: 'Wire Format',
    mission: 'Keeps the encoding of readings small enough for a buoy on a satellite link.',
    inScope: [
      '**Frames**: layout, checksums and versioning of frames',
      '**Readings**: units, precision and time stamps',
    ],
    outOfScope: ['How gauges are found, which is for Discovery'],
    leads: [
      ['Noor Haddad', 'Harbour Works', 'noorhaddad'],
      ['Tomas Vik', 'Fjord Instruments', 'tomasvik'],
    ],
    members: [
      ['Noor Haddad', 'Harbour Works', 'noorhaddad', 'Lead'],
      ['Tomas Vik', 'Fjord Instruments', 'tomasvik', 'Lead'],
      ['Lin Okafor', 'Open Tides', 'linokafor', 'WG Member'],
      ['Ravi Menon', 'Delta Survey', 'ravimenon', 'WG Member'],
      ['Ada Quist', 'Skerry Labs', 'adaquist', 'WG Member'],
    ],
    channel: 'wire-format-wg',
    items: ['Test frames with every checksum', 'A table of units'],
  }),
  'docs/community/working-groups/discovery.mdx': charter({
    project: 'Tidewire',
    title: 'Discovery',
    mission: 'Lets a harbour find the gauges around it without asking anybody first.',
    inScope: ['**Announcements**: how a gauge says that it is there', '**Registries**: lists of gauges'],
    outOfScope: ['The encoding of readings, which is for Wire Format'],
    leads: [['Sana Ito', 'Open Tides', 'sanaito']],
    members: [
      ['Sana Ito', 'Open Tides', 'sanaito', 'Lead'],
      ['Lin Okafor', 'Open Tides', 'linokafor', 'WG Member'],
      ['Emre Kaya', 'Delta Survey', 'emrekaya', 'WG Member'],
    ],
    channel: 'discovery-wg',
    items: ['A registry that two harbours share'],
  }),
  'docs/community/interest-groups/ice.mdx': `---
title: Ice Charter
description: Charter for the Tidewire Ice Interest Group.
---

## Group Type

**Interest Group**

## Mission Statement

Collects what gauges in frozen waters need from the protocol.

## Scope

### In Scope

- **Winter**: what still works below the ice, and what that costs

### Out of Scope

- Any change of the protocol

## Leadership

| Role        | Name      | Organization | GitHub                                   | Term    |
| ----------- | --------- | ------------ | ---------------------------------------- | ------- |
| Facilitator | Siri Dahl | North Survey | [@siridahl](https://github.com/siridahl) | Initial |

## Operations

Discord: \`#ice-ig\`

## Changelog

| Date       | Change          |
| ---------- | --------------- |
| 2025-10-06 | Initial charter |
`,
  'seps/0007-utc-time-stamps.md': `# SEP-7: Time stamps in UTC

- **Status**: Final
- **Type**: Standards Track
- **Created**: 2025-11-03
- **Author(s)**: Noor Haddad (@noorhaddad)
- **Sponsor**: Bo Larsen (@bolarsen)
- **PR**: #7

## Abstract

Every reading carries the instant at which it was taken, in UTC.

## Motivation

Harbours in two time zones read the same gauge and disagree about when the water was high.

## Specification

A reading MUST carry its instant in UTC, to the second.

## Rationale

Local time needs a table that a buoy has no room for.

## Backward Compatibility

Readings without an instant stay valid for a year.

## Security Implications

None known.

## Reference Implementation

The Go SDK stamps readings since its third release.
`,
};
