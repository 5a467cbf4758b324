import type { App, WebhookDelivery } from '../state/types.js';

/** Takes a webhook to its app. @returns the status of the answer; 0 where there was none */
export type Transport = (app: App, delivery: WebhookDelivery) => Promise<number>;

/** GitHub waits this long for an answer. */
const PATIENCE_MS = 10_000;

/** What GitHub sends with a webhook. */
export function headersOf(app: App, delivery: WebhookDelivery): Record<string, string> {
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/5a0d0b1',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': String(delivery.hookId),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': delivery.signature,
  };
}

/** Posts it over HTTP. Nobody there, or nobody who answers in time, is status 0: GitHub does not try again by itself. */
export const postDelivery: Transport = async (app, delivery) => {
  if (app.webhook.url === null) return 0;
  try {
    const response = await fetch(app.webhook.url, {
      method: 'POST',
      headers: headersOf(app, delivery),
      body: delivery.payload,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
};
