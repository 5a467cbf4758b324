import { GROUP, type History, type Name } from '../judge/history.js';

/** Everybody who may try. Kofi sponsors from `draft` on, and Mira is a maintainer who does not. */
export const ROLES = {
  outsider: 'zed',
  member: 'tess',
  'WG member': 'noor',
  lead: 'lena',
  'other lead': 'olga',
  maintainer: 'mira',
  sponsor: 'kofi',
  core: 'rosa',
  'lead maintainer': 'uri',
} satisfies Record<string, Name>;
export type Role = keyof typeof ROLES;

type Stage = (told: History, author: Name) => History;

const ESCALATE = '/escalate Which kettle?\nOptions: the red one; the blue one.\nDisagreement: its size.';
const CHANGES = '/core accept-with-changes\n- codes: Name each of them.';
const NOTES = 'https://example.org/notes';

const draft: Stage = (told) => told.isADraft();
const consensus: Stage = (told) => told.isADraft().startsConsensus('lena');
const core: Stage = (told) => told.isADraft().goesToTheCore();
const accepted: Stage = (told, author) => core(told, author).accept('rosa', 'sven', 'tomoko');
const rejected: Stage = (told, author) => core(told, author).reject('rosa', 'sven', 'tomoko');
const final: Stage = (told, author) => accepted(told, author).says('kofi', '/sep status final');
const triaged: Stage = (told) => told.isADraft().says('lena', '/sep close No place for it.').isNow('closed');
const appealed: Stage = (told, author) => triaged(told, author).says(author, '/sep appeal But there is.');

const voting: Stage = (told) => told.isADraft().says('lena', '/vote start routine');
const escalated: Stage = (told) => told.isADraft().says('lena', ESCALATE);
const conditional: Stage = (told, author) => core(told, author).says('rosa', CHANGES).accept('sven', 'tomoko');

/** Somebody pushes another text. */
const pushed = (told: History, author: Name): History =>
  told.pushes('c'.repeat(40), { authors: [author], normative: 'd'.repeat(64) });

/** Where a proposal stands when somebody writes. */
export const STAGES = {
  new: (told) => told,
  draft,
  routed: (told) => told.isADraft().says('rosa', '/sep route elsewhere'),
  consensus,
  blocked: (told, author) => consensus(told, author).blocks('noor', 'mine'),
  window: (told, author) => consensus(told, author).after({ days: 6 }),
  core,
  undecided: (told, author) => core(told, author).after({ days: 15 }),
  accepted,
  changed: (told, author) => pushed(accepted(told, author), author),
  'changed meanwhile': (told, author) => pushed(voting(told, author), author),
  'changed in the window': (told, author) => pushed(consensus(told, author).after({ days: 6 }), author),
  'without a sponsor': (told, author) => accepted(told, author).says('kofi', '/sep unsponsor'),
  rejected,
  final,
  merged: (told, author) => final(told, author).isNow('merged'),
  closed: (told) => told.isADraft().isNow('closed'),
  withdrawn: (told, author) => told.isADraft().says(author, '/sep withdraw').isNow('closed'),
  triaged,
  appealed,
  confirmed: (told, author) => appealed(told, author).says('sven', '/sep close There is none.'),
  superseded: (told) => told.isADraft().says('sven', '/sep supersede by 9'),
  held: (told) => told.isADraft().says('tess', '/sep hold Wait for the schema.'),
  asked: (told) => told.isADraft().says('kofi', '/review @noor @mira'),
  voting,
  voted: (told, author) =>
    voting(told, author)
      .says('lena', '/vote yes')
      .says('noor', '/vote yes')
      .says('omar', '/vote no')
      .says('pia', '/vote no'),
  escalated,
  assigned: (told, author) => escalated(told, author).says('uri', '/escalate assign @rosa'),
  recorded: (told, author) => core(told, author).says('rosa', `/core record accept 3/1/0 ${NOTES}`),
  conditional,
  shown: (told, author) => conditional(told, author).says('kofi', '/condition met codes The third section.'),
  objected: (told, author) => consensus(told, author).after({ days: 6 }).says('rosa', '/veto It touches sessions.'),
  decided: (told, author) => consensus(told, author).after({ days: 6 }),
} satisfies Record<string, Stage>;
export type StageName = keyof typeof STAGES;

const ALL = Object.keys(ROLES) as Role[];
const CORE: Role[] = ['core', 'lead maintainer'];
const MAINTAINERS: Role[] = ['maintainer', 'sponsor', ...CORE];
const MEMBERS: Role[] = ['member', ...MAINTAINERS];

/** At a stage a command, who may write it on another's proposal, who on their own, and the rules that refuse the rest. */
type Row = [stage: StageName, body: string, other: Role[], own: Role[], rule: string];

/** A row whose cells are the same on one's own and another's proposal. */
const both = (stage: StageName, body: string, who: Role[], rule: string): Row => [stage, body, who, who, rule];
/** A command that nobody may write at some stages. */
const nobody = (stages: StageName[], body: string, rule: string): Row[] =>
  stages.map((stage) => both(stage, body, [], rule));
/** A command that only asks something or speaks of oneself. */
const anybody = (stages: StageName[], body: string): Row[] => stages.map((stage) => both(stage, body, ALL, 'none'));

const BLOCK = '/block mine\nNo.\nAlternative: tea.';

export const CELLS: readonly Row[] = [
  ...[
    '/help',
    '/help sep adopt',
    '/group show',
    '/ladder show',
    '/sep check',
    '/sep explain',
    '/away until 2026-12-24',
    '/back',
  ].flatMap((body) => anybody(['new', 'draft', 'core', 'closed', 'merged'], body)),

  ...[
    ...['/nominate @zed member', '/endorse @zed', '/endorse withdraw', '/object @zed No.', '/object withdraw'],
    ...['/ladder approve', '/ladder reject No.', '/step-down maintainer', '/emeritus @zed No time.', '/inactive @zed'],
  ].flatMap((body) => nobody(['draft'], body, 'nomination')),

  both('new', '/sep adopt', ['lead'], 'adoption'),
  ...nobody(['draft'], '/sep adopt', 'adoption'),
  ...nobody(['closed', 'merged'], '/sep adopt', 'transitions'),
  both('draft', '/sep release', ['lead'], 'adoption'),
  both('routed', '/sep release', ['other lead'], 'adoption'),
  ...nobody(['new', 'consensus'], '/sep release', 'adoption'),
  ...nobody(['closed'], '/sep release', 'transitions'),
  both('new', `/sep route ${GROUP}`, ['lead', ...CORE], 'routing'),
  both('draft', '/sep route elsewhere', ['lead', 'other lead', ...CORE], 'routing'),
  ...nobody(['draft'], `/sep route ${GROUP}`, 'routing'),
  ...nobody(['consensus', 'core'], '/sep route elsewhere', 'routing'),

  both('new', '/sep sponsor', MAINTAINERS, 'sponsorship'),
  both('without a sponsor', '/sep sponsor', MAINTAINERS, 'sponsorship'),
  ...nobody(['draft', 'rejected', 'superseded'], '/sep sponsor', 'sponsorship|transitions'),
  ...nobody(['closed', 'withdrawn', 'merged'], '/sep sponsor', 'transitions'),
  both('draft', '/sep unsponsor', ['sponsor'], 'sponsorship'),
  both('undecided', '/sep unsponsor', ['sponsor'], 'sponsorship'),
  both('accepted', '/sep unsponsor', ['sponsor'], 'sponsorship'),
  ...nobody(['new', 'consensus', 'core'], '/sep unsponsor', 'sponsorship'),
  ...nobody(['final'], '/sep unsponsor', 'sponsorship|transitions'),

  both('draft', '/review @omar', ['lead', 'sponsor'], 'asking'),
  both('core', '/review @omar', ['lead', 'sponsor'], 'asking'),
  ...nobody(['new', 'final'], '/review @omar', 'asking'),
  ...nobody(['closed'], '/review @omar', 'transitions'),
  ['asked', '/review decline', ['WG member', 'maintainer'], [], 'asking'],
  ...nobody(['draft'], '/review decline', 'asking'),

  both('draft', '/consensus start minor', ['lead'], 'consensus'),
  ...nobody(['new'], '/consensus start minor', 'adoption'),
  ...nobody(['consensus'], '/consensus start minor', 'consensus'),
  ...nobody(['core', 'accepted'], '/consensus start minor', 'consensus|transitions'),
  both('consensus', BLOCK, ['lead', 'WG member'], 'blocking'),
  ...nobody(['blocked', 'draft', 'core'], BLOCK, 'blocking'),
  both('blocked', '/unblock mine', ['WG member'], 'blocking'),
  ...nobody(['consensus'], '/unblock mine', 'blocking'),
  both('blocked', '/block delegate mine @omar', ['WG member'], 'blocking'),
  ...nobody(['consensus'], '/block delegate mine @omar', 'blocking'),
  both('blocked', '/block challenge', ['lead', 'WG member'], 'blocking'),
  ...nobody(['consensus', 'draft'], '/block challenge', 'blocking'),
  ...anybody(['consensus', 'voting', 'core', 'window'], '/concern The limit is low.'),
  ...nobody(['draft'], '/concern The limit is low.', 'blocking'),
  both('consensus', '/consensus extend until 2026-12-20', ['lead'], 'consensus'),
  ...nobody(['draft', 'voting'], '/consensus extend until 2026-12-20', 'consensus'),
  ...nobody(['consensus'], '/consensus extend until 2026-11-03', 'consensus'),
  both('consensus', '/consensus cancel Not yet.', ['lead'], 'consensus'),
  ...nobody(['draft', 'voting'], '/consensus cancel Not yet.', 'consensus'),

  both('draft', '/vote start routine', ['lead'], 'vote'),
  both('consensus', '/vote start scope', ['lead'], 'vote'),
  ...nobody(['new'], '/vote start routine', 'adoption'),
  ...nobody(['voting', 'core', 'accepted'], '/vote start routine', 'vote|transitions'),
  both('draft', '/vote request', ['lead', 'WG member'], 'vote'),
  ...nobody(['voting', 'core'], '/vote request', 'vote|transitions'),
  ...['/vote yes', '/vote no', '/vote abstain', '/vote recuse'].flatMap((body) => [
    both('voting', body, ['lead', 'WG member'], 'vote'),
    ...nobody(['draft', 'consensus', 'accepted'], body, 'vote'),
  ]),
  both('core', '/vote recuse', CORE, 'vote'),
  both('voted', '/vote close', ['lead'], 'vote'),
  ...nobody(['voting', 'draft'], '/vote close', 'vote'),
  both('voting', '/vote cancel Split it first.', ['lead'], 'vote'),
  ...nobody(['draft', 'consensus'], '/vote cancel Split it first.', 'vote'),

  both('draft', ESCALATE, ['lead'], 'escalation'),
  both('blocked', ESCALATE, ['lead'], 'escalation'),
  both('escalated', ESCALATE, ['lead'], 'escalation'),
  ...nobody(['new', 'consensus', 'voting', 'core', 'accepted'], ESCALATE, 'escalation'),
  both('escalated', '/escalate assign @sven', CORE, 'escalation'),
  ...nobody(['draft'], '/escalate assign @sven', 'escalation'),
  ...nobody(['escalated'], '/escalate assign @noor', 'escalation'),
  both('assigned', '/escalate answer Take the red one.', ['core'], 'escalation'),
  both('assigned', '/escalate answer more Why?', ['core'], 'escalation'),
  both('escalated', '/escalate answer core', CORE, 'escalation'),
  ...nobody(['draft', 'escalated'], '/escalate answer Take the red one.', 'escalation'),

  both('window', '/veto It touches sessions.', CORE, 'veto-window'),
  both('decided', '/veto It touches sessions.', CORE, 'veto-window|core-veto'),
  both('accepted', '/veto It touches sessions.', ['lead maintainer'], 'veto-window|core-veto'),
  both('consensus', '/veto alone It touches sessions.', ['lead maintainer'], 'veto-window|lead-veto'),
  ...nobody(['core', 'draft', 'final'], '/veto It touches sessions.', 'veto-window'),
  both('objected', '/veto withdraw', ['core'], 'veto-window'),
  ...nobody(['window', 'accepted'], '/veto withdraw', 'veto-window'),
  both('decided', '/recall It contradicts another.', CORE, 'recall'),
  ...nobody(['accepted', 'window'], '/recall It contradicts another.', 'recall'),
  both('core', CHANGES, CORE, 'core-decision'),
  both('core', '/core accept alone It is urgent.', ['lead maintainer'], 'core-decision|acting-alone'),
  both('core', `/core record accept 3/1/0 ${NOTES}`, CORE, 'core-record'),
  ...nobody(['core'], `/core record accept 3/0/0 ${NOTES}`, 'core-record'),
  ...nobody(['core'], `/core record accept 1/2/1 ${NOTES}`, 'core-record'),
  ...nobody(['draft', 'accepted'], `/core record accept 3/1/0 ${NOTES}`, 'core-record'),
  both('recorded', '/core confirm', ['lead maintainer'], 'core-record'),
  ...nobody(['core'], '/core confirm', 'core-record'),
  both('conditional', '/condition met codes The third section.', ['sponsor'], 'core-decision'),
  ...nobody(['accepted'], '/condition met codes The third section.', 'core-decision'),
  ['shown', '/condition confirm codes', CORE, ['lead maintainer'], 'core-decision'],
  ...nobody(['conditional'], '/condition confirm codes', 'core-decision'),
  ...['/core accept', '/core reject', '/core abstain'].flatMap((body) => [
    both('core', body, CORE, 'core-decision'),
    ...nobody(['draft', 'window', 'accepted'], body, 'core-decision'),
  ]),

  ['changed', '/sep confirm @ccccccc', ['sponsor', ...CORE], [], 'acceptance-text'],
  ['changed meanwhile', '/sep confirm @ccccccc', ['lead', 'WG member'], [], 'acceptance-text|pushes'],
  ['changed in the window', '/sep confirm @ccccccc', ['sponsor', ...CORE], [], 'acceptance-text|pushes'],
  ...nobody(['new', 'draft', 'accepted', 'changed', 'final'], '/sep confirm', 'acceptance-text'),
  ...nobody(['voting', 'changed meanwhile', 'window'], '/sep confirm', 'acceptance-text|pushes'),
  ...nobody(['merged', 'closed'], '/sep confirm', 'transitions'),

  both('draft', '/sep status in-review', ['sponsor'], 'transitions'),
  ...nobody(['new', 'consensus'], '/sep status in-review', 'transitions'),
  both('undecided', '/sep status draft it needs more', ['sponsor'], 'transitions'),
  ...nobody(['undecided'], '/sep status draft', 'transitions'),
  ...nobody(['core'], '/sep status draft it needs more', 'transitions'),
  ...nobody(['draft', 'core'], '/sep status accepted', 'core-decision'),
  ...nobody(['core'], '/sep status rejected', 'core-decision'),
  both('accepted', '/sep status final', ['sponsor'], 'transitions'),
  ...nobody(['draft'], '/sep status final', 'transitions'),
  ...nobody(['new'], '/sep status dormant', 'transitions'),
  ...(['new', 'consensus', 'core', 'accepted'] as const).flatMap((stage): Row[] => [
    [stage, '/sep status withdrawn', [], ALL, 'transitions'],
    [stage, '/sep withdraw', [], ALL, 'transitions'],
  ]),
  ['closed', '/sep withdraw Never mind.', [], ALL, 'transitions'],
  ...nobody(['withdrawn', 'final', 'merged'], '/sep withdraw', 'transitions'),
  ['withdrawn', '/sep revive', ['sponsor'], ALL, 'reviving'],
  ['triaged', '/sep revive', ['lead', ...CORE], ['lead', 'lead maintainer'], 'closing'],
  ['appealed', '/sep revive', ['lead', ...CORE], ['lead', 'lead maintainer'], 'closing'],
  ['confirmed', '/sep revive', CORE, ['lead maintainer'], 'closing'],
  ...nobody(['draft', 'rejected', 'closed'], '/sep revive', 'reviving'),

  both('new', '/sep close No place for it.', ['lead'], 'closing'),
  both('draft', '/sep close No place for it.', ['lead'], 'closing'),
  both('routed', '/sep close No place for it.', ['other lead'], 'closing'),
  ['appealed', '/sep close There is none.', CORE, ['lead maintainer'], 'closing'],
  ...nobody(['consensus', 'core', 'accepted', 'triaged', 'confirmed'], '/sep close No place for it.', 'closing'),
  ...nobody(['closed', 'withdrawn'], '/sep close No place for it.', 'transitions'),
  ['triaged', '/sep appeal But there is.', [], ALL, 'closing'],
  ...nobody(['draft', 'closed', 'appealed', 'confirmed'], '/sep appeal But there is.', 'closing'),

  both('draft', '/sep supersede 3', ['sponsor', ...CORE], 'superseding'),
  both('merged', '/sep supersede 3', ['sponsor', ...CORE], 'superseding'),
  both('new', '/sep supersede 3', CORE, 'superseding'),
  ...nobody(['superseded', 'rejected'], '/sep supersede 3', 'superseding'),
  ...nobody(['draft'], '/sep supersede 7', 'superseding'),
  both('draft', '/sep supersede by 9', CORE, 'superseding'),
  both('core', '/sep supersede by 9', CORE, 'superseding'),
  ...nobody(['superseded'], '/sep supersede by 9', 'superseding'),

  both('draft', '/sep hold Wait.', MEMBERS, 'holding'),
  both('final', '/sep hold Wait.', MEMBERS, 'holding'),
  both('held', '/sep hold Wait.', MAINTAINERS, 'holding'),
  ...nobody(['rejected'], '/sep hold Wait.', 'holding'),
  both('held', '/sep unhold', ['member', ...CORE], 'holding'),
  ...nobody(['draft'], '/sep unhold', 'holding'),
];
