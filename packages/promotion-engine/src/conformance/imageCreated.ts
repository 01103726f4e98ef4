import { AgeSources, createdAt } from '../adapters/oci/createdAt';
import { suite } from './answer';

export const imageCreated = suite<AgeSources>(input => ({
  createdAt: createdAt(input) ?? null,
}));
