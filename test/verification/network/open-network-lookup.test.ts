import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {networkKind} from '../../../src/verification/network/network-lookup.ts';
import {openNetworkLookup} from '../../../src/verification/network/open-network-lookup.node.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-network-'));
after(() => fs.rmSync(folder, {recursive: true}));

describe('where an address is', () => {
  const {lookup} = openNetworkLookup();

  it('public addresses have a country, in both families and in every spelling', () => {
    assert.equal(lookup('193.0.6.139').countryCode, 'NL');
    assert.equal(lookup('::ffff:193.0.6.139').countryCode, 'NL');
    assert.equal(lookup('2001:67c:2e8:22::c100:68b').countryCode, 'NL');
  });

  it('nothing is said of private, malformed and unlisted ones, nor of lists that are not loaded', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '::1', 'fe80::1', '', 'nonsense'])
      assert.deepEqual(lookup(address), {});
    assert.equal('torExit' in lookup('193.0.6.139'), false);
    assert.equal('kind' in lookup('193.0.6.139'), false);
  });

  it('a list of Tor exits is read with remarks and odd spellings', () => {
    const file = path.join(folder, 'exits.txt');
    fs.writeFileSync(file, '# exits\n193.0.6.139  # here\n2001:067C:2E8:22:0:0:c100:68b\nnonsense\n');
    const known = openNetworkLookup({torExits: file});
    assert.equal(known.lookup('193.0.6.139').torExit, true);
    assert.equal(known.lookup('2001:67c:2e8:22::c100:68b').torExit, true);
    assert.equal(known.lookup('193.0.6.140').torExit, false);
  });

  it('a file that cannot be read is told by its name', () => {
    const file = path.join(folder, 'broken.mmdb');
    fs.writeFileSync(file, 'no database');
    assert.throws(() => openNetworkLookup({asn: file}), /broken\.mmdb cannot be read: expected the MaxMind format/);
    assert.throws(() => openNetworkLookup({torExits: path.join(folder, 'none')}), /none cannot be read/);
  });
});

describe('whose network it is', () => {
  it('goes by the name it is registered under', () => {
    assert.equal(networkKind('DIGITALOCEAN-ASN'), 'datacenter');
    assert.equal(networkKind('Hetzner Online GmbH'), 'datacenter');
    assert.equal(networkKind('University of Amsterdam'), 'education');
    assert.equal(networkKind('T-Mobile USA, Inc.'), 'mobile');
    assert.equal(networkKind('Comcast Cable Communications'), 'unknown');
  });
});
