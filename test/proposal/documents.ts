import { readProposal, type Proposal } from '../../src/proposal/index.js';

/** An invented proposal without a fault. */
export const CLEAN = `# SEP-7001: Harbour \`lamp\` signals

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-02-28
- **Author(s)**: Ada Example <ada@harbour.example> (@ada-example), Bo Sample (@bosample)
- **Sponsor**: None (seeking sponsor)
- **Working Group**: Lanterns
- **PR**: https://github.com/harbour/specification/pull/7001

## Abstract

Lamps tell ships where the quay is.

## Motivation

It is dark.

## Specification

A lamp **MUST** be lit at dusk.

\`\`\`text
lamp   on
\`\`\`

## Rationale

Bells were considered.

## Backward Compatibility

Unlit harbours keep working.

## Security Implications

None.

## Reference Implementation

A lamp stands at the north quay.
`;

/** Reads a document that has nothing but the given preamble lines. */
export function withField(key: string, value: string): Proposal {
  return read(`# SEP-7001: Lamps\n\n- **${key}**: ${value}\n`);
}

export function read(source: string, path = 'seps/7001-lamps.md'): Proposal {
  return readProposal(source, { path });
}

export function codes(proposal: Proposal): string[] {
  return proposal.diagnostics.map((each) => `${each.severity} ${each.code}`);
}
