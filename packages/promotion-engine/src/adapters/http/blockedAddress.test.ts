import { blockedAddress, isLoopbackName } from './blockedAddress';

describe('blockedAddress', () => {
  it.each([
    '169.254.169.254',
    '169.254.0.1',
    'fe80::1',
    'febf::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::169.254.169.254',
    '64:ff9b::a9fe:a9fe',
  ])('never reaches %s', address => {
    expect(blockedAddress(address, true)).toBe(true);
  });

  it.each(['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::', '::ffff:7f00:1'])(
    'reaches %s only where loopback is allowed',
    address => {
      expect(blockedAddress(address, false)).toBe(true);
      expect(blockedAddress(address, true)).toBe(false);
    },
  );

  it.each([
    '10.0.0.1',
    '192.0.0.191',
    '170.254.0.1',
    'fd00:ec2::255',
    '2001:db8::a9fe:a9fe',
    '::ffff:10.0.0.1',
    'acme.example',
  ])('lets %s pass', address => {
    expect(blockedAddress(address, false)).toBe(false);
  });
});

it.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['a.localhost', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['localhost.acme.example', false],
  ['10.0.0.1', false],
])('knows whether %s is this machine', (name, is) => {
  expect(isLoopbackName(name)).toBe(is);
});
