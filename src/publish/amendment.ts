import type { AmendmentFacts } from '../facts/facts.js';
import type { AmendmentVerdict } from '../judge/amendment.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { addCheck, wantedCheck, type Report } from './check-run.js';
import { groupsOf } from './document.js';
import { words } from '../templates/index.js';
import type { CheckWrite } from './write.js';

/**
 * Answers for a pull request that only changes merged proposals: the document's check with what the change brings.
 * Where the rules say that the checks are required, the other one is given as well, since nothing is decided here.
 */
export async function answerAmendment(
  client: GitHubClient,
  facts: AmendmentFacts,
  verdict: AmendmentVerdict,
): Promise<void> {
  const mutation = new Mutation();
  for (const write of amendmentChecks(facts, verdict)) addCheck(mutation, write, facts.repository.nodeId);
  if (mutation.isEmpty) return;
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

/** The checks of an amendment that do not say yet what they should. */
export const amendmentChecks = (facts: AmendmentFacts, verdict: AmendmentVerdict): CheckWrite[] =>
  decidingNothing(facts, amendmentReport(facts, verdict), {
    title: 'Adds no proposal',
    summary: 'This pull request only changes merged proposals, so there is nothing to decide here.',
  });

/**
 * The checks of a subject that is no proposal: what there is to say of it, and where the checks are required, the other
 * one in green, unless it waits for something.
 */
export function decidingNothing(
  { rules, pull, published }: Pick<AmendmentFacts, 'rules' | 'pull' | 'published'>,
  { title, summary, annotations, inOrder }: Report,
  { waits = false, ...other }: Pick<Report, 'title' | 'summary'> & { waits?: boolean },
): CheckWrite[] {
  const { head } = pull;
  const conclusion = inOrder ? 'SUCCESS' : 'FAILURE';
  const document = { name: rules.checks.proposal, head, conclusion, title, summary, annotations } as const;
  const process = {
    name: rules.checks.merge,
    head,
    conclusion: waits ? 'ACTION_REQUIRED' : 'SUCCESS',
    ...other,
    annotations: [],
  } as const;
  // What once was held is let go in the same place.
  const isAsked = rules.checks.answerAll || waits || published.checks.some(({ name }) => name === rules.checks.merge);
  const wanted = isAsked ? [document, process] : [document];
  return wanted.flatMap((check) => wantedCheck(check, published.checks) ?? []);
}

/** What is to be said of an amendment. */
export function amendmentReport(
  { more, templates, bringsInStep }: AmendmentFacts,
  { files, inOrder }: AmendmentVerdict,
): Report {
  const count = files.length + more;
  const remarks = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const proposals = `${count} merged ${count === 1 ? 'proposal' : 'proposals'}`;
  const found = {
    count,
    more,
    files: files
      .filter(({ findings }) => findings.length > 0)
      .map(({ path, source, findings }) => ({
        path: path.replaceAll('`', ''),
        groups: groupsOf(findings, source ?? '', new Set()),
      })),
  };
  const own =
    bringsInStep === null
      ? ''
      : `Convenor opened this for #${bringsInStep}, to bring its file in step with its record.\n\n`;
  const changes = bringsInStep === null ? `Changes ${proposals}` : `Brings the status of #${bringsInStep} in step`;
  return {
    title: remarks === 0 ? changes : `${remarks} to look at in ${proposals}`,
    summary: own + words('amendment', found, templates),
    inOrder,
    // An annotation needs a file to stand on.
    annotations: files.flatMap(({ path, source, findings }) =>
      source === null ? [] : findings.map((finding) => ({ path, finding })),
    ),
  };
}
