import { mockServices } from '@backstage/backend-test-utils';
import { followSources } from './followSources';

describe('followSources', () => {
  const logger = mockServices.logger.mock();
  let looks: string[];
  let looked: () => void;
  let following: ReturnType<typeof followSources>;
  let look: (annotation: string, target: string) => Promise<void>;

  const nextLook = () =>
    new Promise<void>(resolve => {
      looked = resolve;
    });

  beforeEach(() => {
    looks = [];
    look = async () => undefined;
    following = followSources({
      look: async (annotation, target) => {
        looks.push(`${annotation} ${target}`);
        looked();
        await look(annotation, target);
      },
      logger,
      settleMs: 20,
    });
  });
  afterEach(() => following.stop());

  it('looks once at a burst', async () => {
    const done = nextLook();
    for (let count = 0; count < 5; count++) following.changed('a', 'x');
    await done;
    await following.stop();
    expect(looks).toEqual(['a x']);
  });

  it('looks again at what changes during a look', async () => {
    let release = () => {};
    look = () =>
      new Promise(resolve => {
        release = resolve;
      });
    let done = nextLook();
    following.changed('a', 'x');
    await done;
    done = nextLook();
    following.changed('a', 'x');
    release();
    await done;
    release();
    expect(looks).toEqual(['a x', 'a x']);
  });

  it('goes on after a look that fails', async () => {
    look = async () => {
      throw new Error('no catalog');
    };
    let done = nextLook();
    following.changed('a', 'x');
    await done;
    done = nextLook();
    following.changed('a', 'y');
    await done;
    await following.stop();
    expect(looks).toEqual(['a x', 'a y']);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('does nothing once it is stopped', async () => {
    following.changed('a', 'x');
    await following.stop();
    following.changed('a', 'x');
    await following.stop();
    expect(looks).toEqual([]);
  });
});
