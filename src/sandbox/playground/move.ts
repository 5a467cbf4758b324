import type { Distance } from '../clock.js';

/** What a review comes to. */
export type ReviewWord = 'approve' | 'request-changes';

/** What somebody does on a pull request. */
export type PullMove =
  | { do: 'comment'; text: string }
  | { do: 'review'; word: ReviewWord; text: string }
  /** A new text of a file at the head; `to` is its path from then on, the same where it stays. */
  | { do: 'push'; path: string; to: string; text: string; message: string }
  /** The comment of a suggestion, by its id. */
  | { do: 'accept'; comment: number }
  | { do: 'resolve'; comment: number; resolved: boolean }
  | { do: 'close' | 'reopen' | 'merge' | 'ready' | 'draft' | 'assign' };

/** What moves the world around it. */
export type WorldMove =
  | { do: 'wait'; distance: Distance }
  /** Until Convenor does the next thing by itself. */
  | { do: 'until-due' }
  /** The next chapter of the story, or that of a number. */
  | { do: 'chapter'; index?: number }
  | { do: 'lose' | 'fail' | 'fail-after' | 'restart' | 'stop' | 'start' | 'sweep' | 'verify' };

/** Everything that can be done at a table: plain data, so that two worlds can be moved alike. */
export type Move = PullMove | WorldMove | { do: 'open'; title: string; slug: string; text: string };

/** A move that cannot be done here, with the reason in a sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
