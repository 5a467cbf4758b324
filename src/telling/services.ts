import { isDiscord, tellDiscord } from './discord.js';
import type { Tell } from './tell.js';

/** A service that can be told things. */
interface Service {
  name: string;
  /** Whether an address is one of its own: nothing else is ever called. */
  owns: (url: URL) => boolean;
  tell: Tell;
}

/** Every service that there is. Another one is a file beside this, and a line here. */
export const SERVICES: readonly Service[] = [{ name: 'Discord', owns: isDiscord, tell: tellDiscord }];

/** The service that an address belongs to; null for none. */
export function serviceOf(address: string): Service | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return SERVICES.find(({ owns }) => owns(url)) ?? null;
}
