import { inWords } from '../../judge/instants.js';
import type { LineBody, LineOf } from '../../ledger/lines.js';

/** A line of a ledger as people read it: what happened, in one sentence of plain text. */
export function lineInWords(line: LineBody): string {
  switch (line.kind) {
    case 'opened':
      return `${line.by?.login ?? 'An account that is gone'} opened the ${line.subject.kind} #${line.subject.number}.`;
    case 'head-seen':
      return `The head ${line.commit.slice(0, 7)} was seen first: ${line.path}.`;
    case 'act':
      return actInWords(line);
    case 'opens':
      return opensInWords(line);
    case 'closes':
      return `${line.decision} ended (${line.outcome}). ${line.why}`;
    case 'pull':
      return `The pull request is ${line.state}.`;
    case 'intent':
      return intentInWords(line);
  }
}

function actInWords({ by, command, args, problem }: LineOf<'act'>): string {
  const said = `${by.login} said \`/${[command, ...args].join(' ')}\``;
  return problem === null ? `${said}.` : `${said}, which could not be read.`;
}

const FORMS: Record<LineOf<'opens'>['form'], string> = {
  consensus: 'A lazy consensus',
  'veto-window': "The core's window to object",
  core: "The core's decision",
};

function opensInWords({ form, decision, group, electorate, deadline }: LineOf<'opens'>): string {
  const whose = form === 'consensus' && group !== null ? ` of ${group}` : '';
  const people = electorate.map(({ login }) => login).join(', ');
  return `${FORMS[form]}${whose} opened as ${decision} until ${inWords(deadline)}. Counted are ${people}.`;
}

function intentInWords({ key, people }: LineOf<'intent'>): string {
  const whom = people.map(({ login }) => login).join(', ');
  const [kind = '', about = ''] = key.split(':');
  switch (kind) {
    case 'status':
      return 'Convenor is about to write its status comment.';
    case 'reply':
      return `Convenor is about to answer${whom === '' ? ' a comment' : ` ${whom}`}.`;
    case 'ask':
      return `Convenor is about to ask ${whom === '' ? 'nobody' : whom} to adopt it for ${about}.`;
    case 'suggest':
      return `Convenor is about to suggest an edit of the line ${about}.`;
    default:
      return `Convenor is about to write ${key}.`;
  }
}
