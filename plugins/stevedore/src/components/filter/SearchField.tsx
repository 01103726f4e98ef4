import TextField from '@material-ui/core/TextField';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

export interface SearchFieldProps {
  id: string;
  /** What can be searched by. */
  placeholder: string;
  value?: string;
  onChange: (value?: string) => void;
}

/** Asks when somebody has stopped typing. */
export function SearchField({
  id,
  placeholder,
  value = '',
  onChange,
}: SearchFieldProps) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextField
      type="search"
      size="small"
      variant="outlined"
      label="Search"
      id={id}
      placeholder={placeholder}
      value={text}
      InputLabelProps={{ shrink: true }}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(
          () => onChange(target.value.trim() || undefined),
          PAUSE_MS,
        );
      }}
    />
  );
}
