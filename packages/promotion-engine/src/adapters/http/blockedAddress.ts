import { BlockList, isIP } from 'node:net';

const NEVER = new BlockList();
NEVER.addSubnet('169.254.0.0', 16, 'ipv4');
NEVER.addSubnet('fe80::', 10, 'ipv6');
// metadata services that are not link-local: AWS over IPv6, Alibaba Cloud, Oracle Cloud, Azure
NEVER.addAddress('fd00:ec2::254', 'ipv6');
NEVER.addAddress('100.100.100.200', 'ipv4');
NEVER.addAddress('192.0.0.192', 'ipv4');
NEVER.addAddress('168.63.129.16', 'ipv4');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addSubnet('0.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
LOOPBACK.addAddress('::', 'ipv6');

/** Prefixes of 96 bits behind which an IPv4 address is reached: mapped, compatible, NAT64 (RFC 4291, RFC 6052). */
const EMBEDDING = ['0:0:0:0:0:ffff:', '0:0:0:0:0:0:', '64:ff9b:0:0:0:0:'];

/** Link-local and metadata addresses are never reached; loopback only where the platform says so. */
export function blockedAddress(
  address: string,
  allowLoopback: boolean,
): boolean {
  return [address, embeddedIPv4(address)].some(
    each => each !== undefined && isBlocked(each, allowLoopback),
  );
}

/** `localhost` and addresses that are loopback however they are resolved. */
export function isLoopbackName(hostname: string): boolean {
  const name = hostname.toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const family = familyOf(name);
  return family !== undefined && LOOPBACK.check(name, family);
}

function isBlocked(address: string, allowLoopback: boolean): boolean {
  const family = familyOf(address);
  if (!family) return false;
  if (NEVER.check(address, family)) return true;
  return !allowLoopback && LOOPBACK.check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 6 ? 'ipv6' : 'ipv4';
}

function embeddedIPv4(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address.replace(/%.*$/, ''));
  const [high, low] = groups.slice(-2);
  const prefix = `${groups
    .slice(0, 6)
    .map(group => group.toString(16))
    .join(':')}:`;
  if (!EMBEDDING.includes(prefix)) return undefined;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address in any spelling; URL knows them all. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [head, tail] = hostname.slice(1, -1).split('::');
  const parse = (text = '') =>
    text === '' ? [] : text.split(':').map(group => parseInt(group, 16));
  const [left, right] = [parse(head), parse(tail)];
  const missing = Array<number>(8 - left.length - right.length).fill(0);
  return [...left, ...missing, ...right];
}
