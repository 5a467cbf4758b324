import type { Document } from './document.js';
import { fieldElsewhere, keyOf, nearField } from './keys.js';
import type { Report } from './report.js';
import type { Field, FieldName, Proposal } from './types.js';
import { readAccepted } from './values/accepted.js';
import { isPlaceholder, saysAbsent } from './values/absent.js';
import { readDate } from './values/date.js';
import { definitionsIn, pieces, textOf } from './values/inline.js';
import { readNumber } from './values/number.js';
import { readNumbers, repositoryOf } from './values/numbers.js';
import { readAuthors, readSponsors } from './values/people.js';
import type { Say } from './values/say.js';
import { readStatus, readType } from './values/vocabulary.js';

/** Reads every field's value into the proposal. `merged` of the document holds the same fields as `proposal.fields`, in that order. */
export function readFields(proposal: Proposal, { merged, lines }: Document, report: Report): void {
  const definitions = proposal.fields.some(({ raw }) => raw.includes('[')) ? definitionsIn(lines) : undefined;
  const values = proposal.fields.map((field, index) => ({
    field,
    value: pieces(merged.fields[index]?.field.text ?? field.raw, definitions),
  }));
  const link = values.find(({ field }) => field.canonical === 'pr');
  const firstPlain = merged.fields.findIndex((each) => each.field.plain);
  const home = link ? repositoryOf(link.value) : null;
  for (const [index, { field, value }] of values.entries()) {
    const say: Say = (severity, code, message, help) =>
      report(field.raw === '' ? field.position.line : field.position.value, severity, code, message, help);
    if (index === firstPlain) {
      report(
        field.position.line,
        'warning',
        'preamble/plain-key',
        `"${field.key}" was read as a field although it is not marked as one.`,
        `Write it as "- **${field.key}**: …".`,
      );
    }
    switch (field.canonical) {
      case 'status':
        ({ status: proposal.status, raw: proposal.statusRaw } = readStatus(value, say));
        break;
      case 'type':
        proposal.type = readType(value, say);
        break;
      case 'created':
        proposal.created = readDate(value, say);
        break;
      case 'authors':
        {
          const { people, group } = readAuthors(value, say);
          proposal.authors.push(...people);
          proposal.authorGroup ??= group;
        }
        break;
      case 'sponsor':
        proposal.sponsors.push(...readSponsors(value, say));
        proposal.sponsor = proposal.sponsors[0] ?? null;
        break;
      case 'workingGroup':
        proposal.workingGroup = present(textOf(value));
        break;
      case 'pr':
        proposal.pr = readNumber(value, say);
        break;
      case 'issue':
        proposal.issue = readNumber(value, say);
        break;
      case 'supersedes':
      case 'requires':
      case 'related':
        proposal[field.canonical] = [...new Set([...proposal[field.canonical], ...readNumbers(value, home, say)])];
        break;
      case 'extensionIdentifier':
        proposal.extensionIdentifier = present(textOf(value));
        break;
      case 'accepted':
        proposal.accepted = readAccepted(value, say);
        break;
      case null:
        reportUnknownKey(proposal, field, report);
        break;
      case 'number':
      case 'title':
      case 'supersededBy':
      case 'discussion':
        break;
    }
  }
}

/** A key that Convenor does not know is the author's own, unless the field that it nearly is stands nowhere. */
function reportUnknownKey(proposal: Proposal, field: Field, report: Report): void {
  const lacks = (name: FieldName | null): name is FieldName =>
    name !== null && !proposal.fields.some(({ canonical }) => canonical === name);
  const near = nearField(field.key);
  const elsewhere = fieldElsewhere(field.key);
  const say = (message: string, help: string): void => {
    report(field.position.line, 'warning', 'preamble/unknown-key', message, help);
  };
  if (lacks(near)) {
    say(`"${field.key}" is no field that Convenor knows; did you mean "${keyOf(near)}"?`, 'Correct the key.');
  } else if (lacks(elsewhere)) {
    say(
      `"${field.key}" is no field of this process, and was not read.`,
      `If it names the proposal's ${elsewhere}, write it as "- **${keyOf(elsewhere)}**: …".`,
    );
  }
}

function present(text: string): string | null {
  return saysAbsent(text) || isPlaceholder(text) ? null : text;
}
