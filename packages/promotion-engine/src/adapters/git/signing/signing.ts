import { GitIdentity } from '../../../ports/git';

export interface SignatureRequest {
  payload: Buffer;
  /** Private key, ASCII-armoured OpenPGP or OpenSSH. */
  key: string;
  /** Whom the key has to belong to. */
  identity: GitIdentity;
  /** Seconds since the epoch; equal input gives an equal signature. */
  at: number;
}

/** A directory that nobody else reads and that is gone afterwards, and the programs that work in it. */
export interface SigningPlace {
  directory: string;
  run(program: SigningProgram, args: string[]): Promise<string>;
}

export type SigningProgram = 'gpg' | 'gpgconf' | 'ssh-keygen';
