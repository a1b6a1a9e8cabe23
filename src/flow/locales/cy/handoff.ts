import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Parhau ar eich ffôn',
  titleElsewhere: 'Parhau ar ddyfais arall',
  text: 'Pwyntiwch gamera eich ffôn at y cod hwn. Mae popeth hyd yma wedi’i gadw.',
  textElsewhere: 'Agorwch y ddolen hon mewn porwr arall neu ar ddyfais arall. Mae popeth hyd yma wedi’i gadw.',
  codeAlt: 'Cod QR sy’n agor y gwiriad hwn ar eich ffôn',
  preparing: 'Mae’r cod yn cael ei greu',
  link: 'Neu agorwch y ddolen hon yno',
  copy: 'Copïo’r ddolen',
  copied: 'Wedi’i chopïo',
  expires: 'Mae’r ddolen yn gweithio unwaith, o fewn awr.',
  another: 'Creu cod newydd',
  here: 'Parhau yma yn lle hynny',
  byEmail: 'Eich cyfeiriad e-bost',
  bySms: 'Eich rhif ffôn symudol, gyda chod y wlad',
  send: 'Anfon y ddolen',
  sent: 'Mae’r ddolen ar ei ffordd.',
  sendWrong: 'Ni allwn ei hanfon yno. Gwiriwch yr hyn a deipioch.',
  joinedTitle: 'Mae’ch ffôn wedi’i gysylltu',
  joinedText: 'Parhewch yno. Mae’r dudalen hon yn dilyn ar ei phen ei hun, ac ni chollir dim os byddwch yn ei chau.',
  joinedAt: 'Cysylltwyd am {time}',
  refuse: 'Nid fi oedd hwnnw',
  refused: 'Ni all y ddyfais honno wneud dim mwyach. Dyma god newydd.',
  inAppTitle: 'Agorwch hwn yn eich porwr',
  inAppText:
    'Nid yw’r ap hwn yn gadael i dudalennau ddefnyddio’r camera. Copïwch y ddolen a’i hagor yn eich porwr, neu uwchlwythwch lun.',
  inAppOpen: 'Agor yn y porwr',
} satisfies Translated<typeof en>;
