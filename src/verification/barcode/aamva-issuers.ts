/**
 * Issuer identification numbers of North American driver licences and ID cards.
 * Source: AAMVA "Issuer Identification Numbers" (the list that AAMVA keeps beside its DL/ID Card Design Standard).
 */
export interface AamvaIssuer {
  /** Six digits. */
  iin: string;
  /** Postal code of the state, province or territory, as element DAJ writes it. */
  jurisdiction: string;
  /** ISO 3166-1 alpha-2. */
  country: 'US' | 'CA' | 'MX';
}

const unitedStates =
  '636000 VA,636001 NY,636002 MA,636003 MD,636004 NC,636005 SC,636006 CT,636007 LA,636008 MT,636009 NM,636010 FL,' +
  '636011 DE,636014 CA,636015 TX,636018 IA,636019 GU,636020 CO,636021 AR,636022 KS,636023 OH,636024 VT,636025 PA,' +
  '636026 AZ,636027 DOS,636029 OR,636030 MO,636031 WI,636032 MI,636033 AL,636034 ND,636035 IL,636036 NJ,636037 IN,' +
  '636038 MN,636039 NH,636040 UT,636041 ME,636042 SD,636043 DC,636045 WA,636046 KY,636047 HI,636049 NV,636050 ID,' +
  '636051 MS,636052 RI,636053 TN,636054 NE,636055 GA,636058 OK,636059 AK,636060 WY,636061 WV,636062 VI,' +
  '604427 AS,604430 MP,604431 PR';
const canada =
  '636012 ON,636013 NS,636016 NL,636017 NB,636028 BC,636044 SK,636048 MB,' +
  '604426 PE,604428 QC,604429 YT,604432 AB,604433 NU,604434 NT';
const mexico = '636056 CU,636057 HL';

export const aamvaIssuers: readonly AamvaIssuer[] = [
  ...rows('US', unitedStates),
  ...rows('CA', canada),
  ...rows('MX', mexico),
];

const byIin = new Map(aamvaIssuers.map((issuer) => [issuer.iin, issuer]));

export function findAamvaIssuer(iin: string): AamvaIssuer | undefined {
  return byIin.get(iin);
}

/** Older cards write some provinces by their former codes. */
const formerCodes: Readonly<Record<string, string>> = {NF: 'NL', PQ: 'QC', YK: 'YT', NW: 'NT'};

export function currentJurisdiction(code: string): string {
  return formerCodes[code] ?? code;
}

function rows(country: AamvaIssuer['country'], list: string): AamvaIssuer[] {
  return list.split(',').map((row) => {
    const [iin = '', jurisdiction = ''] = row.split(' ');
    return {iin, jurisdiction, country};
  });
}
