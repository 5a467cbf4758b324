import type { Verifiable } from '../../src/ledger/verify/index.js';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { recordIn } from '../../src/sandbox/record.js';
import { brought, DRAFT, RULES, rulesWith, WIRE_FORMAT, withItem } from '../story/places.js';
import { strike } from '../story/stage.js';

const PARTICIPANT =
  '| Pia Roos | Open Tides | [@piaroos](https://github.com/piaroos) | | Participant |\n| Ravi Menon |';

/** Somebody writes something; a minute passes, so that no two words are of one instant. */
async function says(told: Told, login: string, body: string): Promise<void> {
  await told.world.user(login).comments(told.pull, body);
  await told.sandbox.clock.advance({ minutes: 1 });
}

/**
 * Wire Format votes, with all that can happen to a ballot: one is replaced, one is of somebody who then leaves, one stands
 * beside the quorum, one is an outsider's, some fall by a change of the text and one of them is cast again.
 * @returns the record that the vote leaves, which passed
 */
export async function voteStory(): Promise<Verifiable> {
  const told = await brought({
    ...INVENTED,
    [WIRE_FORMAT]: withItem(WIRE_FORMAT).replace('| Ravi Menon |', PARTICIPANT),
    [RULES]: rulesWith({ 'wire-format': { authority: 'advise' } }),
  });
  await says(told, 'kofiadu', '/sep sponsor');
  await says(told, 'noorhaddad', '/vote start scope');
  await says(told, 'linokafor', '/vote no\nNot yet.');
  await says(told, 'linokafor', '/vote yes\nNow I have | measured it.\n<b>Twice</b>, says @passerby.');
  await says(told, 'ravimenon', '/vote no');
  await says(told, 'ravimenon', '/vote recuse I wrote the competing proposal.');
  await says(told, 'passerby', '/vote no');
  await says(told, 'tomasvik', '/vote abstain');
  const text = told.play.proposal.text.replace('## Specification', '## Specification\n\nA frame MUST be red.');
  await told.cast.author.pushes(told.pull, { files: { [DRAFT]: text } });
  await says(told, 'noorhaddad', '/vote yes');
  await says(told, 'linokafor', '/vote yes\nRed is fine.');
  await says(told, 'piaroos', '/vote yes Measured it on our buoys.');
  await says(told, 'linokafor', '/concern The figure is too small.');
  await told.sandbox.clock.advance({ days: 11 });
  const record = recordIn(told.sandbox.state, told.repo, told.rules.record.branch);
  if (told.bench.log.errors.length > 0) throw new Error(told.bench.log.errors.join('\n'));
  await strike(told);
  return record;
}
