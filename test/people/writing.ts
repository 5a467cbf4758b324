/** Charters as people might write them; everything in them is invented. */

/** The parts of a charter by heading; null leaves the section out. */
export interface Parts {
  front: string;
  type: string | null;
  mission: string | null;
  scope: string | null;
  leadership: string | null;
  authority: string | null;
  membership: string | null;
  operations: string | null;
  items: string | null;
  changelog: string | null;
}

export const LEADS = `| Role | Name     | Organization | GitHub                             | Term                         |
| ---- | -------- | ------------ | ---------------------------------- | ---------------------------- |
| Lead | Ada Bell | Kiln Works   | [@adabell](https://github.com/adabell) | 6 months (ends Mar 3, 2027) |
| Lead | Bo Carr  | AWS          | [@bocarr](https://github.com/bocarr)   | Initial                     |`;

export const MEMBERS = `| Name     | Organization | GitHub                             | Discord | Level       |
| -------- | ------------ | ---------------------------------- | ------- | ----------- |
| Ada Bell | Kiln Works   | [@adabell](https://github.com/adabell) |         | Lead        |
| Cy Dorn  |              | [@cydorn](https://github.com/cydorn)   | cy\\_d  | WG Member   |
| Di Eng   | Fjord        | [@dieng](https://github.com/dieng)     | _TBD_   | Participant |
| Ed Foss  | Fjord        | @edfoss                            |         | Observer    |`;

const WHOLE: Parts = {
  front: 'title: Kettle Timers Working Group Charter\ndescription: Charter of an invented group.',
  type: '**Working Group**',
  mission: 'The group makes kettles\nring at the **right** time.',
  scope: `### In Scope

- **Ringing**: SEPs on bells
  and whistles.
- Timers.

### Out of Scope

- Cups.

Saucers may be looked at later.

### Related Groups

- **[Lids WG](/community/working-groups/lids)**: steam
- **Spouts WG** — pouring
- Cup makers - size
- **[Tea IG](/community/interest-groups/tea) / [Water](/community/working-groups/water)**: taste`,
  leadership: `${LEADS}\n\nSponsored by Lou Orr ([@LouOrr](https://github.com/LouOrr)).`,
  authority: `| Decision Type | Authority Level |
| ------------- | --------------- |
| Bell design   | WG consensus    |`,
  membership: MEMBERS,
  operations: `| Meeting      | Frequency | Duration | Purpose |
| ------------ | --------- | -------- | ------- |
| Boiling Hour | Weekly    | 30 min   | TBD     |
|              |           |          | Tea     |

Discord: [#kettle-timers-wg](https://discord.com/channels/1/2)`,
  items: `| Item | Status | Target Date | Champion |
| ---- | ------ | ----------- | -------- |
| [SEP-0071: Bells](https://github.com/o/r/pull/71) | Draft | End May | [@adabell](https://github.com/adabell), @cydorn |
| [Whistle SEP](https://github.com/o/r/pull/82) (Extensions Track) | — | | Bo Carr |
| Sep 2026 field test | Planned | TBD | WG Leads |
| SEP-XXX: Steam | | | TBD |`,
  changelog: '| Date | Change |\n| ---- | ------ |\n| 2026-01-02 | Initial charter |',
};

/** A charter of an invented Working Group, with some parts written otherwise. */
export function charter(change: Partial<Parts> = {}): string {
  const parts = { ...WHOLE, ...change };
  const sections: [string, string | null][] = [
    ['## Group Type', parts.type],
    ['## Mission Statement', parts.mission],
    ['## Scope', parts.scope],
    ['## Leadership', parts.leadership],
    ['## Authority & Decision Rights (WG only)', parts.authority],
    ['## Membership', parts.membership],
    ['## Operations', parts.operations],
    ['## Deliverables & Success Metrics\n\n### Active Work Items', parts.items],
    ['## Changelog', parts.changelog],
  ];
  const body = sections.flatMap(([heading, text]) => (text === null ? [] : [`${heading}\n\n${text}\n`])).join('\n');
  return `${parts.front === '' ? '' : `---\n${parts.front}\n---\n\n`}${body}`;
}

export const WG_PATH = 'docs/community/working-groups/kettle-timers.mdx';
export const IG_PATH = 'docs/community/interest-groups/kettle-timers.mdx';
