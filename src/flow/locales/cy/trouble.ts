import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Aeth rhywbeth o’i le',
  errorText: 'Nid eich bai chi yw hyn. Mae popeth hyd yma wedi’i gadw. Rhowch gynnig arall.',
  errorNetworkTitle: 'Dim cysylltiad',
  errorNetworkText:
    'Ni allem gyrraedd ein gweinydd. Gwiriwch eich cysylltiad a rhowch gynnig arall; mae popeth hyd yma wedi’i gadw.',
  errorSessionTitle: 'Mae’ch sesiwn wedi dod i ben',
  errorSessionText:
    'Daw i ben ar ôl cyfnod heb weithgarwch, i gadw’ch data’n ddiogel. Ewch yn ôl i’r lle y daethoch ohono a’i hagor eto: byddwch yn parhau o’r un lle.',
  errorLinkTitle: 'Defnyddiwyd y ddolen hon eisoes',
  errorLinkText: 'Mae dolen yn gweithio unwaith ac am amser cyfyngedig. Gofynnwch am un newydd lle cawsoch hon.',
  errorVersionTitle: 'Ail-lwythwch y dudalen',
  errorVersionText: 'Mae’r dudalen y daethoch ohoni’n defnyddio fersiwn hŷn. Ail-lwythwch hi a rhowch gynnig arall.',
  errorConfigTitle: 'Ni ellir agor y gwiriad hwn',
  errorConfigText: 'Mae rhywbeth ar goll yn y ffordd yr agorwyd ef. Rhowch wybod i’r bobl a’ch anfonodd yma.',
  errorInactiveTitle: 'Nid yw’r gwiriad hwn ar gael',
  errorInactiveText: 'Fe’i diffoddwyd gan y bobl sy’n ei redeg. Gofynnwch iddynt beth i’w wneud.',
  errorBusyTitle: 'Gormod o gynigion',
  errorBusyText: 'Arhoswch eiliad, yna rhowch gynnig arall.',
  errorOpenTitle: 'Agorwch ef o’r lle y dechreuoch',
  errorOpenText:
    'Mae’r gwiriad hwn eisoes wedi dechrau. Ewch yn ôl i’r lle y dechreuoch a’i agor oddi yno: byddwch yn parhau o’r un lle.',
  details: 'Manylion ar gyfer cymorth',
  leftTitle: 'Rydych wedi gadael y gwiriad',
  leftText: 'Ni chollwyd dim. Gallwch barhau nawr, neu ddod yn ôl yn nes ymlaen.',
  leftContinue: 'Parhau',
} satisfies Translated<typeof en>;
