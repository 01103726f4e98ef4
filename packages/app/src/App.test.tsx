import { fireEvent, render, screen } from '@testing-library/react';
import { app } from './App';

const config = {
  app: { title: 'Test', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
  stevedore: {
    demo: { people: [{ name: 'ada', title: 'Ada', role: 'developer' }] },
  },
};

describe('the app', () => {
  const environment = process.env;
  afterEach(() => {
    process.env = environment;
    jest.restoreAllMocks();
    window.sessionStorage.clear();
  });

  // the page is loaded lazily, and compiled the first time
  const patience = { timeout: 30_000 };

  it('asks who one is, and signs in as the one chosen', async () => {
    process.env = {
      ...environment,
      APP_CONFIG: [{ data: config, context: 'test' }] as any,
    };
    const fetched = jest
      .spyOn(window, 'fetch')
      .mockRejectedValue(new Error('no backend in this test'));
    render(app.createRoot());

    fireEvent.click(await screen.findByText('Ada', {}, patience));

    await screen.findAllByText(/no backend in this test/, {}, patience);
    const [url, init] = fetched.mock.calls.find(([asked]) =>
      String(asked).includes('/api/auth/'),
    )!;
    expect(url).toBe('http://localhost:7007/api/auth/demo/refresh');
    expect(new Headers(init?.headers).get('x-demo-person')).toBe('ada');
  }, 90_000);
});
