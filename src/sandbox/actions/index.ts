import type { GitHub } from '../state/github.js';
import * as accounts from './accounts.js';
import * as apps from './apps.js';
import * as checks from './checks.js';
import * as comments from './comments.js';
import * as commits from './commits.js';
import * as discussions from './discussions.js';
import * as gitData from './git-data.js';
import * as issues from './issues.js';
import * as labels from './labels.js';
import * as merge from './merge.js';
import * as pulls from './pulls.js';
import * as reactions from './reactions.js';
import { renameBranch } from './rename-branch.js';
import * as repositories from './repositories.js';
import * as reviewComments from './review-comments.js';
import * as reviewers from './reviewers.js';
import * as reviews from './reviews.js';
import * as settings from './repository-settings.js';
import * as suggestions from './suggestions.js';
import * as triage from './triage.js';
import type { Actions } from './types.js';

/** All that can be done on one GitHub. Each act comes a second after the one before. */
export function bindActions(github: GitHub): Actions {
  const act =
    <A extends unknown[], R>(action: (github: GitHub, ...args: A) => R) =>
    (...args: A): R => {
      github.beginAct();
      return action(github, ...args);
    };
  return {
    createUser: act(accounts.createUser),
    createOrganization: act(accounts.createOrganization),
    renameUser: act(accounts.renameUser),
    deleteUser: act(accounts.deleteUser),
    addOrganizationMember: act(accounts.addOrganizationMember),
    removeOrganizationMember: act(accounts.removeOrganizationMember),
    createTeam: act(accounts.createTeam),
    addTeamMember: act(accounts.addTeamMember),
    removeTeamMember: act(accounts.removeTeamMember),

    createApp: act(apps.createApp),
    installApp: act(apps.installApp),
    acceptPermissions: act(apps.acceptPermissions),
    uninstallApp: act(apps.uninstallApp),
    addToInstallation: act(apps.addToInstallation),
    removeFromInstallation: act(apps.removeFromInstallation),
    createUserToken: act(apps.createUserToken),
    createInstallationToken: act(apps.createInstallationToken),

    createRepository: act(repositories.createRepository),
    forkRepository: act(repositories.forkRepository),
    renameRepository: act(repositories.renameRepository),
    transferRepository: act(repositories.transferRepository),
    deleteRepository: act(repositories.deleteRepository),
    archiveRepository: act(settings.archiveRepository),
    setDefaultBranch: act(settings.setDefaultBranch),
    renameBranch: act(renameBranch),
    setCollaborator: act(settings.setCollaborator),
    setTeamAccess: act(settings.setTeamAccess),
    createRuleset: act(settings.createRuleset),
    createLabel: act(labels.createLabel),
    updateLabel: act(labels.updateLabel),
    deleteLabel: act(labels.deleteLabel),

    createBlob: act(gitData.createBlob),
    createTree: act(gitData.createTree),
    createCommit: act(gitData.createCommit),
    createRef: act(gitData.createRef),
    updateRef: act(gitData.updateRef),
    deleteRef: act(gitData.deleteRef),
    restoreHeadBranch: act(gitData.restoreHeadBranch),
    push: act(commits.push),
    putContents: act(commits.putContents),
    createCommitOnBranch: act(commits.createCommitOnBranch),

    startDiscussion: act(discussions.startDiscussion),
    commentOnDiscussion: act(discussions.commentOnDiscussion),
    editDiscussion: act(discussions.editDiscussion),

    openIssue: act(issues.openIssue),
    editIssue: act(issues.editIssue),
    lock: act(issues.lock),
    unlock: act(issues.unlock),
    addLabels: act(triage.addLabels),
    setLabels: act(triage.setLabels),
    removeLabel: act(triage.removeLabel),
    addAssignees: act(triage.addAssignees),
    removeAssignees: act(triage.removeAssignees),
    createComment: act(comments.createComment),
    editComment: act(comments.editComment),
    deleteComment: act(comments.deleteComment),
    minimizeComment: act(comments.minimizeComment),
    unminimizeComment: act(comments.unminimizeComment),
    deleteRevision: act(comments.deleteRevision),
    addReaction: act(reactions.addReaction),
    removeReaction: act(reactions.removeReaction),

    openPull: act(pulls.openPull),
    editPull: act(pulls.editPull),
    setDraft: act(pulls.setDraft),
    mergePull: act(merge.mergePull),
    requestReviewers: act(reviewers.requestReviewers),
    removeReviewers: act(reviewers.removeReviewers),
    createReview: act(reviews.createReview),
    submitReview: act(reviews.submitReview),
    editReview: act(reviews.editReview),
    dismissReview: act(reviews.dismissReview),
    deleteReview: act(reviews.deleteReview),
    createReviewComment: act(reviewComments.createReviewComment),
    replyToReviewComment: act(reviewComments.replyToReviewComment),
    editReviewComment: act(reviewComments.editReviewComment),
    deleteReviewComment: act(reviewComments.deleteReviewComment),
    setThreadResolved: act(reviewComments.setThreadResolved),
    acceptSuggestion: act(suggestions.acceptSuggestion),

    createCheckRun: act(checks.createCheckRun),
    updateCheckRun: act(checks.updateCheckRun),
    rerequestCheckRun: act(checks.rerequestCheckRun),
    requestCheckAction: act(checks.requestCheckAction),
    rerequestCheckSuite: act(checks.rerequestCheckSuite),
    createStatus: act(checks.createStatus),
    enqueue: act(checks.enqueue),
  };
}
