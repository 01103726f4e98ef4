import { expect } from '@playwright/test';
import { test } from '../world/test';
import { waitingRequest } from '../world/waitingRequest';

// What the other specifications look at: 1.1.0 everywhere, and 1.2.0 that waits for prod.

test('a request for prod waits for two release managers', async ({
  release,
  ask,
}) => {
  const promotion = await waitingRequest({ release, ask }, 'web', '1.2.0');
  expect(promotion).toBeTruthy();
});
