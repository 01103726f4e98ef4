/** What a state looks like; the same shape is never two words. */
export type Shape =
  | 'dot'
  | 'ring'
  | 'check'
  | 'hourglass'
  | 'arrow'
  | 'half'
  | 'stack'
  | 'play'
  | 'cross'
  | 'bar'
  | 'dash'
  | 'question'
  | 'skip'
  | 'shield';

/** Colour of the shape, by the host's palette; the word says the same. */
export type Tone = 'good' | 'attention' | 'bad' | 'busy' | 'quiet';

export interface Badge {
  shape: Shape;
  tone: Tone;
  word: string;
}
