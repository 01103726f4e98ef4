import { BlockList, isIP } from 'node:net';

const LINK_LOCAL = new BlockList();
LINK_LOCAL.addSubnet('169.254.0.0', 16, 'ipv4');
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6');
LINK_LOCAL.addAddress('fd00:ec2::254', 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addSubnet('0.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
LOOPBACK.addAddress('::', 'ipv6');

/** Link-local and metadata addresses are never reached; loopback only where the platform says so. */
export function blockedAddress(
  address: string,
  allowLoopback: boolean,
): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const plain = address.toLowerCase().startsWith('::ffff:')
    ? address.slice(7)
    : address;
  const plainFamily = plain === address ? family : 'ipv4';
  if (LINK_LOCAL.check(plain, plainFamily)) return true;
  return !allowLoopback && LOOPBACK.check(plain, plainFamily);
}
