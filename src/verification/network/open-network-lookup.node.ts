/**
 * Networks by files: countries from a package that ships with us (CC0, made from the registries' own whois data), autonomous systems
 * and Tor exits from files that the operator keeps, since both are large or stale within days.
 */
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import ipaddr from 'ipaddr.js';
import {Reader} from 'mmdb-lib';
import {networkKind} from './network-lookup.ts';
import type {Network, NetworkLookup} from './network-lookup.ts';

export interface NetworkFiles {
  /** MaxMind format with `autonomous_system_number` and `autonomous_system_organization`, as GeoLite2-ASN and DB-IP have them. */
  asn?: string;
  /** Text: one address of a Tor exit a line; `#` begins a remark. */
  torExits?: string;
}

/** @throws Error with a sentence for the operator where a file cannot be read */
export function openNetworkLookup({asn, torExits}: NetworkFiles = {}): NetworkLookup {
  const countries = openMmdb<{country_code?: string}>(countryFile());
  const systems =
    asn === undefined
      ? undefined
      : openMmdb<{autonomous_system_number?: number; autonomous_system_organization?: string}>(asn);
  const exits = torExits === undefined ? undefined : readAddresses(torExits);
  return {
    lookup(given) {
      const address = publicAddress(given);
      if (address === undefined) return {};
      const country = countries.get(address)?.country_code;
      const system = systems?.get(address);
      const organization = system?.autonomous_system_organization;
      return {
        ...(country !== undefined && {countryCode: country}),
        ...(system?.autonomous_system_number !== undefined && {asn: system.autonomous_system_number}),
        ...(organization !== undefined && {organization, kind: networkKind(organization)}),
        ...(exits && {torExit: exits.has(address)}),
      } satisfies Network;
    },
  };
}

function countryFile(): string {
  const manifest = createRequire(import.meta.url).resolve('@ip-location-db/geo-whois-asn-country-mmdb/package.json');
  return path.join(path.dirname(manifest), 'geo-whois-asn-country.mmdb');
}

function openMmdb<T extends object>(file: string): {get(address: string): T | undefined} {
  try {
    const reader = new Reader<never>(fs.readFileSync(file));
    return {get: (address) => (reader.get(address) as T | null) ?? undefined};
  } catch (cause) {
    throw new Error(`The network file ${file} cannot be read: expected the MaxMind format (.mmdb).`, {cause});
  }
}

function readAddresses(file: string): Set<string> {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The list of Tor exits ${file} cannot be read.`, {cause});
  }
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return new Set(lines.filter((line) => ipaddr.isValid(line)).map((line) => ipaddr.process(line).toString()));
}

/** In one spelling; undefined for what no network on the internet is. */
function publicAddress(text: string): string | undefined {
  if (!ipaddr.isValid(text)) return undefined;
  const parsed = ipaddr.process(text);
  return parsed.range() === 'unicast' ? parsed.toString() : undefined;
}
