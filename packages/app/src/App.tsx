import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** The plugins come from this package's dependencies (`app.packages: all`). */
export const app = createApp({ features: [navModule, signInModule] });
