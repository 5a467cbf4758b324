import type { Json } from '../json/base.js';
import { checkRunJson, checkSuiteJson, simpleCommitJson } from '../json/checks.js';
import type { DomainEvent, GitHubState, Repository } from '../state/types.js';

/** What is particular to events of checks and of the merge queue. */
export function checkPart(
  state: GitHubState,
  repository: Repository,
  event: Extract<DomainEvent, { event: 'check_run' | 'check_suite' | 'merge_group' }>,
): Json {
  switch (event.event) {
    case 'check_run': {
      const run = need(repository.checkRuns.get(event.checkRunId));
      const suite = checkSuiteJson(state, need(repository.checkSuites.get(run.suiteId)));
      return {
        check_run: { ...checkRunJson(state, run), check_suite: suite },
        ...(event.action === 'requested_action' ? { requested_action: { identifier: event.identifier } } : {}),
      };
    }
    case 'check_suite':
      return { check_suite: checkSuiteJson(state, need(repository.checkSuites.get(event.checkSuiteId))) };
    case 'merge_group':
      return {
        merge_group: {
          head_sha: event.headOid,
          head_ref: event.headRef,
          base_sha: event.baseOid,
          base_ref: event.baseRef,
          head_commit: simpleCommitJson(state, event.headOid),
        },
        ...(event.action === 'destroyed' ? { reason: event.reason } : {}),
      };
  }
}

function need<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The event names a check that the state does not have');
  return found;
}
