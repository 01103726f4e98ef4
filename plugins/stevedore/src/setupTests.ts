import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// a whole page is drawn in each test; on a busy machine that takes its time
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

/**
 * A search by role asks how each element looks, and matching it with every rule of Material UI takes most of a test's
 * time. Whether something is there never hangs on a class here, so what stands on the elements themselves is enough.
 */
window.getComputedStyle = element => {
  const { style } = element as HTMLElement;
  const hiding = element.closest<HTMLElement>('[style*="visibility"]');
  if (!hiding || hiding === element) return style;
  const inherited = document.createElement('span').style;
  inherited.cssText = style.cssText;
  inherited.visibility = hiding.style.visibility;
  return inherited;
};
