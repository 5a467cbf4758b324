import { inWords } from '../../judge/instants.js';
import type { LineBody, LineOf, Who } from '../../ledger/lines.js';

/** A line of a ledger as people read it: what happened, in one sentence of plain text. */
export function lineInWords(line: LineBody): string {
  switch (line.kind) {
    case 'opened':
      return `${line.by?.login ?? 'An account that is gone'} opened the ${line.subject.kind} #${line.subject.number}.`;
    case 'head-seen':
      return `The head ${line.commit.slice(0, 7)} was seen first: ${line.path}.`;
    case 'bound':
      return line.groups.length > 0
        ? line.groups.map(({ says }) => says).join(' ')
        : 'No charter and no delegation binds it any more.';
    case 'taken-over':
      return `It was taken over as ${line.status}, by what stood there when Convenor came.`;
    case 'confirmed':
      return `The list on the default branch says that it is ${line.status}.`;
    case 'act':
      return actInWords(line);
    case 'opens':
      return opensInWords(line);
    case 'closes':
      return `${line.decision} ended (${line.outcome}). ${line.why}`;
    case 'pull':
      return `The pull request is ${line.state}.`;
    case 'muted':
      return `${line.by === 'lock' ? 'The conversation' : 'The repository'} is ${line.muted ? '' : 'no longer '}${line.by === 'lock' ? 'locked' : 'archived'}.`;
    case 'notice':
      return `Every warning was seen: it becomes dormant on ${inWords(line.deadline)} unless somebody sponsors it.`;
    case 'lapses':
      return line.why;
    case 'intent':
      return `Convenor is about to make ${creationInWords(line.key, line.people)}.`;
    case 'nomination':
      return `${line.nominee.login}: ${line.matter} (${line.to}) opened${line.deadline === null ? '' : ` until ${inWords(line.deadline)}`}.`;
    case 'contributions':
      return `What GitHub showed of the work of ${line.login} was written down.`;
    case 'settled':
      return `It ended (${line.outcome}). ${line.why}`;
    case 'made':
      return `Seen on GitHub: ${creationInWords(line.key, [])}.`;
  }
}

function actInWords({ by, command, args, text, problem }: LineOf<'act'>): string {
  // An argument may be what stands on the lines below, which is told apart from the command.
  const words = [command, ...args.filter((word) => word !== '' && word !== text)];
  const said = `${by.login} said \`/${words.join(' ')}\``;
  return problem === null ? `${said}.` : `${said}, which could not be read.`;
}

const FORMS: Record<LineOf<'opens'>['form'], string> = {
  consensus: 'A lazy consensus',
  'veto-window': "The core's window to object",
  core: "The core's decision",
  vote: 'A vote',
  'core-veto': "The core's veto",
  'lead-veto': "A Lead Maintainer's veto",
  escalation: 'An escalation',
};

function opensInWords({ form, decision, group, electorate, deadline }: LineOf<'opens'>): string {
  const whose = (form === 'consensus' || form === 'vote') && group !== null ? ` of ${group}` : '';
  const people = electorate.map(({ login }) => login).join(', ');
  return `${FORMS[form]}${whose} opened as ${decision} until ${inWords(deadline)}. Counted are ${people}.`;
}

/** What is created under a key. @param people whom it asks something of; empty where that is not known */
function creationInWords(key: string, people: readonly Who[]): string {
  const whom = people.length === 0 ? '' : ` to ${people.map(({ login }) => login).join(', ')}`;
  const [kind = '', about = '', value = ''] = key.split(':');
  switch (kind) {
    case 'status':
      return 'the status comment';
    case 'remind':
      return `a reminder${whom}`;
    case 'warn':
      return `a warning of its dormancy${whom}`;
    case 'reply':
      return `a reply${whom}`;
    case 'ask':
      return `the request${whom} to adopt it for ${about}`;
    case 'roster-pull':
      return 'the pull request for the roster';
    case 'close':
      return 'a move: the pull request is closed';
    case 'reopen':
      return 'a move: the pull request is opened again';
    case 'suggest':
      // A finding is named by its code, which has a stroke in it; a line that the record has overtaken by its field.
      return about.includes('/')
        ? `the suggestion that mends \`${about}\``
        : `the suggestion \`${about.charAt(0).toUpperCase()}${about.slice(1)}: ${value}\``;
    default:
      return key;
  }
}
