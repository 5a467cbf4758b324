import type { Objection } from './stage.js';

/** The proposal of the story, as its author first writes it: without number and group. */
export const PROPOSAL = `# SEP-0000: Short frames for satellite links

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-11-20
- **Author(s)**: Ada Quist (@adaquist)
- **Sponsor**: None
- **PR**: TBD

## Abstract

A frame of twelve bytes for gauges that pay for each byte they send.

## Motivation

A buoy on a satellite link sends one reading every ten minutes. With the frames of today, most of what it pays for is
padding.

## Specification

A gauge MAY send short frames. A short frame MUST hold twelve bytes: two for the gauge, four for the instant, four for
the reading, and two for the checksum. A receiver that does not know short frames MUST answer with the error \`frame/short\`.

## Rationale

Compression was tried and costs more power than it saves.

## Backward Compatibility

Gauges that send long frames go on doing so.

## Security Implications

A checksum of two bytes finds accidents and no attacks; signed readings stay long.

## Reference Implementation

A branch of the Rust SDK sends and reads short frames.
`;

/** What a member of the group says against {@link PROPOSAL}. */
export const CHECKSUM: Objection = {
  slug: 'checksum',
  vague: 'Two bytes are not enough.',
  says: 'Two bytes find too few errors on a noisy link.',
  alternative: 'take two bytes from the instant.',
  settled: 'We talked; two bytes will do.',
  doubt: 'The checksum still worries me.',
};

/** A proposal for the other group, whose word reaches further. */
export const QUIET_PROPOSAL = `# SEP-0000: Gauges that announce themselves only when asked

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-11-18
- **Author(s)**: Emre Kaya (@emrekaya)
- **Sponsor**: None
- **PR**: TBD

## Abstract

A gauge that runs on a battery stays silent until a harbour asks who is there.

## Motivation

Announcements are sent every minute, whether anybody listens or not. On a battery they cost more than the readings.

## Specification

A gauge MAY be quiet. A quiet gauge MUST NOT announce itself unasked, and MUST answer a call within ten seconds. A
harbour MUST send a call at most once in five minutes.

## Rationale

Longer pauses between announcements were tried, and harbours then took gauges for broken.

## Backward Compatibility

A harbour that never calls does not see quiet gauges. It did not see them before, since their batteries were empty.

## Security Implications

Anybody can call. The limit of one call in five minutes keeps that from emptying a battery.

## Reference Implementation

The Go SDK has a flag for quiet gauges.
`;

/** What a member of the group says against {@link QUIET_PROPOSAL}. */
export const TEN_SECONDS: Objection = {
  slug: 'ten-seconds',
  vague: 'Ten seconds are too short.',
  says: 'A gauge below ice wakes up every thirty seconds and cannot answer in ten.',
  alternative: 'let the gauge answer within a minute.',
  settled: 'We measured it together: ten seconds do, if the radio wakes first.',
  doubt: 'I would have liked a minute.',
};
