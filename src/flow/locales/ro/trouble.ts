import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Ceva nu a mers bine',
  errorText: 'Nu este vina dvs. Ce ați făcut până acum se păstrează. Vă rugăm să încercați din nou.',
  errorNetworkTitle: 'Fără conexiune',
  errorNetworkText:
    'Nu am putut ajunge la serverul nostru. Verificați conexiunea și încercați din nou; ce ați făcut până acum se păstrează.',
  errorSessionTitle: 'Sesiunea s-a încheiat',
  errorSessionText:
    'Se încheie după un timp fără activitate, pentru protecția datelor dvs. Reveniți acolo de unde ați venit și deschideți-o din nou: continuați de unde ați rămas.',
  errorLinkTitle: 'Acest link a fost deja folosit',
  errorLinkText: 'Un link funcționează o dată și un timp limitat. Cereți unul nou de unde l-ați primit pe acesta.',
  errorVersionTitle: 'Reîncărcați pagina',
  errorVersionText: 'Pagina de unde veniți folosește o versiune mai veche. Reîncărcați-o și încercați din nou.',
  errorConfigTitle: 'Această verificare nu poate fi deschisă',
  errorConfigText: 'Lipsește ceva din felul în care a fost deschisă. Spuneți-le celor care v-au trimis aici.',
  errorInactiveTitle: 'Această verificare nu este disponibilă',
  errorInactiveText: 'A fost oprită de cei care o administrează. Întrebați-i ce aveți de făcut.',
  errorBusyTitle: 'Prea multe încercări',
  errorBusyText: 'Așteptați puțin, apoi încercați din nou.',
  errorOpenTitle: 'Deschideți-o de unde ați început',
  errorOpenText:
    'Această verificare a început deja. Reveniți acolo unde ați început-o și deschideți-o de acolo: continuați de unde ați rămas.',
  details: 'Detalii pentru asistență',
  leftTitle: 'Ați părăsit verificarea',
  leftText: 'Nu s-a pierdut nimic. Puteți continua acum sau reveni mai târziu.',
  leftContinue: 'Continuați',
} satisfies Translated<typeof en>;
