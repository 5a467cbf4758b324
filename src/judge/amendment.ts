import type { Amended, AmendmentFacts } from '../facts/facts.js';
import type { Rules } from '../rules/schema.js';
import { brought } from './brought.js';
import { companionBy } from './review.js';
import { readProposal, reviewProposal, type Finding, type ReviewContext, type Status } from '../proposal/index.js';

/** What a pull request brings to one merged proposal. */
export interface AmendedFile {
  path: string;
  /** Its new text; null where the pull request takes it away. */
  source: string | null;
  /** What was not to be said before the change, in the document's order. */
  findings: Finding[];
}

/** What is to be said of a pull request that only changes merged proposals. */
export interface AmendmentVerdict {
  files: AmendedFile[];
  /** Whether nothing that it brings is an error. */
  inOrder: boolean;
}

/**
 * Reviews merged proposals as a pull request changes them. Only what the change brings is said: who mends one word does
 * not answer for the rest. Pure, as all judging is.
 */
export function judgeAmendment(facts: AmendmentFacts): AmendmentVerdict {
  const files = facts.files.map((file) => fileVerdict(facts, file));
  const inOrder = files.every(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
  return { files, inOrder };
}

function fileVerdict(facts: AmendmentFacts, { path, previousPath, base, document }: Amended): AmendedFile {
  if (!document) return { path, source: null, findings: takenAway(path, base) };
  const { source, proposal, unreadable } = document;
  if (unreadable) return { path, source, findings: [unreadable] };
  const around = surroundings(facts);
  const exists = (target: string): boolean => !facts.missingPaths.has(target);
  const findings = reviewProposal(proposal, { ...around, path, source, base, exists });
  if (base === null) return { path, source, findings };
  const before = reviewProposal(readProposal(base, { path: previousPath }), {
    ...around,
    path: previousPath,
    source: base,
    exists: (target) => exists(target) || facts.removedPaths.has(target),
  });
  return { path, source, findings: brought(before, findings, keyOf) };
}

function surroundings(facts: AmendmentFacts): Omit<ReviewContext, 'path' | 'source'> {
  const { now, repository, governance, library, knownNumbers, rules } = facts;
  return {
    pullRequest: null,
    // What is decided is spoken of gently, since nobody will rewrite it; here somebody does.
    state: 'in-review',
    today: now.slice(0, 10),
    repository: `${repository.owner}/${repository.name}`,
    knownLogins: governance.people.flatMap(({ logins }) => logins),
    knownNumbers,
    relations: library.relations,
    companion: companionBy(rules),
    // What the record has come to is a step, whatever way it took.
    isStep: facts.bringsInStep === null ? isStepBy(rules) : () => true,
    template: library.template,
  };
}

/** Steps that are no row of the table of steps: a decision, a deadline or a command of its own brings them. */
const OTHER_STEPS: readonly string[] = [
  'proposal draft',
  'in-review accepted',
  'in-review rejected',
  'accepted superseded',
  'final superseded',
  'proposal dormant',
  'draft dormant',
  'dormant proposal',
  'dormant draft',
  'withdrawn proposal',
  'withdrawn draft',
];

/** Whether a status may follow another by the rules: what keeps the books of a step, and no other change of them. */
function isStepBy({ rules }: Rules): (from: Status, to: Status) => boolean {
  const steps = new Set([
    ...OTHER_STEPS,
    ...rules.transitions.table.flatMap((step) => step.from.map((from) => `${from} ${step.to}`)),
  ]);
  return (from, to) => steps.has(`${from} ${to}`);
}

/** A merged proposal is a record: it may be superseded, and not be taken away. */
function takenAway(path: string, base: string | null): Finding[] {
  const title = base === null ? null : readProposal(base, { path }).title;
  return [
    {
      code: 'status/final-changed',
      severity: 'warning',
      line: 1,
      column: 1,
      message: `This pull request takes away "${title ?? path}", which is merged.`,
      help: 'Keep the file: what was decided stays readable, also once another proposal supersedes it.',
    },
  ];
}

/** What a finding says, wherever its lines and those that it names have moved. */
const keyOf = ({ code, message }: Finding): string =>
  `${code} ${message.replace(/\bline \d+(?:, \d+)*/g, (lines) => lines.replace(/\d+/g, '#'))}`;
