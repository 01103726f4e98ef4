import Button from '@material-ui/core/Button';
import { useState } from 'react';

/** @param what what is copied, e.g. `the lines` */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser does not allow copying: select the text'),
    );
  return (
    <>
      <Button size="small" variant="outlined" onClick={copy}>
        Copy {what}
      </Button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
