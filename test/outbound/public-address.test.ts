import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {judgeAddress} from '../../src/outbound/public-address.ts';

test('addresses of the internet are public', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '99.255.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
  ]) {
    assert.equal(judgeAddress(address), 'public', address);
  }
});

test('loopback is told apart, in every writing', () => {
  for (const address of [
    '127.0.0.1',
    '127.255.255.254',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ]) {
    assert.equal(judgeAddress(address), 'loopback', address);
  }
});

test('everything that is not of the internet is refused', () => {
  const refused = {
    'this network': ['0.0.0.0', '0.1.2.3', '::'],
    private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '::ffff:10.0.0.1', '::ffff:a00:1'],
    'carrier-grade NAT': ['100.64.0.1', '100.100.100.200', '100.127.255.255'],
    'link-local and metadata': ['169.254.169.254', '169.254.0.1', 'fe80::1', '::ffff:169.254.169.254'],
    'metadata of one provider': ['168.63.129.16', 'fd00:ec2::254', '192.0.0.192'],
    'unique local': ['fc00::1', 'fd12:3456::1', 'fec0::1'],
    'documentation and benchmarks': [
      '192.0.2.1',
      '198.51.100.1',
      '203.0.113.1',
      '198.18.0.1',
      '2001:db8::1',
      '3fff::1',
    ],
    'multicast, broadcast, reserved': ['224.0.0.1', '239.1.1.1', '255.255.255.255', '240.0.0.1', 'ff02::1'],
    'IPv4 inside IPv6': [
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2001::1',
      '::7f00:1',
      '::127.0.0.1',
      '::ffff:0:7f00:1',
    ],
    'no address': ['', 'localhost', '127.0.0.1.', 'fe80', '1.2.3', '[::1]'],
  };
  for (const [kind, addresses] of Object.entries(refused)) {
    for (const address of addresses) assert.notEqual(judgeAddress(address), 'public', `${kind}: ${address}`);
  }
});

test('no private IPv4 address passes by being written as IPv6', () => {
  const privateV4 = fc.oneof(
    fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
  );
  fc.assert(
    fc.property(privateV4, fc.constantFrom('::ffff:', '64:ff9b::', '::', '::ffff:0:'), ([a, b, c, d], prefix) => {
      assert.notEqual(judgeAddress(`${prefix}${a}.${b}.${c}.${d}`), 'public');
    }),
  );
});

test('any text gets an answer', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.ok(judgeAddress(text))));
});
