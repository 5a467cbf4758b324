import { z } from 'zod';
import type { RepositoryRef } from '../facts/facts.js';
import { CHANNEL_NAME } from './channel-name.js';
import { SERVICES, serviceOf } from './services.js';
import { Address, type Channel, type Tell } from './tell.js';

/** A channel that can be told something. */
export interface Told extends Channel {
  tell: Tell;
}

/** `owner/name` in lower case, then channels by name. A repository has its own: no other one's rules can write there. */
export type Channels = ReadonlyMap<string, ReadonlyMap<string, Told>>;

/** No channel of any repository. */
export const NO_CHANNELS: Channels = new Map();

const shape = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Reads the channels of the app's own configuration: `{"owner/name": {"core": "https://…"}}`.
 * @param problems gets everything that is wrong, each in a sentence that holds no address
 */
export function readChannels(value: string | undefined, problems: string[]): Channels {
  if (value === undefined) return NO_CHANNELS;
  const read = shape.safeParse(parsed(value));
  if (!read.success) {
    problems.push('CHANNELS is no JSON of the form {"owner/name": {"channel": "https://…"}}.');
    return NO_CHANNELS;
  }
  const found = new Map<string, Map<string, Told>>();
  for (const [repository, named] of Object.entries(read.data)) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
      // Not repeated: it may be an address in the wrong place.
      problems.push('CHANNELS has a key that is not written owner/name.');
      continue;
    }
    const channels = new Map<string, Told>();
    for (const [name, address] of Object.entries(named)) {
      const service = serviceOf(address);
      if (!CHANNEL_NAME.test(name)) {
        problems.push(
          `CHANNELS has a channel of ${repository} whose name is none: small letters, digits and hyphens, 50 at most.`,
        );
      } else if (!service) {
        const known = SERVICES.map((one) => one.name).join(', ');
        problems.push(`CHANNELS has an address for ${name} of ${repository} that is no webhook of ${known}.`);
      } else channels.set(name, { name, address: new Address(address), tell: service.tell });
    }
    found.set(repository.toLowerCase(), channels);
  }
  return found;
}

/** The channels of a repository, by name. */
export const channelsOf = (channels: Channels, { owner, name }: RepositoryRef): ReadonlyMap<string, Told> =>
  channels.get(`${owner}/${name}`.toLowerCase()) ?? new Map();

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
