import type { AcceptedVote, Person, Proposal, ProposalType, Severity, Status } from './types.js';

/** The object that `convenor parse --json` prints for one file. Its keys and their order are a contract. */
export interface ProposalJson {
  path: string;
  number: number | null;
  headingNumber: number | null;
  title: string | null;
  status: Status | null;
  statusRaw: string | null;
  type: ProposalType | null;
  created: string | null;
  authors: Person[];
  authorGroup: string | null;
  sponsor: Person | null;
  sponsors: Person[];
  workingGroup: string | null;
  pr: number | null;
  issue: number | null;
  supersedes: number[];
  requires: number[];
  related: number[];
  extensionIdentifier: string | null;
  accepted: AcceptedVote | null;
  diagnostics: { code: string; severity: Severity; line: number; column: number; message: string }[];
}

export function parseToJson(path: string, proposal: Proposal): ProposalJson {
  return {
    path,
    number: proposal.number,
    headingNumber: proposal.headingNumber,
    title: proposal.title,
    status: proposal.status,
    statusRaw: proposal.statusRaw,
    type: proposal.type,
    created: proposal.created,
    authors: proposal.authors.map(personJson),
    authorGroup: proposal.authorGroup,
    sponsor: proposal.sponsor && personJson(proposal.sponsor),
    sponsors: proposal.sponsors.map(personJson),
    workingGroup: proposal.workingGroup,
    pr: proposal.pr,
    issue: proposal.issue,
    supersedes: proposal.supersedes,
    requires: proposal.requires,
    related: proposal.related,
    extensionIdentifier: proposal.extensionIdentifier,
    accepted: proposal.accepted,
    diagnostics: proposal.diagnostics.map(({ code, severity, line, column, message }) => ({
      code,
      severity,
      line,
      column,
      message,
    })),
  };
}

/** Always in the same order, whatever order the document has. */
function personJson(person: Person): Person {
  const ordered: Person = {};
  for (const key of ['name', 'github', 'email', 'affiliation', 'role', 'group'] as const) {
    if (person[key] !== undefined) ordered[key] = person[key];
  }
  return ordered;
}
