import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// a whole page is drawn in each test; on a busy machine that takes its time
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);
