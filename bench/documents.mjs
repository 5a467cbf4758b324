// Invented proposals of the size and make of real ones: some 20 kB of prose with lists, tables, code and links.

/** Documents as `{ path, source }`. */
export function ownDocuments() {
  return Array.from({ length: 40 }, (_, index) => ({
    path: `seps/${7001 + index}-lamps.md`,
    source: document(7001 + index, 4 + (index % 12)),
  }));
}

function document(number, parts) {
  return `# SEP-${number}: Harbour \`lamp\` signals

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-02-28
- **Author(s)**: Ada Example <ada@harbour.example> (@ada-example), Bo Sample (@bosample)
- **Sponsor**: None (seeking sponsor)
- **PR**: https://github.com/harbour/specification/pull/${number}

## Abstract

Lamps tell ships where the quay is. ${'A ship that comes at night sees the lamp before the quay. '.repeat(6)}

## Motivation

${'It is dark, and the *quay* is hard to find; see [the signals](#signal-1). '.repeat(8)}

## Specification

${Array.from({ length: parts }, (_, part) => section(part + 1)).join('\n')}
## Rationale

Bells were considered. ${'In fog a bell is heard from everywhere, and **nobody** can say from where. '.repeat(8)}

## Backward Compatibility

Unlit harbours keep working.

## Security Implications

A false lamp leads ships astray, so every lamp is watched.

## Reference Implementation

A lamp stands at the north quay.
`;
}

function section(number) {
  return `### Signal ${number}

A lamp **MUST** be lit at dusk, and **SHOULD** burn until dawn. ${'The keeper looks at it every hour, as `keeper.watch` says. '.repeat(5)}

| Colour | Meaning | Since |
| ------ | ------- | ----- |
${'| \`green\` | The quay is [free](#rationale) | 2026 |\n'.repeat(6)}
- A keeper **MAY** use oil.
- A keeper **MUST NOT** use the *same* lamp twice.
  - Not even a small one, as [the harbour](https://harbour.example/rules) says.

\`\`\`json
{ "lamp": { "colour": "green", "number": ${number} } }
\`\`\`
`;
}
