import { describe, expect, it } from 'vitest';
import { diffRules, explainRules, loadRules, PACKS, type Rules } from '../../src/rules/index.js';
import { leavesOf } from '../../src/rules/leaves.js';
import { rulesSchema } from '../../src/rules/schema.js';

const rulesOf = (text: string): Rules => {
  const result = loadRules(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.loaded.rules;
};
const mcp = rulesOf('extends: mcp');

/** What a file changes of the pack, as people read it: "rule: sentence". */
const changes = (text: string, before = mcp): string[] =>
  diffRules(before, rulesOf(text)).map(({ rule, says }) => `${rule}: ${says}`);
const grant = (parts: string): string =>
  `delegation: { grants: { kettles: { authority: decide, grantedBy: core, since: 2026-01-01${parts} } } }`;

describe('What rules do otherwise', () => {
  it.each([
    [
      'a consensus that runs longer',
      'rules: { consensus: { significant: 14 } }',
      ['consensus: Significant consensus: 10 → 14 days.'],
    ],
    [
      'a further verb, and one that is left to another bot',
      'commands: { aliases: { adopt: sep adopt }, others: [lgtm, hold, unhold, preview] }',
      [
        'commands: Verbs of other bots: now preview, too.',
        'commands: Verbs of other bots: no longer stageblog.',
        'commands: `/adopt` stands for `/sep adopt`.',
      ],
    ],
    [
      'a rule that is only said',
      'rules: { consensus: { mode: warn } }',
      ['consensus: The rule is less strict: held (enforce) → said, and nothing more (warn).'],
    ],
    [
      'a share',
      'rules: { vote: { scope: { num: 3, den: 4 } } }',
      [
        'vote: Majority of a vote on scope: at least 2/3 of the ballots cast → at least 3/4 of the ballots cast. More are needed.',
      ],
    ],
    [
      'a quorum',
      'rules: { core-decision: { quorum: { num: 1, den: 4 } } }',
      [
        "core-decision: Quorum of the core's decision: at least 1/2 of those who are counted → at least 1/4 of those who are counted. Fewer are needed.",
      ],
    ],
    [
      'a majority that a tie reaches',
      'rules: { core-decision: { threshold: { strict: false } } }',
      [
        "core-decision: Majority of the core's decision: more than 1/2 of the ballots cast → at least 1/2 of the ballots cast. Fewer are needed.",
      ],
    ],
    [
      'a majority of others',
      'rules: { core-decision: { threshold: { of: electorate } } }',
      [
        "core-decision: Majority of the core's decision: more than 1/2 of the ballots cast → more than 1/2 of those who are counted.",
      ],
    ],
    [
      'a limit, which is none of both',
      'rules: { ballot-organizations: { most: { num: 1, den: 3, strict: false, of: cast } } }',
      [
        'ballot-organizations: Most that one organisation may have of the ballots: none → at most 1/3 of the ballots cast.',
      ],
    ],
    ['a label', 'labels: { states: { draft: entwurf } }', ['labels: Label of `draft`: draft → entwurf.']],
    [
      'somebody who gains a power, and somebody who loses it',
      'rules: { sponsorship: { who: [lead, core-maintainer, lead-maintainer] } }',
      [
        'sponsorship: A lead of the group may now sponsor a proposal.',
        'sponsorship: A maintainer may no longer sponsor a proposal.',
      ],
    ],
    [
      'a power for all',
      'rules: { sponsorship: { who: [anyone] } }',
      ['sponsorship: Anyone may now sponsor a proposal.'],
    ],
    [
      'kinds that are reserved',
      'rules: { reserved-matters: { tracks: [Informational] } }',
      [
        'reserved-matters: Kinds of proposals that the core decides: now Informational, too.',
        'reserved-matters: Kinds of proposals that the core decides: no longer Process.',
      ],
    ],
    [
      'what an acceptance needs',
      'rules: { acceptance: { needs: [] } }',
      ['acceptance: What an acceptance needs beside the decision: no longer a link to a prototype.'],
    ],
    [
      'sponsors on the ladder',
      'rules: { ladder-maintainer: { support: [{ number: 2, roles: [maintainer], organizations: 2 }] } }',
      [
        'ladder-maintainer: Who has to sponsor a new maintainer: a maintainer, a Core Maintainer or a Lead Maintainer → ' +
          '2 people, each a maintainer, from 2 organisations.',
      ],
    ],
    [
      'a new grant',
      grant(', until: 2026-12-31, scope: { paths: [docs/**] }, needs: { decided: 3, members: 4, organizations: 2 }'),
      [
        'delegation: The group `kettles` now decides at once (decide), over changes under `docs/**` only, from 2026-01-01 ' +
          'to 2026-12-31; it needs 3 decided proposals, 0 overturned at most, 4 active members, 2 organisations.',
      ],
    ],
    [
      'a roadmap without areas',
      'rules: { priority-areas: { areas: [] } }',
      mcp.rules['priority-areas'].areas.map(
        ({ key, title }) =>
          `priority-areas: ${title} (${key}) is no priority area any more: its proposals wait with the others.`,
      ),
    ],
  ])('is said in sentences: %s', (_name, text, said) => {
    expect(changes(text)).toEqual(said);
  });

  it('names the steps that come, go, and change hands', () => {
    const table = [
      '{ from: [draft], to: in-review, who: [sponsor, lead], needs: [sponsor] }',
      '{ from: [in-review], to: draft, who: [sponsor] }',
      '{ from: [accepted], to: final, who: [sponsor] }',
      '{ from: [proposal, draft, in-review], to: withdrawn, who: [author] }',
      '{ from: [withdrawn], to: draft, who: [author], reason: true }',
    ].join(', ');
    expect(changes(`rules: { transitions: { table: [${table}] } }`)).toEqual([
      'transitions: The step accepted → withdrawn is gone; it was for the author.',
      'transitions: A lead of the group may now take the step draft → in-review.',
      'transitions: The step draft → in-review no longer needs a document without errors.',
      'transitions: The step in-review → draft no longer needs a reason in words.',
      'transitions: The step accepted → final no longer needs the reference implementation, the changes of the ' +
        'specification, an entry in the changelog, the conformance scenario and the rendered page.',
      'transitions: The step withdrawn → draft is new, for the author; it needs nothing more.',
    ]);
  });

  it('says who loses what anyone might do before, once', () => {
    const before = rulesOf('rules: { closing: { appeals: [anyone, author] } }');
    expect(changes('rules: { closing: { appeals: [author, sponsor] } }', before)).toEqual([
      'closing: Not everybody may appeal against it any more: only the author or the sponsor.',
    ]);
    expect(changes('rules: { closing: { appeals: [anyone] } }', before)).toEqual([]);
  });

  it('follows a grant through its life', () => {
    const before = rulesOf(grant(''));
    const said = (text: string): string[] => changes(text, before);
    expect(said(grant(', until: 2027-01-01'))).toEqual([
      'delegation: The grant of the group `kettles` holds from 2026-01-01 to 2027-01-01; until now, from 2026-01-01 without end.',
    ]);
    expect(said(grant(', scope: { tracks: [Informational] }'))).toEqual([
      'delegation: The grant of the group `kettles` covers proposals of the kind Informational; until now, all of its charter.',
    ]);
    expect(said(grant('').replace('decide', 'veto-window'))).toEqual([
      'delegation: The group `kettles` now decides, unless the core objects in time (veto-window).',
    ]);
    expect(said('extends: mcp')).toEqual([
      'delegation: The group `kettles` now advises, and the core decides (advise).',
    ]);
    expect(diffRules(before, mcp).map(({ power }) => power?.gains)).toEqual([false]);
    expect(diffRules(mcp, before).map(({ power }) => power?.gains)).toEqual([true]);
  });
});

describe('What is no difference', () => {
  it.each([...PACKS])('the pack %s from itself', (pack) => {
    const rules = rulesOf(`extends: ${pack}`);
    expect(diffRules(rules, structuredClone(rules))).toEqual([]);
  });

  it.each([
    ['other words', 'name: ours\nrules: { consensus: { says: We agree., clause: ours } }'],
    ['another order', 'rules: { core-decision: { who: [lead-maintainer, core-maintainer] } }'],
    ['another way to write a half', 'rules: { vote: { quorum: { num: 2, den: 4 } } }'],
    ['another name of who granted it', 'delegation: { grants: {} }'],
  ])('%s', (_name, text) => {
    expect(changes(text)).toEqual([]);
  });
});

it('every difference between the packs has a rule, a sentence, and a mirror image', () => {
  const minimal = rulesOf('extends: minimal');
  const there = diffRules(mcp, minimal);
  const back = diffRules(minimal, mcp);
  for (const { says, rule } of [...there, ...back]) {
    expect(rule).not.toBe('');
    expect(says).toMatch(/^\S.*\.$/);
    expect(says).not.toMatch(/undefined|\[object|null/);
  }
  expect(new Set(there.map(({ rule }) => rule))).toEqual(new Set(back.map(({ rule }) => rule)));
});

it('has words for every value that rules hold', () => {
  const bare = leavesOf(rulesSchema, mcp).filter(({ path, meant }) => meant.label === path.join('.'));
  const known = bare.filter(({ path }) => path.at(-1) !== 'mode').map(({ path }) => path.join('.'));
  expect(known).toEqual([]);
});

it('explains every rule of every pack', () => {
  for (const pack of PACKS) {
    for (const { about, says, clause, held, parts } of explainRules(rulesOf(`extends: ${pack}`))) {
      for (const text of [about, says, clause, held]) expect(text).not.toBe('');
      for (const { label, value } of parts) expect(`${label}: ${value}`).not.toMatch(/undefined|\[object|: $/);
    }
  }
});
