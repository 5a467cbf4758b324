import { refused, type Command, type Effect, type Ground } from '../commands/command.js';
import type { Facts } from '../facts/facts.js';
import type { EvidenceSeen, LineOf } from '../ledger/lines.js';
import type { Evidence, Mode, RuleId, Rules } from '../rules/schema.js';
import { capital, evidenceInWords } from '../rules/words.js';
import { isOfState, lookFor, ofState } from './evidence/index.js';
import type { SubjectState } from './state.js';

/** The rules that ask something of a step: of one that people take, and of a decision before it is opened. */
export type Asking = 'transitions' | 'acceptance';

/** Something that a step needs, and the rule that asks for it. */
export interface Need {
  need: Evidence;
  by: Asking;
}

/** A need that was not met, and how strictly it is held. */
export interface Lacking extends EvidenceSeen {
  mode: Mode;
}

/** The rule that a need belongs to, beside the one that asks for it. */
export const OWN_RULE: Partial<Record<Evidence, RuleId>> = {
  group: 'working-group',
  'specification-changes': 'specification',
  changelog: 'specification',
  'rendered-page': 'rendered-page',
  conformance: 'conformance',
};

const STRICTER: readonly Mode[] = ['observe', 'warn', 'enforce'];

/**
 * How strictly a need is held: by the stricter of the rule that asks for it and its own. A rule that only observes asks
 * nobody for anything.
 */
export function strictness({ need, by }: Need, { rules }: Rules): Mode {
  const own = OWN_RULE[need];
  const modes = [rules[by].mode, own === undefined ? rules[by].mode : rules[own].mode];
  if (modes.includes('observe')) return 'observe';
  return STRICTER.findLast((mode) => modes.includes(mode)) ?? 'enforce';
}

/** What an acceptance needs beside its decision: asked before that is opened, so that none ends and is void. */
export const acceptanceNeeds = ({ rules }: Rules): Need[] =>
  rules.acceptance.needs.map((need) => ({ need, by: 'acceptance' }));

/** What a proposal needs before the core decides on it: by whatever row of the table brings it there, and to be accepted. */
export function reviewNeeds(rules: Rules): Need[] {
  const rows = rules.rules.transitions.table.filter(({ to }) => to === 'in-review');
  const needs = [...new Set(rows.flatMap((row) => row.needs))].map((need): Need => ({ need, by: 'transitions' }));
  return [...needs, ...acceptanceNeeds(rules)];
}

/** What the step from accepted to final needs, by whatever row of the table it is taken; each once. */
export function finalNeeds({ rules }: Rules): Need[] {
  const rows = rules.transitions.table.filter(({ from, to }) => to === 'final' && from.includes('accepted'));
  return [...new Set(rows.flatMap(({ needs }) => needs))].map((need) => ({ need, by: 'transitions' }));
}

/** The number under which others know a proposal: its own, or that of the pull request, which it gets. */
export const numberOf = ({ head, number }: Pick<SubjectState, 'head' | 'number'>): number =>
  head?.claims.number ?? number;

/** What a look found of everything that a command needs and the record does not say; it is pinned in the act. */
export function evidenceFor(facts: Facts, command: Command | null, args: readonly string[]): EvidenceSeen[] {
  const needs = new Set((command?.needs?.(args, facts.governing.rules) ?? []).map(({ need }) => need));
  return [...needs].flatMap((need): EvidenceSeen[] => {
    if (isOfState(need)) return [];
    const { held, says } = lookFor(need, facts);
    return [{ need, held, says }];
  });
}

/** What of these needs an act did not meet: by the state just before it, and by what was seen when it was found. */
export function lacking(needs: readonly Need[], state: SubjectState, act: LineOf<'act'>, ground: Ground): Lacking[] {
  return needs.flatMap((one): Lacking[] => {
    const { need } = one;
    const mode = strictness(one, ground.rules);
    if (need === 'conformance' && state.exemption) return [];
    const seen = isOfState(need)
      ? ofState(need, state, ground.rules, ground.titleOf)
      : act.evidence.find((evidence) => evidence.need === need);
    if (seen?.held) return [];
    return [{ need, held: false, says: seen?.says ?? 'Nobody has looked for it.', mode }];
  });
}

/** The refusal of a step that lacks what the rules enforce, with each thing and who brings it; null where nothing is. */
export function refusedFor(
  lacks: readonly Lacking[],
  state: SubjectState,
  act: LineOf<'act'>,
  { rules }: Ground,
): Effect | null {
  const held = lacks.filter(({ mode }) => mode === 'enforce');
  if (held.length === 0) return null;
  const why = held.map(({ need, says }) => `${capital(evidenceInWords(need))}: ${says}`);
  const next = held.map(({ need }) => {
    const { who, what } = bringing(need, rules, numberOf(state));
    return `${capital(WHO[who])} ${what}.`;
  });
  const again = `Then write \`/${[act.command, act.args[0] ?? ''].join(' ').trim()}\` again, in a new comment.`;
  const rule = held.some(({ need }) => rules.rules.acceptance.needs.includes(need)) ? 'acceptance' : 'transitions';
  return refused(rule, `This lacks what the rules ask for. ${why.join(' ')}`, [...next, again].join(' '));
}

/** What is said of a step that is taken all the same, with a space before it; empty where nothing is lacking. */
export function saidOf(lacks: readonly Lacking[]): string {
  const said = lacks.filter(({ mode }) => mode === 'warn').map(({ need }) => evidenceInWords(need));
  return said.length === 0 ? '' : ` Not seen, and asked for by the rules: ${said.join(', ')}.`;
}

/** Whom a need waits for. */
export type Bringer = 'author' | 'sponsor' | 'lead' | 'maintainer';

const WHO: Record<Bringer, string> = {
  author: 'the author',
  sponsor: 'the sponsor',
  lead: 'a lead',
  maintainer: 'a maintainer',
};

/** Who brings something that a step needs, and what they do, so that who and what are a sentence without its full stop. */
export function bringing(need: Evidence, { rules, checks }: Rules, number: number): { who: Bringer; what: string } {
  const { specification, conformance } = rules;
  switch (need) {
    case 'sponsor':
      return { who: 'maintainer', what: 'writes `/sep sponsor`' };
    case 'group':
      return { who: 'lead', what: "takes it into a group's care with `/sep adopt`" };
    case 'document':
      return { who: 'author', what: `mends the lines that the check \`${checks.proposal}\` marks` };
    case 'prototype':
      return {
        who: 'author',
        what: 'links code that shows how it works in the section "Reference Implementation": a branch, a pull request, a repository',
      };
    case 'reference-implementation':
      return {
        who: 'author',
        what: 'links the reference implementation in its section, and takes out what only stands for it',
      };
    case 'specification-changes':
      return {
        who: 'author',
        what: `adds the changes of the specification to this pull request (${specification.paths.map((path) => `\`${path}\``).join(', ')})`,
      };
    case 'changelog':
      return { who: 'author', what: `adds an entry to \`${specification.changelog ?? ''}\` in this pull request` };
    case 'rendered-page': {
      const { command } = rules['rendered-page'];
      return {
        who: 'author',
        what: command === null ? 'adds the page' : `runs \`${command}\` and commits what it writes`,
      };
    }
    case 'conformance':
      return {
        who: 'sponsor',
        what:
          `sees to \`${conformance.file.replaceAll('{number}', String(number))}\` in \`${conformance.repository ?? ''}\`, or says with a line ` +
          '`No observable behaviour: <reason>` below `/sep status final` that nothing can be observed',
      };
  }
}
