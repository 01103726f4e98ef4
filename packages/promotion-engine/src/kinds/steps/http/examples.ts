import { StepExample } from '../../../registry/step';

const url = 'https://tickets.example/api/changes';
const json = { 'content-type': 'application/json' };

export const httpExamples: StepExample[] = [
  {
    title: 'asks, and makes outputs of the answer',
    config: {
      url,
      queryParams: [{ name: 'state', value: 'open & new' }],
      outputs: [
        { name: 'first', fromExpression: 'response.body.changes[0].id' },
        { name: 'type', fromExpression: 'response.header("Content-Type")' },
      ],
    },
    http: [
      {
        request: { method: 'GET', url: `${url}?state=open+%26+new` },
        response: {
          status: 200,
          headers: json,
          body: '{"changes": [{"id": "CHG-1"}]}',
        },
      },
    ],
    output: { status: 200, first: 'CHG-1', type: 'application/json' },
  },
  {
    title: 'tells somebody, with a key by which a repetition is known',
    config: {
      method: 'POST',
      url,
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      body: '{"title": "Release 1.1.0"}',
    },
    http: [
      {
        request: {
          method: 'POST',
          url,
          headers: {
            ...json,
            'idempotency-key':
              '3e14c50021ff141bfc68f53dc27c91a89fb6a4ab5b6be9ad69d52c3bffcc426c',
          },
          body: '{"title": "Release 1.1.0"}',
        },
        response: { status: 201, headers: {}, body: '' },
      },
    ],
    output: { status: 201 },
    message: `POST ${url}: 201`,
  },
  {
    title: 'waits for what the answer says',
    config: {
      url,
      pollInterval: '1m',
      successExpression: 'response.body.state == "approved"',
      failureExpression: 'response.body.state == "rejected"',
    },
    http: [
      {
        request: { url },
        response: { status: 200, headers: json, body: '{"state": "new"}' },
      },
    ],
    status: 'waiting',
    message: 'the answer (200) decides nothing yet',
  },
  {
    title: 'fails for good, in the words of the answer',
    config: {
      url,
      successExpression: 'response.body.state == "approved"',
      failureExpression: 'response.body.state == "rejected"',
      errorExpression: 'response.body?.reason ?? response.body?.error',
    },
    http: [
      {
        request: { url },
        response: {
          status: 200,
          headers: json,
          body: '{"state": "rejected", "reason": "freeze until Monday"}',
        },
      },
    ],
    status: 'failed',
    message: 'the answer (200) meets failureExpression: freeze until Monday',
  },
  {
    title: 'sends a file',
    config: { method: 'PUT', url, bodyFromFile: './src/change.yaml' },
    files: { 'src/change.yaml': 'title: Release\n' },
    http: [
      {
        request: { method: 'PUT', url, body: 'title: Release\n' },
        response: { status: 204, headers: {}, body: '' },
      },
    ],
    output: { status: 204 },
  },
  {
    title: 'errs where the answer is no success, and nothing says what is one',
    config: { url },
    http: [
      { request: { url }, response: { status: 503, headers: {}, body: 'no' } },
    ],
    status: 'failed',
    message: `GET ${url}: 503`,
  },
];
