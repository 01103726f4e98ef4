import { makeStyles } from '@material-ui/core/styles';

/** Marks what this plugin renders, so that a tool can tell it from the host's. */
export const OURS = { 'data-stevedore': '' };

const useStyles = makeStyles(
  theme => ({
    ours: {
      // fields show the focus by their border; themes may switch ripples off
      '& :focus-visible:not(input):not(textarea)': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
      // what fills a clipped frame shows it inside
      '& [data-focus-inside]:focus-visible:not(input):not(textarea)': {
        outlineOffset: -2,
      },
    },
  }),
  { name: 'StevedoreOurs' },
);

/** For each root of what this plugin renders: marks it, and lets everybody see where the keyboard is. */
export function useOurs(...classNames: string[]) {
  const classes = useStyles();
  return { ...OURS, className: [classes.ours, ...classNames].join(' ') };
}
