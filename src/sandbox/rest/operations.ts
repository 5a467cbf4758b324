// Written by scripts/cut-openapi.mjs from @octokit/openapi 23.0.2: change the list there and run it again.

/**
 * What the sandbox serves, by GitHub's operation id. `{name}` in a path is one segment, `{+name}` one or more.
 * `docs` is the page under https://docs.github.com/rest/ that error replies name.
 */
export const OPERATIONS = {
  'apps/create-installation-access-token': {
    method: 'POST',
    path: '/app/installations/{installation_id}/access_tokens',
    docs: 'apps/apps#create-an-installation-access-token-for-an-app',
  },
  'apps/get-authenticated': { method: 'GET', path: '/app', docs: 'apps/apps#get-the-authenticated-app' },
  'apps/get-by-slug': { method: 'GET', path: '/apps/{app_slug}', docs: 'apps/apps#get-an-app' },
  'apps/get-installation': {
    method: 'GET',
    path: '/app/installations/{installation_id}',
    docs: 'apps/apps#get-an-installation-for-the-authenticated-app',
  },
  'apps/get-org-installation': {
    method: 'GET',
    path: '/orgs/{org}/installation',
    docs: 'apps/apps#get-an-organization-installation-for-the-authenticated-app',
  },
  'apps/get-repo-installation': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/installation',
    docs: 'apps/apps#get-a-repository-installation-for-the-authenticated-app',
  },
  'apps/get-user-installation': {
    method: 'GET',
    path: '/users/{username}/installation',
    docs: 'apps/apps#get-a-user-installation-for-the-authenticated-app',
  },
  'apps/get-webhook-config-for-app': {
    method: 'GET',
    path: '/app/hook/config',
    docs: 'apps/webhooks#get-a-webhook-configuration-for-an-app',
  },
  'apps/get-webhook-delivery': {
    method: 'GET',
    path: '/app/hook/deliveries/{delivery_id}',
    docs: 'apps/webhooks#get-a-delivery-for-an-app-webhook',
  },
  'apps/list-installations': {
    method: 'GET',
    path: '/app/installations',
    docs: 'https://docs.github.com/enterprise-server@3.9/rest/apps/apps#list-installations-for-the-authenticated-app',
  },
  'apps/list-repos-accessible-to-installation': {
    method: 'GET',
    path: '/installation/repositories',
    docs: 'apps/installations#list-repositories-accessible-to-the-app-installation',
  },
  'apps/list-webhook-deliveries': {
    method: 'GET',
    path: '/app/hook/deliveries',
    docs: 'apps/webhooks#list-deliveries-for-an-app-webhook',
  },
  'apps/redeliver-webhook-delivery': {
    method: 'POST',
    path: '/app/hook/deliveries/{delivery_id}/attempts',
    docs: 'apps/webhooks#redeliver-a-delivery-for-an-app-webhook',
  },
  'checks/create': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-runs',
    docs: 'reference/checks#create-a-check-run',
  },
  'checks/get': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    docs: 'checks/runs#get-a-check-run',
  },
  'checks/get-suite': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}',
    docs: 'checks/suites#get-a-check-suite',
  },
  'checks/list-annotations': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    docs: 'checks/runs#list-check-run-annotations',
  },
  'checks/list-for-ref': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+ref}/check-runs',
    docs: 'checks/runs#list-check-runs-for-a-git-reference',
  },
  'checks/list-for-suite': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs',
    docs: 'checks/runs#list-check-runs-in-a-check-suite',
  },
  'checks/list-suites-for-ref': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+ref}/check-suites',
    docs: 'checks/suites#list-check-suites-for-a-git-reference',
  },
  'checks/rerequest-run': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest',
    docs: 'checks/runs#rerequest-a-check-run',
  },
  'checks/rerequest-suite': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest',
    docs: 'checks/suites#rerequest-a-check-suite',
  },
  'checks/update': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    docs: 'checks/runs#update-a-check-run',
  },
  'git/create-blob': { method: 'POST', path: '/repos/{owner}/{repo}/git/blobs', docs: 'git/blobs#create-a-blob' },
  'git/create-commit': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/commits',
    docs: 'git/commits#create-a-commit',
  },
  'git/create-ref': { method: 'POST', path: '/repos/{owner}/{repo}/git/refs', docs: 'git/refs#create-a-reference' },
  'git/create-tree': { method: 'POST', path: '/repos/{owner}/{repo}/git/trees', docs: 'git/trees#create-a-tree' },
  'git/delete-ref': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/git/refs/{+ref}',
    docs: 'git/refs#delete-a-reference',
  },
  'git/get-blob': { method: 'GET', path: '/repos/{owner}/{repo}/git/blobs/{file_sha}', docs: 'git/blobs#get-a-blob' },
  'git/get-commit': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{+commit_sha}',
    docs: 'git/commits#get-a-commit-object',
  },
  'git/get-ref': { method: 'GET', path: '/repos/{owner}/{repo}/git/ref/{+ref}', docs: 'git/refs#get-a-reference' },
  'git/get-tree': { method: 'GET', path: '/repos/{owner}/{repo}/git/trees/{+tree_sha}', docs: 'git/trees#get-a-tree' },
  'git/list-matching-refs': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/matching-refs/{+ref}',
    docs: 'git/refs#list-matching-references',
  },
  'git/update-ref': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/git/refs/{+ref}',
    docs: 'git/refs#update-a-reference',
  },
  'issues/add-assignees': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
    docs: 'issues/assignees#add-assignees-to-an-issue',
  },
  'issues/add-labels': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    docs: 'issues/labels#add-labels-to-an-issue',
  },
  'issues/check-user-can-be-assigned': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/assignees/{assignee}',
    docs: 'issues/assignees#check-if-a-user-can-be-assigned',
  },
  'issues/check-user-can-be-assigned-to-issue': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}',
    docs: 'issues/assignees#check-if-a-user-can-be-assigned-to-a-issue',
  },
  'issues/create': { method: 'POST', path: '/repos/{owner}/{repo}/issues', docs: 'issues/issues#create-an-issue' },
  'issues/create-comment': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    docs: 'issues/comments#create-an-issue-comment',
  },
  'issues/create-label': { method: 'POST', path: '/repos/{owner}/{repo}/labels', docs: 'issues/labels#create-a-label' },
  'issues/delete-comment': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#delete-an-issue-comment',
  },
  'issues/delete-label': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/labels/{name}',
    docs: 'issues/labels#delete-a-label',
  },
  'issues/get': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    docs: 'issues/issues#get-an-issue',
  },
  'issues/get-comment': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#get-an-issue-comment',
  },
  'issues/get-event': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/events/{event_id}',
    docs: 'issues/events#get-an-issue-event',
  },
  'issues/get-label': { method: 'GET', path: '/repos/{owner}/{repo}/labels/{name}', docs: 'issues/labels#get-a-label' },
  'issues/list-assignees': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/assignees',
    docs: 'issues/assignees#list-assignees',
  },
  'issues/list-comments': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    docs: 'issues/comments#list-issue-comments',
  },
  'issues/list-comments-for-repo': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments',
    docs: 'issues/comments#list-issue-comments-for-a-repository',
  },
  'issues/list-events': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/events',
    docs: 'issues/events#list-issue-events',
  },
  'issues/list-events-for-repo': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/events',
    docs: 'issues/events#list-issue-events-for-a-repository',
  },
  'issues/list-events-for-timeline': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/timeline',
    docs: 'issues/timeline#list-timeline-events-for-an-issue',
  },
  'issues/list-for-repo': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    docs: 'issues/issues#list-repository-issues',
  },
  'issues/list-labels-for-repo': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/labels',
    docs: 'issues/labels#list-labels-for-a-repository',
  },
  'issues/list-labels-on-issue': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    docs: 'issues/labels#list-labels-for-an-issue',
  },
  'issues/list-milestones': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/milestones',
    docs: 'issues/milestones#list-milestones',
  },
  'issues/lock': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/lock',
    docs: 'issues/issues#lock-an-issue',
  },
  'issues/remove-all-labels': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    docs: 'issues/labels#remove-all-labels-from-an-issue',
  },
  'issues/remove-assignees': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
    docs: 'reference/issues#remove-assignees-from-an-issue',
  },
  'issues/remove-label': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    docs: 'issues/labels#remove-a-label-from-an-issue',
  },
  'issues/set-labels': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    docs: 'issues/labels#set-labels-for-an-issue',
  },
  'issues/unlock': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/lock',
    docs: 'issues/issues#unlock-an-issue',
  },
  'issues/update': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    docs: 'issues/issues#update-an-issue',
  },
  'issues/update-comment': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    docs: 'issues/comments#update-an-issue-comment',
  },
  'issues/update-label': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/labels/{name}',
    docs: 'issues/labels#update-a-label',
  },
  'meta/get': { method: 'GET', path: '/meta', docs: 'meta/meta#get-apiname-meta-information' },
  'meta/get-all-versions': { method: 'GET', path: '/versions', docs: 'meta/meta#get-all-api-versions' },
  'meta/get-zen': { method: 'GET', path: '/zen', docs: 'meta/meta#get-the-zen-of-github' },
  'meta/root': { method: 'GET', path: '/', docs: 'meta/meta#github-api-root' },
  'orgs/check-membership-for-user': {
    method: 'GET',
    path: '/orgs/{org}/members/{username}',
    docs: 'orgs/members#check-organization-membership-for-a-user',
  },
  'orgs/check-public-membership-for-user': {
    method: 'GET',
    path: '/orgs/{org}/public_members/{username}',
    docs: 'orgs/members#check-public-organization-membership-for-a-user',
  },
  'orgs/get': { method: 'GET', path: '/orgs/{org}', docs: 'orgs/orgs#get-an-organization' },
  'orgs/get-membership-for-user': {
    method: 'GET',
    path: '/orgs/{org}/memberships/{username}',
    docs: 'orgs/members#get-organization-membership-for-a-user',
  },
  'orgs/list-for-authenticated-user': {
    method: 'GET',
    path: '/user/orgs',
    docs: 'orgs/orgs#list-organizations-for-the-authenticated-user',
  },
  'orgs/list-members': { method: 'GET', path: '/orgs/{org}/members', docs: 'orgs/members#list-organization-members' },
  'orgs/list-public-members': {
    method: 'GET',
    path: '/orgs/{org}/public_members',
    docs: 'orgs/members#list-public-organization-members',
  },
  'pulls/check-if-merged': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    docs: 'pulls/pulls#check-if-a-pull-request-has-been-merged',
  },
  'pulls/create': { method: 'POST', path: '/repos/{owner}/{repo}/pulls', docs: 'pulls/pulls#create-a-pull-request' },
  'pulls/create-reply-for-review-comment': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
    docs: 'pulls/comments#create-a-reply-for-a-review-comment',
  },
  'pulls/create-review': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    docs: 'pulls/reviews#create-a-review-for-a-pull-request',
  },
  'pulls/create-review-comment': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
    docs: 'pulls/comments#create-a-review-comment-for-a-pull-request',
  },
  'pulls/delete-pending-review': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    docs: 'pulls/reviews#delete-a-pending-review-for-a-pull-request',
  },
  'pulls/delete-review-comment': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    docs: 'pulls/comments#delete-a-review-comment-for-a-pull-request',
  },
  'pulls/dismiss-review': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    docs: 'pulls/reviews#dismiss-a-review-for-a-pull-request',
  },
  'pulls/get': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    docs: 'pulls/pulls#get-a-pull-request',
  },
  'pulls/get-review': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    docs: 'pulls/reviews#get-a-review-for-a-pull-request',
  },
  'pulls/get-review-comment': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    docs: 'pulls/comments#get-a-review-comment-for-a-pull-request',
  },
  'pulls/list': { method: 'GET', path: '/repos/{owner}/{repo}/pulls', docs: 'pulls/pulls#list-pull-requests' },
  'pulls/list-comments-for-review': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments',
    docs: 'pulls/reviews#list-comments-for-a-pull-request-review',
  },
  'pulls/list-commits': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    docs: 'pulls/pulls#list-commits-on-a-pull-request',
  },
  'pulls/list-files': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    docs: 'pulls/pulls#list-pull-requests-files',
  },
  'pulls/list-requested-reviewers': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    docs: 'pulls/review-requests#get-all-requested-reviewers-for-a-pull-request',
  },
  'pulls/list-review-comments': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
    docs: 'pulls/comments#list-review-comments-on-a-pull-request',
  },
  'pulls/list-review-comments-for-repo': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/comments',
    docs: 'pulls/comments#list-review-comments-in-a-repository',
  },
  'pulls/list-reviews': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    docs: 'pulls/reviews#list-reviews-for-a-pull-request',
  },
  'pulls/merge': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    docs: 'pulls/pulls#merge-a-pull-request',
  },
  'pulls/remove-requested-reviewers': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    docs: 'pulls/review-requests#remove-requested-reviewers-from-a-pull-request',
  },
  'pulls/request-reviewers': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    docs: 'reference/pulls#request-reviewers-for-a-pull-request',
  },
  'pulls/submit-review': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events',
    docs: 'pulls/reviews#submit-a-review-for-a-pull-request',
  },
  'pulls/update': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    docs: 'pulls/pulls#update-a-pull-request',
  },
  'pulls/update-review': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}',
    docs: 'pulls/reviews#update-a-review-for-a-pull-request',
  },
  'pulls/update-review-comment': {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}',
    docs: 'pulls/comments#update-a-review-comment-for-a-pull-request',
  },
  'rate-limit/get': {
    method: 'GET',
    path: '/rate_limit',
    docs: 'rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user',
  },
  'reactions/create-for-issue': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/reactions',
    docs: 'reactions/reactions#create-reaction-for-an-issue',
  },
  'reactions/create-for-issue-comment': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    docs: 'reactions/reactions#create-reaction-for-an-issue-comment',
  },
  'reactions/create-for-pull-request-review-comment': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
    docs: 'reactions/reactions#create-reaction-for-a-pull-request-review-comment',
  },
  'reactions/delete-for-issue': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}',
    docs: 'reactions/reactions#delete-an-issue-reaction',
  },
  'reactions/delete-for-issue-comment': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}',
    docs: 'reactions/reactions#delete-an-issue-comment-reaction',
  },
  'reactions/delete-for-pull-request-comment': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}',
    docs: 'reactions/reactions#delete-a-pull-request-comment-reaction',
  },
  'reactions/list-for-issue': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/reactions',
    docs: 'reactions/reactions#list-reactions-for-an-issue',
  },
  'reactions/list-for-issue-comment': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    docs: 'reactions/reactions#list-reactions-for-an-issue-comment',
  },
  'reactions/list-for-pull-request-review-comment': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions',
    docs: 'reactions/reactions#list-reactions-for-a-pull-request-review-comment',
  },
  'repos/check-collaborator': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}',
    docs: 'collaborators/collaborators#check-if-a-user-is-a-repository-collaborator',
  },
  'repos/compare-commits-with-basehead': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/compare/{+basehead}',
    docs: 'commits/commits#compare-two-commits',
  },
  'repos/create-commit-status': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/statuses/{+sha}',
    docs: 'commits/statuses#create-a-commit-status',
  },
  'repos/create-for-authenticated-user': {
    method: 'POST',
    path: '/user/repos',
    docs: 'repos/repos#create-a-repository-for-the-authenticated-user',
  },
  'repos/create-fork': { method: 'POST', path: '/repos/{owner}/{repo}/forks', docs: 'repos/forks#create-a-fork' },
  'repos/create-in-org': {
    method: 'POST',
    path: '/orgs/{org}/repos',
    docs: 'repos/repos#create-an-organization-repository',
  },
  'repos/create-or-update-file-contents': {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/contents/{+path}',
    docs: 'repos/contents#create-or-update-file-contents',
  },
  'repos/create-repo-ruleset': {
    method: 'POST',
    path: '/repos/{owner}/{repo}/rulesets',
    docs: 'repos/rules#create-a-repository-ruleset',
  },
  'repos/delete-file': {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/contents/{+path}',
    docs: 'repos/contents#delete-a-file',
  },
  'repos/get': { method: 'GET', path: '/repos/{owner}/{repo}', docs: 'repos/repos#get-a-repository' },
  'repos/get-branch': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{+branch}',
    docs: 'branches/branches#get-a-branch',
  },
  'repos/get-branch-rules': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rules/branches/{+branch}',
    docs: 'repos/rules#get-rules-for-a-branch',
  },
  'repos/get-collaborator-permission-level': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    docs: 'collaborators/collaborators#get-repository-permissions-for-a-user',
  },
  'repos/get-combined-status-for-ref': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+ref}/status',
    docs: 'commits/statuses#get-the-combined-status-for-a-specific-reference',
  },
  'repos/get-commit': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+ref}',
    docs: 'commits/commits#get-a-commit',
  },
  'repos/get-content': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{+path}',
    docs: 'repos/contents#get-repository-content',
  },
  'repos/get-readme': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/readme',
    docs: 'repos/contents#get-a-repository-readme',
  },
  'repos/get-repo-ruleset': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rulesets/{ruleset_id}',
    docs: 'repos/rules#get-a-repository-ruleset',
  },
  'repos/get-repo-rulesets': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rulesets',
    docs: 'repos/rules#get-all-repository-rulesets',
  },
  'repos/list-branches': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches',
    docs: 'branches/branches#list-branches',
  },
  'repos/list-branches-for-head-commit': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+commit_sha}/branches-where-head',
    docs: 'commits/commits#list-branches-for-head-commit',
  },
  'repos/list-collaborators': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators',
    docs: 'collaborators/collaborators#list-repository-collaborators',
  },
  'repos/list-commit-statuses-for-ref': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+ref}/statuses',
    docs: 'commits/statuses#list-commit-statuses-for-a-reference',
  },
  'repos/list-commits': { method: 'GET', path: '/repos/{owner}/{repo}/commits', docs: 'commits/commits#list-commits' },
  'repos/list-for-authenticated-user': {
    method: 'GET',
    path: '/user/repos',
    docs: 'repos/repos#list-repositories-for-the-authenticated-user',
  },
  'repos/list-for-org': {
    method: 'GET',
    path: '/orgs/{org}/repos',
    docs: 'repos/repos#list-organization-repositories',
  },
  'repos/list-for-user': {
    method: 'GET',
    path: '/users/{username}/repos',
    docs: 'repos/repos#list-repositories-for-a-user',
  },
  'repos/list-forks': { method: 'GET', path: '/repos/{owner}/{repo}/forks', docs: 'repos/forks#list-forks' },
  'repos/list-pull-requests-associated-with-commit': {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{+commit_sha}/pulls',
    docs: 'commits/commits#list-pull-requests-associated-with-a-commit',
  },
  'repos/list-tags': { method: 'GET', path: '/repos/{owner}/{repo}/tags', docs: 'repos/repos#list-repository-tags' },
  'repos/list-teams': { method: 'GET', path: '/repos/{owner}/{repo}/teams', docs: 'repos/repos#list-repository-teams' },
  'search/issues-and-pull-requests': {
    method: 'GET',
    path: '/search/issues',
    docs: 'search/search#search-issues-and-pull-requests',
  },
  'teams/check-permissions-for-repo-in-org': {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
    docs: 'teams/teams#check-team-permissions-for-a-repository',
  },
  'teams/get-by-name': { method: 'GET', path: '/orgs/{org}/teams/{team_slug}', docs: 'teams/teams#get-a-team-by-name' },
  'teams/get-membership-for-user-in-org': {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/memberships/{username}',
    docs: 'teams/members#get-team-membership-for-a-user',
  },
  'teams/list': { method: 'GET', path: '/orgs/{org}/teams', docs: 'teams/teams#list-teams' },
  'teams/list-child-in-org': {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/teams',
    docs: 'teams/teams#list-child-teams',
  },
  'teams/list-members-in-org': {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/members',
    docs: 'teams/members#list-team-members',
  },
  'teams/list-repos-in-org': {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/repos',
    docs: 'teams/teams#list-team-repositories',
  },
  'users/get-authenticated': { method: 'GET', path: '/user', docs: 'users/users#get-the-authenticated-user' },
  'users/get-by-id': { method: 'GET', path: '/user/{account_id}', docs: 'users/users#get-a-user-using-their-id' },
  'users/get-by-username': { method: 'GET', path: '/users/{username}', docs: 'users/users#get-a-user' },
} as const;

export type OperationId = keyof typeof OPERATIONS;
