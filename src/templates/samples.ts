import type { TemplateName, Words } from './catalogue.js';

const PULL = 'https://github.com/tidewire/tidewire/pull/12';
const SOURCE = `${PULL}#issuecomment-1`;
const RECORD = 'https://github.com/tidewire/tidewire/tree/convenor/record/ledgers/12';

const FINDINGS: Words<'document'>['groups'] = [
  {
    title: 'To be mended',
    findings: [
      {
        line: 4,
        message: '"Nonsense" is not a type that this process knows.',
        help: 'Write one of: Standards Track, Process.',
        code: 'preamble/type-vocabulary',
        offered: false,
        edit: '  ```diff\n  -- **Type**: Nonsense\n  +- **Type**: Process\n  ```',
      },
      {
        line: 9,
        message: 'The heading carries no number yet.',
        help: null,
        code: 'heading/number',
        offered: true,
        edit: null,
      },
    ],
    more: 3,
  },
];

const COMPANION = {
  other: 12,
  path: '`seps/12-short-frames.md`',
  renamed: '`seps/13-short-frames.md`',
  base: '`main`',
  defaultBranch: '`main`',
  intoDefault: true,
};
const STACKED = { ...COMPANION, base: '`short-frames`', intoDefault: false };
const COMPANIONS = [COMPANION, STACKED, { ...STACKED, other: null }];

const PROPOSAL = {
  name: 'SEP-12',
  url: PULL,
  title: 'Short frames for satellite links',
  status: 'draft',
  headline: 'A draft, sponsored by kofiadu',
  group: 'wire-format',
  groupTitle: 'Wire Format',
};

/** Every template with everything that it can show, and with nothing that it need not: what each of them has to bear. */
export const SAMPLES: { readonly [Name in TemplateName]: readonly Words<Name>[] } = {
  status: [
    {
      name: 'SEP-12',
      title: 'Short frames for satellite links',
      headline: 'In lazy consensus of the Wire Format Working Group until Thursday 3 December 2026 09:00 UTC',
      next: { who: '**@linokafor**', what: 'clears the block with `/unblock checksum` once the objection is met.' },
      also: [{ who: '**The author** (@adaquist)', what: 'mends the lines that the check marks.' }],
      more: 2,
      held: ['The roster on the default branch cannot be read; the one of commit c1eb669 holds until that is mended.'],
      continues: { pull: 9, url: PULL, record: RECORD, problem: null },
      rows: [
        { mark: '✓', name: 'Document', says: 'In order.' },
        { mark: '✗', name: 'Consensus', says: 'Open until Thu 3 Dec 2026 09:00 UTC.' },
        { mark: '○', name: 'Final', says: 'Not yet.' },
      ],
      details: [
        {
          title: 'Consensus: 2 blocks',
          open: true,
          rows: [
            { mark: '✗', name: 'Block checksum', says: 'Raised by linokafor.', url: SOURCE },
            { mark: '✓', name: 'Block length', says: 'Raised by ravimenon and cleared.', url: null },
          ],
        },
        { title: 'Core decision: 1 ballot', open: false, rows: [] },
      ],
      nearest: {
        title: 'Wire Format Working Group',
        says: 'Its charter speaks of frames.',
        leads: 'noorhaddad or tomasvik',
        channel: '#wire-format-wg',
      },
      others: [
        { title: 'Discovery Working Group', says: 'Its charter speaks of gauges.', leads: 'sanaito', channel: null },
      ],
      earlier: 4,
      history: [
        { at: 'Mon 23 Nov 2026 09:00 UTC', says: 'The proposal was opened.', url: null },
        { at: 'Mon 23 Nov 2026 10:00 UTC', says: 'kofiadu sponsors the proposal.', url: SOURCE },
      ],
      record: RECORD,
    },
    {
      name: 'New proposal',
      title: null,
      headline: 'Final',
      next: null,
      also: [],
      more: 0,
      held: [],
      continues: null,
      rows: [],
      details: [],
      nearest: null,
      others: [],
      earlier: 0,
      history: [],
      record: RECORD,
    },
  ],
  reply: [
    {
      parts: [
        {
          line: '/sep adopt',
          answer: null,
          refusal: {
            why: '`/sep adopt` is for a lead of the group, and passerby is not known as that here.',
            next: 'Ask a lead of the Wire Format Working Group.',
            rule: '`adoption`. A lead takes a proposal into the care of their group.',
          },
        },
        { line: '/sep check', answer: 'The document is in order at b63294e.', refusal: null },
        {
          line: '/veto no',
          answer: null,
          refusal: {
            why: 'No veto window is open here.',
            next: 'The status comment says what is open.',
            rule: '`veto-window`.',
          },
        },
      ],
    },
  ],
  warning: [
    {
      who: '@unareed',
      lapses: 'Monday 23 May 2027 09:00 UTC',
      rule: 'A proposal that finds no sponsor within six months is dormant and closed.',
    },
  ],
  reminder: [
    {
      owed: [
        {
          people: '@noorhaddad, @tomasvik',
          says: 'Does the Wire Format Working Group take this proposal into its care?',
          missing: [],
        },
        { people: '@kofiadu', says: 'How does it go on? What is missing:', missing: ['Changelog: none is named.'] },
      ],
      rule: 'Who owes an answer is asked again after two weeks.',
    },
  ],
  help: [
    {
      unknown: '`/sep adobt`',
      meant: 'sep adopt',
      isShort: true,
      commands: [
        { usage: '`/sep adopt`', who: 'a lead of the group', summary: 'Takes a proposal into the care of your group.' },
        { usage: '`/sep sponsor`', who: 'a maintainer', summary: 'Makes you the sponsor of a proposal.' },
      ],
    },
    {
      unknown: null,
      meant: null,
      isShort: false,
      commands: [{ usage: '`/help`', who: 'anyone', summary: 'Says what can be written.' }],
    },
  ],
  'help-command': [
    {
      usage: '/sep adopt',
      aliases: ['/adopt', '/take'],
      summary: 'Takes a proposal into the care of your Working Group.',
      help: 'With it the group becomes responsible.',
      who: 'a lead of the group',
      rule: { id: 'adoption', says: 'A lead takes a proposal into the care of their group.' },
      examples: ['/sep adopt', '/sep adopt wire-format'],
    },
    {
      usage: '/help',
      aliases: [],
      summary: 'Says what can be written.',
      help: 'All of it.',
      who: 'anyone',
      rule: null,
      examples: [],
    },
  ],
  'answer-document': [
    {
      path: 'seps/12-short-frames.md',
      isGone: false,
      commit: 'b63294e',
      check: 'convenor/proposal',
      groups: FINDINGS.map(({ findings, ...weight }) => ({
        ...weight,
        findings: findings.map(({ line, message, help, code }) => ({ line, message, help, code })),
      })),
    },
    { path: 'seps/12-short-frames.md', isGone: true, commit: 'b63294e', check: 'convenor/proposal', groups: [] },
  ],
  'answer-standing': [
    {
      headline: 'Before the Core Maintainers until Thursday 17 December 2026 09:00 UTC',
      next: [{ who: 'The Core Maintainers', what: 'write `/core accept` or `/core reject`.' }],
      requirements: [
        {
          mark: '○',
          name: 'Core decision',
          says: 'Open until Thu 17 Dec 2026 09:00 UTC.',
          rule: 'core-decision',
          because: 'The core decides by its ballots.',
          children: [{ mark: '✓', name: 'bolarsen', says: 'Votes yes.' }],
          more: 1,
        },
        { mark: '✓', name: 'Document', says: 'In order.', rule: 'document', because: null, children: [], more: 0 },
      ],
      decision: {
        id: 'core-1',
        openedAt: 'Thursday 3 December 2026 09:00 UTC',
        deadline: 'Thursday 17 December 2026 09:00 UTC',
        number: 5,
        people: 'bolarsen, inescosta',
        more: 3,
        quorum: 'one half of all',
        threshold: 'more than one half of those who vote',
        because: ['The Process track is reserved to the core.'],
      },
    },
    { headline: 'Final', next: [], requirements: [], decision: null },
  ],
  nomination: [
    {
      title: 'linokafor as a maintainer',
      who: 'linokafor',
      headline: 'Everybody may speak until Thursday 3 December 2026 09:00 UTC',
      next: { who: '**@bolarsen**', what: 'decides with `/ladder approve` or `/ladder reject <reason>`.' },
      also: [{ who: '**ravimenon**', what: 'takes the objection back with `/object withdraw`, once it is met.' }],
      held: ['The roster on the default branch cannot be read; the one of commit c1eb669 holds until that is mended.'],
      roster: '[#14](https://github.com/tidewire/tidewire/pull/14) brings it into the roster.',
      rows: [
        { mark: '✓', name: 'Time', says: 'A member since 2026-01-01.' },
        { mark: '–', name: 'Onboarding', says: 'Not checked.' },
      ],
      onboarding: ['List them in `MAINTAINERS.md`.'],
      objections: [
        { by: 'ravimenon', holds: true, withdrawn: false, reason: 'Too soon.', url: SOURCE },
        { by: 'zed', holds: false, withdrawn: true, reason: 'No.', url: SOURCE },
      ],
      work: ['[12 merged pull requests](https://github.com/tidewire/tidewire/pulls)'],
      history: [
        { at: 'Thu 26 Nov 2026 09:00 UTC', says: 'bolarsen nominated linokafor as a maintainer.', url: SOURCE },
        { at: 'Thu 3 Dec 2026 09:00 UTC', says: 'The days for everybody to speak are over.', url: null },
      ],
      record: RECORD,
    },
    {
      title: 'linokafor lays down: a maintainer',
      who: 'linokafor',
      headline: 'Laid down: a maintainer',
      next: null,
      also: [],
      held: [],
      roster: null,
      rows: [],
      onboarding: [],
      objections: [],
      work: [],
      history: [],
      record: RECORD,
    },
  ],
  'roster-pull': [
    { issue: 20, who: 'linokafor', what: 'approved as a maintainer', why: 'Sponsored by bolarsen.', record: RECORD },
  ],
  'answer-ladder': [
    {
      who: 'Lin Okafor (linokafor)',
      isKnown: true,
      role: 'a member',
      since: '2026-03-01',
      decision: '#31',
      moderator: true,
      organization: 'Open Tides',
      groups: ['WG member of the Wire Format Working Group since 2026-04-01, by #33'],
      earlier: ['maintainer since 2024-01-01 until 2025-01-01, by #9'],
      next: {
        to: 'a maintainer',
        rule: 'ladder-maintainer',
        asks: [
          { mark: '✓', name: 'Time', says: 'A member since 2026-03-01.' },
          { mark: '○', name: 'Sponsors', says: 'A maintainer.' },
          { mark: '–', name: 'Onboarding', says: 'Nobody can see this from here.' },
        ],
      },
    },
    {
      who: 'zed',
      isKnown: false,
      role: 'a contributor',
      since: null,
      decision: null,
      moderator: false,
      organization: null,
      groups: [],
      earlier: [],
      next: null,
    },
  ],
  'answer-group': [
    {
      slug: 'wire-format',
      group: {
        title: 'Wire Format Working Group',
        status: 'active',
        successor: 'Frames',
        mission: 'Keeps readings small.',
        channel: '#wire-format-wg',
        leads: [{ name: 'Noor Haddad (noorhaddad)', organization: 'Harbour Works' }],
        members: [{ name: 'Lin Okafor (linokafor)', organization: 'Open Tides', level: 'WG member' }],
        more: 4,
        counted: 5,
        obstacle: null,
        authority: 'decide',
        grantedBy: 'Core Maintainers, 2 March 2026',
        inScope: ['Frames'],
        outOfScope: ['How gauges are found'],
        charter: 'https://github.com/tidewire/tidewire/blob/main/docs/community/working-groups/wire-format.mdx',
      },
    },
    {
      slug: 'discovery',
      group: {
        title: 'Discovery Working Group',
        status: 'forming',
        successor: null,
        mission: null,
        channel: null,
        leads: [],
        members: [],
        more: 0,
        counted: null,
        obstacle: 'Its charter names no members.',
        authority: 'advise',
        grantedBy: null,
        inScope: [],
        outOfScope: [],
        charter: 'https://github.com/tidewire/tidewire/blob/main/docs/community/working-groups/discovery.mdx',
      },
    },
    { slug: 'tides', group: null },
  ],
  question: [
    {
      who: '@linokafor',
      url: SOURCE,
      decision: 'D1',
      what: 'If it is, write `/vote no` with a reason.',
    },
  ],
  unaskable: [{ who: '@linokafor', by: 'kofiadu' }],
  suggestion: [
    {
      why: 'The heading carries no number yet.',
      code: 'heading/number',
      fence: '```',
      lines: '# SEP-12: Short frames',
    },
    { why: 'kofiadu sponsors this proposal.', code: null, fence: '````', lines: '- **Sponsor**: ```@kofiadu```' },
  ],
  document: [
    {
      overtaken: [
        { line: 7, why: 'kofiadu sponsors this proposal.', edit: '  ```diff\n  +- **Sponsor**: kofiadu\n  ```' },
        { line: 3, why: 'The proposal is a draft.', edit: null },
      ],
      count: 5,
      groups: FINDINGS,
    },
    { overtaken: [], count: 0, groups: [] },
  ],
  amendment: [
    { count: 2, more: 1, files: [{ path: 'seps/7-utc-time-stamps.md', groups: FINDINGS }] },
    { count: 1, more: 0, files: [] },
  ],
  governance: [
    {
      author: ['The author of this pull request becomes a lead of Wire Format.'],
      files: '`MAINTAINERS.md`',
      withProposal: true,
      taken: 'It is read as it would stand after the merge.',
      unchanged: false,
      sections: [{ title: 'Who would gain', lines: ['kofiadu becomes a Core Maintainer.'], more: 2 }],
      problems: [{ path: '`MAINTAINERS.md`', lines: ['**To be mended**, line 4: This is no login.'], more: 1 }],
      asks: ['One Core Maintainer approves it.'],
    },
    {
      author: [],
      files: '`MAINTAINERS.md`',
      withProposal: false,
      taken: 'It is read as it would stand after the merge.',
      unchanged: true,
      sections: [],
      problems: [],
      asks: [],
    },
  ],
  'status-pull': [
    { number: 12, pull: 12, status: 'Final', page: null, record: RECORD },
    ...[true, false].flatMap((isChanged) =>
      ['npm run generate', null].map((command) => ({
        number: 12,
        pull: 12,
        status: 'Final',
        page: { path: '`docs/seps/12-short-frames.mdx`', command, isChanged },
        record: RECORD,
      })),
    ),
  ],
  companion: COMPANIONS,
  elsewhere: COMPANIONS.map(({ other, base, defaultBranch }) => ({ other, base, defaultBranch })),
  rules: [
    {
      held: [
        {
          path: '`.github/convenor.yml`',
          commit: 'c1eb669',
          absent: false,
          brokenBy: 'b63294e',
          effect: 'No change of the rules since c1eb669.',
        },
      ],
      problems: [{ place: '.github/convenor.yml:3:1', message: 'There is no key "delegatoin".' }],
      more: 4,
      templates: [{ place: `.github/convenor/templates/status.liquid:2:4`, message: 'There is no variable `head`.' }],
    },
    {
      held: [],
      problems: [{ place: '.github/convenor.yml:3:1', message: 'This is no YAML.' }],
      more: 0,
      templates: [],
    },
  ],
  front: [
    {
      waiting: [{ name: 'SEP-12', url: PULL, who: 'A lead of Wire Format', what: 'opens a consensus.' }],
      queue: [{ name: 'SEP-12', url: PULL, place: 1, title: 'Short frames', waitsFor: 'review', why: 'A draft.' }],
      agenda: 2,
      closing: [{ name: 'SEP-12', url: PULL, form: 'consensus', until: 'Thursday 3 December 2026 09:00 UTC' }],
      groups: [{ slug: 'wire-format', title: 'Wire Format', proposals: 1 }],
      proposals: [PROPOSAL, { ...PROPOSAL, name: '#13', group: null, groupTitle: '' }],
    },
    { waiting: [], queue: [], agenda: 0, closing: [], groups: [], proposals: [] },
  ],
  agenda: [
    {
      matters: [
        {
          name: 'SEP-12',
          url: PULL,
          place: 1,
          title: 'Short frames',
          groupTitle: 'Wire Format',
          asked: 'Decides, until Thursday 3 December 2026 09:00 UTC.',
          why: 'In review since Monday 23 November 2026 09:00 UTC.',
        },
      ],
    },
    { matters: [] },
  ],
  group: [
    {
      title: 'Wire Format',
      mission: 'Keeps readings small.',
      leads: ['Noor Haddad (noorhaddad)', 'Tomas Vik (tomasvik)'],
      authority: 'advise',
      channel: 'wire-format-wg',
      open: [PROPOSAL],
      decided: [
        {
          ...PROPOSAL,
          name: 'SEP-7',
          history: [{ at: 'Mon 23 Nov 2026 09:00 UTC', says: 'The proposal was opened.', url: SOURCE }],
        },
      ],
      members: [{ name: 'Lin Okafor', organization: 'Open Tides', level: 'member' }],
      obstacle: null,
    },
    {
      title: 'Discovery',
      mission: null,
      leads: [],
      authority: 'decide',
      channel: null,
      open: [],
      decided: [],
      members: [],
      obstacle: 'Its charter names no members.',
    },
  ],
};
