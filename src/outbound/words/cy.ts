import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Eich cod ar gyfer {requester}',
  codeMail:
    'Eich cod yw {code}\n\nTeipiwch ef ar y dudalen gan {requester} a ofynnodd amdano. Mae’n gweithio am {minutes} munud.\n\nPeidiwch â’i roi i neb, hyd yn oed ar y ffôn. Os na ofynnoch am god, nid oes angen gwneud dim.',
  codeText: '{code} yw eich cod ar gyfer {requester}. Peidiwch â’i roi i neb.',
  linkSubject: 'Parhau gyda {requester} ar y ddyfais hon',
  linkMail:
    'Gofynnoch am gael parhau ar ddyfais arall. Agorwch y ddolen hon yno:\n\n{link}\n\nMae’n gweithio unwaith, o fewn awr. Os na ofynnoch amdani, peidiwch â’i hagor.',
  linkText: '{requester}: parhewch yma: {link}',
} satisfies MessageWords;
