import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Nagkaroon ng problema',
  errorText: 'Hindi ninyo ito kasalanan. Naka-save ang nagawa na ninyo. Pakisubukan ulit.',
  errorNetworkTitle: 'Walang koneksyon',
  errorNetworkText:
    'Hindi namin maabot ang aming server. Tingnan ang koneksyon at subukan ulit; naka-save ang nagawa na ninyo.',
  errorSessionTitle: 'Natapos na ang inyong session',
  errorSessionText:
    'Natatapos ito kapag matagal na walang aktibidad, para ligtas ang inyong data. Bumalik sa pinanggalingan at buksan ulit: magpapatuloy kayo kung saan huminto.',
  errorLinkTitle: 'Nagamit na ang link na ito',
  errorLinkText: 'Isang beses at limitadong oras lang gumagana ang link. Humingi ng bago kung saan ninyo ito nakuha.',
  errorVersionTitle: 'Paki-reload ang pahina',
  errorVersionText: 'Mas lumang bersyon ang gamit ng pinanggalingan ninyong pahina. I-reload ito at subukan ulit.',
  errorConfigTitle: 'Hindi mabuksan ang pag-verify na ito',
  errorConfigText: 'May kulang sa paraan ng pagbukas nito. Pakisabi sa nagpadala sa inyo rito.',
  errorInactiveTitle: 'Hindi available ang pag-verify na ito',
  errorInactiveText: 'Pinatay ito ng mga nagpapatakbo nito. Pakitanong sa kanila ang dapat gawin.',
  errorBusyTitle: 'Masyadong maraming pagsubok',
  errorBusyText: 'Maghintay po sandali, saka subukan ulit.',
  errorOpenTitle: 'Buksan kung saan kayo nagsimula',
  errorOpenText:
    'Nasimulan na ang pag-verify na ito. Bumalik kung saan ninyo ito sinimulan at doon buksan: magpapatuloy kayo kung saan huminto.',
  details: 'Mga detalye para sa support',
  leftTitle: 'Umalis kayo sa pag-verify',
  leftText: 'Walang nawala. Maaari kayong magpatuloy ngayon, o bumalik mamaya.',
  leftContinue: 'Ituloy',
} satisfies Translated<typeof en>;
