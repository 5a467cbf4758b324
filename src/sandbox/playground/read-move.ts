import type { Move, ReviewWord } from './move.js';

/** What was posted: names and values as the form had them. */
export type Fields = URLSearchParams;

/** A move, or in a sentence why the form holds none. */
export type Reading = { ok: true; move: Move } | { ok: false; problem: string };

const WORDS: readonly ReviewWord[] = ['approve', 'request-changes'];
/** How far the clock can be moved with one button. */
const DISTANCES: ReadonlyMap<string, { hours?: number; days?: number; minutes?: number }> = new Map([
  ['minute', { minutes: 1 }],
  ['hour', { hours: 1 }],
  ['day', { days: 1 }],
  ['week', { days: 7 }],
]);
const PLAIN = [
  ...(['close', 'reopen', 'merge', 'ready', 'draft', 'assign', 'until-due', 'chapter', 'lose', 'fail'] as const),
  ...(['fail-after', 'restart', 'stop', 'start', 'sweep', 'verify'] as const),
];

/** A path below the root of a repository, as Git takes it. */
const isPath = (path: string): boolean =>
  path.length <= 200 && path.split('/').every((part) => part !== '' && !/^\.{1,2}$|^\.git$|[\0-\x1f\\:]/i.test(part));

function readReview(wanted: string, text: string): Reading {
  const word = WORDS.find((one) => one === wanted);
  if (word === undefined) return { ok: false, problem: 'A review approves or asks for changes.' };
  if (word !== 'approve' && text.trim() === '') {
    return { ok: false, problem: 'Who asks for changes says which: write them into the box.' };
  }
  return { ok: true, move: { do: 'review', word, text } };
}

/** Reads a posted form, strictly: what the page's own forms cannot send is refused. */
export function readMove(fields: Fields): Reading {
  const wanted = fields.get('do') ?? '';
  // A browser sends line ends as CRLF, whatever stood in the box.
  const text = (fields.get('text') ?? '').replace(/\r\n?/g, '\n');
  const move = (move: Move): Reading => ({ ok: true, move });
  const no = (problem: string): Reading => ({ ok: false, problem });
  const plain = PLAIN.find((one) => one === wanted);
  if (plain !== undefined) return move({ do: plain });
  switch (wanted) {
    case 'comment': {
      const word = fields.get('review');
      // The buttons of one box: a comment, or a review with the same words.
      if (word !== null) return readReview(word, text);
      return text.trim() === '' ? no('A comment needs words.') : move({ do: 'comment', text });
    }
    case 'push': {
      const path = fields.get('path') ?? '';
      if (path === '') return no('A push needs a file.');
      const to = fields.get('to')?.trim() || path;
      if (!isPath(to)) return no(`"${to}" is no path of a file, such as seps/12-short-frames.md.`);
      return move({ do: 'push', path, to, text, message: fields.get('message')?.trim() || `Update ${to}` });
    }
    case 'accept':
    case 'resolve': {
      const comment = Number(fields.get('comment'));
      if (!Number.isSafeInteger(comment) || comment <= 0) return no('Which comment is meant?');
      if (wanted === 'accept') return move({ do: 'accept', comment });
      return move({ do: 'resolve', comment, resolved: fields.get('resolved') !== 'no' });
    }
    case 'wait': {
      const distance = DISTANCES.get(fields.get('for') ?? '');
      return distance ? move({ do: 'wait', distance }) : no('How far is the clock to be moved?');
    }
    case 'open': {
      const title = (fields.get('title') ?? '').trim();
      const slug = (fields.get('slug') ?? '').trim();
      if (title === '') return no('A pull request needs a title.');
      if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug)) {
        return no('The name of the file is of small letters, digits and hyphens, such as short-frames.');
      }
      if (text.trim() === '') return no('A proposal needs a text.');
      return move({ do: 'open', title, slug, text });
    }
    default:
      return no('There is nothing of that name to do.');
  }
}
