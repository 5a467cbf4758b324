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

const TITLED = { name: 'SEP-12', url: PULL, title: 'Short frames', page: 'proposals/12.md' };

const VOTE = {
  form: 'Vote',
  until: 'Thursday 3 December 2026 09:00 UTC',
  count: '3 of 6 have spoken, quorum at 4: 2 yes, 1 no, 0 abstained',
  bar: { light: 'bars/a.svg', dark: 'bars/b.svg', alt: '3 of 6 have spoken' },
};

const MONTHS = {
  picture: { light: 'bars/c.svg', dark: 'bars/d.svg', alt: '3 opened, 1 accepted since Dec 2025' },
  says: '3 opened, 1 accepted',
};

const PACE = {
  ...{ of: 'Wire Format', slug: 'wire-format', proposals: 3 },
  ...{ sponsor: '2 days', review: '9 days', decision: '20 days' },
};

const PROPOSAL = {
  name: 'SEP-12',
  url: PULL,
  title: 'Short frames for satellite links',
  page: 'proposals/12.md',
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
      waiting: [
        {
          who: 'Noor Haddad (noorhaddad)',
          matters: [{ ...TITLED, as: 'a lead of Wire Format', what: 'opens a consensus.', since: '23 Nov 2026' }],
        },
        { who: 'A maintainer', matters: [{ ...TITLED, as: null, what: 'may merge it.', since: '23 Nov 2026' }] },
      ],
      queue: [{ ...TITLED, place: 1, waitsFor: 'review', why: 'A draft.' }],
      agenda: 2,
      closing: [{ ...TITLED, ...VOTE }],
      later: [{ ...TITLED, ...VOTE, form: 'Lazy consensus', count: 'no block', bar: null }],
      counts: [{ status: 'draft', open: 1, all: 2 }],
      flow: [
        { month: 'Oct 2026', short: 'Oct', opened: 2, accepted: 0, ended: 1 },
        { month: 'Nov 2026', short: 'Nov', opened: 1, accepted: 1, ended: 0 },
      ],
      most: 2,
      groups: [{ slug: 'wire-format', title: 'Wire Format', kind: 'Working Group', proposals: 1, months: MONTHS }],
      proposals: [PROPOSAL, { ...PROPOSAL, name: '#13', url: null, group: null, groupTitle: '' }],
    },
    {
      ...{ waiting: [], queue: [], agenda: 0, closing: [], later: [], counts: [] },
      ...{ flow: [], most: 0, groups: [], proposals: [] },
    },
  ],
  agenda: [
    {
      matters: [
        {
          ...TITLED,
          place: 1,
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
      kind: 'Working Group',
      over: 'It is still forming: its charter is not approved.',
      mission: 'Keeps readings small.',
      scope: 'Frames; and 2 more.',
      charter: '`docs/community/working-groups/wire-format.mdx`',
      leads: ['Noor Haddad (noorhaddad)', 'Tomas Vik (tomasvik)'],
      authority: 'advise',
      granted: '`veto-window` by the core since 2026-06-01',
      lacks: ['Of members it needs 5, and has 4.'],
      shown: '2 decided on its word, 0 overturned',
      channel: '`#wire-format-wg`',
      meetings: ['Weekly, 60 minutes'],
      months: MONTHS,
      open: [
        { ...PROPOSAL, decision: VOTE },
        { ...PROPOSAL, decision: null },
      ],
      decided: [
        {
          ...TITLED,
          name: 'SEP-7',
          status: 'final',
          decided: '2 Nov 2026',
          by: 'the group',
          record: '../../ledgers/7',
        },
        { ...TITLED, name: 'SEP-3', url: null, status: 'final', decided: '–', by: '–', record: null },
      ],
      items: [{ title: 'SEP-12: Short frames', says: 'Draft', proposals: [{ ...TITLED, status: 'in-review' }] }],
      days: [{ status: 'draft', median: '12 days', times: 3 }],
      members: [{ name: 'Lin Okafor', organization: 'Open Tides', level: 'member' }],
      counted: '4 people are counted for its decisions.',
      obstacle: null,
      duties: [
        { mark: '✓', name: 'Agendas 7 days ahead', says: 'Of 2 meetings that discussions name, all.', cases: [] },
        {
          ...{ mark: '✗', name: 'Notes within 48 hours', says: 'Of 2 meetings that discussions name, one has none.' },
          cases: [
            {
              day: '2026-11-20',
              says: 'nothing was written since',
              url: 'https://github.com/tidewire/tidewire/discussions/7',
            },
            { day: '2026-11-27', says: 'notes are due', url: null },
          ],
        },
      ],
      drift: [{ place: '`MAINTAINERS.md:12`', says: 'It lists somebody whom the charter does not.' }],
    },
    {
      ...{
        title: 'Discovery',
        kind: 'Interest Group',
        over: null,
        mission: null,
        scope: null,
        charter: '`discovery.mdx`',
        leads: [],
      },
      ...{ authority: 'decide', granted: null, lacks: [], shown: 'nothing', channel: null, meetings: [], open: [] },
      ...{ months: null, decided: [], items: [], days: [], members: [], counted: null, duties: [], drift: [] },
      obstacle: 'Its charter names no members.',
    },
  ],
  proposal: [
    {
      name: 'SEP-12',
      url: PULL,
      title: 'Short frames for satellite links',
      headline: 'In a vote of the Wire Format Working Group',
      status: 'draft',
      type: 'Standards Track',
      authors: 'adaquist',
      sponsor: 'kofiadu',
      group: 'wire-format',
      groupTitle: 'Wire Format',
      claimed: true,
      area: 'Small Frames',
      file: null,
      decision: VOTE,
      next: [{ who: 'The sponsor (kofiadu)', what: 'says that it is complete.' }],
      asked: [
        { indent: '', mark: '○', name: 'Vote', says: 'Open.' },
        { indent: '  ', mark: '✓', name: 'Quorum', says: 'Reached.' },
      ],
      turns: [
        { day: '2 Nov 2026', what: 'proposal' },
        { day: '9 Nov 2026', what: 'draft' },
      ],
      history: [
        { at: 'Mon 2 Nov 2026 09:00 UTC', says: 'The proposal was opened.', url: null },
        { at: 'Mon 9 Nov 2026 09:00 UTC', says: 'kofiadu sponsors it.', url: SOURCE },
      ],
      record: '../../ledgers/12',
    },
    {
      ...{ name: 'SEP-3', url: null, title: 'Tides', headline: 'On the default branch as final', status: 'final' },
      ...{ type: '–', authors: '–', sponsor: '–', group: null, groupTitle: '', claimed: false, area: null },
      ...{ file: '`seps/3-tides.md`', decision: null, next: [], asked: [], turns: [], history: [], record: null },
    },
  ],
  people: [
    {
      nominations: [
        {
          ...TITLED,
          ...{ name: '#21', title: 'linokafor as a maintainer', page: 'people.md', opened: '26 Nov 2026' },
          headline: 'Waiting for approval',
          next: ['**A Core Maintainer** decides with `/ladder approve` or `/ladder reject <reason>`.'],
        },
      ],
      places: [
        {
          title: 'Maintainers',
          people: [
            { name: 'Kofi Adu (kofiadu)', organization: 'Harbour', since: '2026-01-05', groups: 'Wire Format (lead)' },
          ],
        },
      ],
      bodies: [
        { title: 'The core', slug: null, counted: 'marapetrov, idrisbello' },
        { title: 'Wire Format', slug: 'wire-format', counted: 'noorhaddad, linokafor' },
      ],
      loads: [{ name: 'Kofi Adu (kofiadu)', sponsors: 2, reviews: 3, owes: 1 }],
      terms: [{ name: 'Noor Haddad (noorhaddad)', of: 'lead of Wire Format', lastDay: '2026-12-31' }],
      near: [{ name: 'Lin Okafor (linokafor)', to: 'maintainer', from: '2026-12-01' }],
      unchecked: ['Who belongs to the organisation.'],
    },
    { nominations: [], places: [], bodies: [], loads: [], terms: [], near: [], unchecked: [] },
  ],
  health: [
    {
      paces: [PACE, { ...PACE, of: 'Discovery', slug: null }],
      tracks: [{ ...PACE, of: 'Standards Track', slug: null }],
      decided: 3,
      delegated: 2,
      core: { now: 1, year: 4, days: '6 days' },
      overturned: [{ ...TITLED, at: '2 Nov 2026', how: 'rejected' }],
      participation: [
        { title: 'The core', slug: null, decisions: 2, spoke: '80 %' },
        { title: 'Wire Format', slug: 'wire-format', decisions: 1, spoke: '75 %' },
      ],
    },
    {
      ...{ paces: [], tracks: [], decided: 0, delegated: 0, core: { now: 0, year: 0, days: '–' } },
      ...{ overturned: [], participation: [] },
    },
  ],
  'dashboard-pull': [{ folder: '`docs/proposals`', record: '`convenor/record`', branch: '`convenor/dashboard`' }],
  audit: [
    {
      branch: '`convenor/record`',
      decisions: [
        {
          ...{ ...TITLED, at: 'Mon 2 Nov 2026 09:00 UTC', form: 'Vote', outcome: 'passed', line: '12' },
          ...{ sha256: `\`${'ab'.repeat(32)}\``, record: '../ledgers/12' },
        },
        {
          ...{ ...TITLED, at: 'Mon 2 Nov 2026 09:00 UTC', form: 'Vote', outcome: 'passed', line: '–' },
          ...{ sha256: '–', record: null },
        },
      ],
      more: 2,
    },
    { branch: '`convenor/record`', decisions: [], more: 0 },
  ],
  news: [
    {
      ...{ name: 'SEP-12', url: PULL, title: 'Short frames', event: 'opened', form: 'lazy consensus' },
      ...{ group: 'Wire Format Working Group', until: 'Thursday 3 December 2026 09:00 UTC', outcome: 'agreed' },
    },
    ...['opened', 'deadline', 'closed', 'escalated', 'accepted', 'rejected', 'final'].map((event) => ({
      ...{ name: '#12', url: PULL, title: 'Short frames', event, form: null, group: null, until: null, outcome: null },
    })),
  ],
  digest: [
    {
      from: '2026-11-23',
      sections: [
        {
          title: 'Wire Format',
          waiting: [
            { name: 'SEP-12', url: PULL, title: 'Short frames', who: 'A lead (linokafor)', what: 'opens a consensus.' },
          ],
          closing: [
            {
              ...{ name: 'SEP-12', url: PULL, title: 'Short frames' },
              ...{ form: 'lazy consensus', until: 'Thursday 3 December 2026 09:00 UTC' },
            },
          ],
          duties: [
            { name: 'Notes within 48 hours', day: '2026-11-20', says: 'nothing was written since', url: PULL },
            { name: 'Updates', day: '2026-10-31', says: 'was due by the end of this day', url: null },
          ],
        },
        { title: 'The core', waiting: [], closing: [], duties: [] },
      ],
      dashboard: RECORD,
    },
    { from: '2026-11-23', sections: [], dashboard: RECORD },
  ],
};
