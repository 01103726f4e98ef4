import Button from '@material-ui/core/Button';
import { useState } from 'react';

export interface DownloadButtonProps {
  fileName: string;
  /** What the file will hold; asked for when the button is pressed. */
  content: () => Promise<string>;
}

/** Saves text as a file. */
export function DownloadButton({ fileName, content }: DownloadButtonProps) {
  const [said, setSaid] = useState('');
  const download = async () => {
    setSaid('Reading all of it …');
    try {
      save(fileName, await content());
      setSaid('');
    } catch (error) {
      setSaid(`It could not be read: ${error}`);
    }
  };
  return (
    <>
      <Button size="small" variant="outlined" onClick={download}>
        Download
      </Button>{' '}
      <span role="status">{said}</span>
    </>
  );
}

function save(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
