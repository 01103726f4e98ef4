import { createHttpClient } from '../../adapters/http';
import { MetricService } from '../../kinds/verifiers/_shared/testing/MetricService';
import { builtInKinds } from '../../registry/builtInKinds';
import { analyse } from './analyse';

const { verifiers } = builtInKinds();
const secretsOf = (service: MetricService) => ({
  'token-secret': { apiToken: 'of-the-api' },
  'oauth-secret': { secret: 'of-oauth' },
  'basicauth-secret': { username: 'grafana', secret: 'of-basic' },
  datadog: { address: service.address, 'api-key': 'a', 'app-key': 'b' },
  mysecret: { address: service.address, 'api-key': 'c', 'app-key': 'd' },
  'my-newrelic-secret': {
    'personal-api-key': 'of-mine',
    'account-id': '42',
    'base-url-nerdgraph': `${service.address}/graphql`,
  },
});

/** A service for the tests of a file. @returns it, and what runs an example against its one answer */
export function providerExamples() {
  const service = new MetricService();
  beforeAll(() => service.start());
  afterAll(() => service.stop());
  beforeEach(() => {
    service.requests.length = 0;
  });
  const run = (
    template: string,
    answer: unknown,
    args?: Record<string, string>,
  ) => providerExample(service, { template, answer, args });
  return { service, run };
}

/** `ADDRESS` in it is where the service is. */
async function providerExample(
  service: MetricService,
  of: { template: string; answer: unknown; args?: Record<string, string> },
) {
  const { template, answer, args = { 'service-name': 'guestbook' } } = of;
  service.answer = { body: answer };
  const { phase, measurements, minutes } = await analyse({
    templates: [template.replaceAll('ADDRESS', service.address)],
    verifiers,
    args,
    secrets: secretsOf(service),
    http: createHttpClient({ allow: ['127.0.0.1'] }),
  });
  const said = measurements.map(({ message }) => message).filter(Boolean);
  return { phase, minutes, said, asked: service.requests };
}
