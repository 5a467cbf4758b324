/** People and what they do, in a test's words: see `World` for where to begin. */
export { IssueHandle, PullRequestHandle } from './people/handles.js';
export { Person, type OpensPullRequest } from './people/person.js';
export { Seen, type Unseen } from './people/seen.js';
export { World } from './people/world.js';
